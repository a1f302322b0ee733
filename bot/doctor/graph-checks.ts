import { second } from '../domain/instant.ts';
import type { Policy } from '../domain/policy.ts';
import type { Reader } from '../providers/directory/graph/read.ts';
import type { GraphSettings } from '../providers/directory/graph/settings.ts';
import { type Time, within } from '../providers/directory/graph/time.ts';
import type { TokenSource } from '../providers/directory/graph/token.ts';
import { driftOf } from './drift.ts';
import { checkEndingMethods } from './ending-methods.ts';
import type { Finding } from './finding.ts';
import { observe } from './observing.ts';
import { checkOwnDomains } from './own-domains.ts';
import { compareGrants, grantedIn, permissionsFor } from './permissions.ts';
import { consent, probe } from './probes.ts';
import { tokenFinding } from './token-words.ts';

export interface GraphChecks {
  readonly settings: Pick<GraphSettings, 'mode' | 'mailSender'>;
  readonly tokens: TokenSource;
  readonly reader: Reader;
  readonly time: Time;
  readonly policy: Policy;
}

/** How long each part may take: an administrator waits at the prompt. */
const patience = 20 * second;

/** All that can be found out about the directory without changing anything: token, permissions, every read, drift. */
export async function checkGraph(parts: GraphChecks, signal: AbortSignal): Promise<readonly Finding[]> {
  const { tokens, reader, time, policy } = parts;
  const token = await within(time, patience, signal, (inner) => tokens.get(inner));
  const first = tokenFinding(token);
  if (token.kind === 'no-token') return [first];
  const probed = await within(time, patience, signal, (inner) => probe(reader, time.now(), inner));
  const observed = await within(time, patience, signal, (inner) => observe(reader, inner));
  const own = await within(time, patience, signal, (inner) => checkOwnDomains(policy, reader, inner));
  const drift = driftOf(policy, observed);
  const same: Finding = { id: 'drift', verdict: 'good', says: 'Policy and directory agree, as far as it can be seen.' };
  const ending = await within(time, patience, signal, (inner) => checkEndingMethods(reader, policy, inner));
  return [
    first,
    ...grantFindings(parts, token.token),
    ...probed,
    own,
    ...(drift.length > 0 ? drift : [same]),
    ...ending,
  ];
}

/** What the token says the app was given: the only way to know about writing and sending without doing it. */
function grantFindings({ settings }: GraphChecks, token: string): readonly Finding[] {
  const given = grantedIn(token);
  if (given === undefined) {
    const says = 'The token does not show which permissions the app has; only what was tried below is known.';
    return [{ id: 'grants', verdict: 'note', says }];
  }
  const { missing, tooMuch } = compareGrants(permissionsFor(settings), given);
  const lacking = missing.map(
    ({ name, need, without }): Finding => ({
      id: `grant-${name}`,
      verdict: need === 'required' ? 'problem' : 'warning',
      says: `The app was not given ${name}. ${without}.`,
      fix: consent(name),
    }),
  );
  const beyond = tooMuch.map(
    (name): Finding => ({
      id: 'grant-too-much',
      verdict: 'warning',
      says: `The app was given ${name}, which the bot does not need in ${settings.mode} mode.`,
      fix: 'take it away, or use an app registration of its own for the bot.',
    }),
  );
  const good: Finding = {
    id: 'grants',
    verdict: 'good',
    says: `The app has the permissions of ${settings.mode} mode.`,
  };
  return lacking.length + beyond.length > 0 ? [...lacking, ...beyond] : [good];
}
