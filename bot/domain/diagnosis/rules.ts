import type { Rules } from './rule.ts';
import { accountRules } from './rules/account.ts';
import { keptElsewhereRules } from './rules/kept-elsewhere.ts';
import { methodsRules } from './rules/methods.ts';
import { provingRules } from './rules/proving.ts';
import { registeringRules } from './rules/registering.ts';
import { switchedOnRules } from './rules/switched-on.ts';

/** All rules. A situation without one is only ever told: no fact can show it. */
export const rules: Rules = {
  ...accountRules,
  ...switchedOnRules,
  ...methodsRules,
  ...keptElsewhereRules,
  ...provingRules,
  ...registeringRules,
};
