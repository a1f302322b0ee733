import { z } from 'zod';
import { type Time, within } from '../deadline.ts';
import type { DecidedPolicy } from '../domain/policy.ts';
import { policyOfEverybody } from '../domain/policy-rules.ts';
import { second } from '../domain/time.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';
import type { GraphSettings } from '../providers/directory/graph/settings.ts';
import { grantedIn, type TokenSource } from '../providers/directory/graph/token.ts';
import { driftOf, observe } from './drift.ts';
import { checkEndingMethods, checkEndings } from './ending-checks.ts';
import type { CheckFinding } from './examination.ts';
import { compareGrants, permissionsFor } from './permissions.ts';
import { checkOwnDomains } from './policy-checks.ts';
import { consent, probe } from './probes.ts';
import { checkRuleGroups, ruleDrift } from './rule-checks.ts';
import { type IdentityNames, tokenFinding } from './token-checks.ts';

/** For one mailbox alone it is given in Exchange, where no token shows it. Source: Microsoft Learn, "RBAC for Applications". */
const mailNotInToken: CheckFinding = {
  id: 'grant-Mail.Send',
  verdict: 'warning',
  says: 'The token does not hold Mail.Send. Unless it was given in Exchange (RBAC for Applications), codes and notices by e-mail do not go out.',
  where: 'Mail.Send, GRAPH_MAIL_SENDER',
  fix: 'give it for that mailbox in Exchange, and try it there with Test-ServicePrincipalAuthorization; or for every mailbox in Entra, with admin consent.',
};

export interface GraphChecks {
  readonly settings: Pick<GraphSettings, 'mode' | 'mailSender'>;
  readonly tokens: TokenSource;
  readonly reader: Reader;
  readonly time: Time;
  readonly policy: DecidedPolicy;
  /** The settings of the app's identity, to name them. */
  readonly names?: IdentityNames;
}

/** How long each part may take: an administrator waits at the prompt. */
const patience = 20 * second;

/** All that can be found out about the directory without changing anything: token, permissions, every read, drift. */
export async function* checkGraph(parts: GraphChecks, signal: AbortSignal): AsyncGenerator<CheckFinding> {
  const { settings, tokens, reader, time, policy: decided } = parts;
  const policy = policyOfEverybody(decided);
  const token = await within(time, patience, signal, (inner) => tokens.get(inner));
  yield tokenFinding(token, parts.names);
  if (token.kind === 'no-token') return;
  yield* grantFindings(parts, token.token);
  yield* await within(time, patience, signal, (inner) => probe(reader, time.now(), inner));
  if (settings.mailSender !== undefined) yield await mailbox(parts, settings.mailSender, signal);
  const observed = await within(time, patience, signal, (inner) => observe(reader, inner));
  yield await within(time, patience, signal, (inner) => checkOwnDomains(policy, reader, inner));
  yield* await within(time, patience, signal, (inner) => checkRuleGroups(decided, reader, inner));
  const common = driftOf(policy, observed);
  const drift = [...common, ...ruleDrift(decided, common, observed)];
  yield* drift;
  const dark = Object.values(observed).every(({ kind }) => kind !== 'seen');
  if (dark && drift.length === 0)
    yield { id: 'drift', verdict: 'note', says: 'Policy and directory could not be compared.' };
  else if (drift.length === 0)
    yield { id: 'drift', verdict: 'good', says: 'Policy and directory agree, as far as it can be seen.' };
  // Beside each other: where Graph hangs, each takes all the time it has.
  const [methods, dates] = await Promise.all([
    within(time, patience, signal, (inner) => checkEndingMethods(reader, policy, inner)),
    checkEndings({ ...parts, policy }, signal),
  ]);
  yield* methods;
  yield* dates;
}

const sender = z.object({ id: z.string(), mail: z.string().nullish() });

/** Whether the mailbox is there that mails are sent from. Whether the app may send from it stands in the token alone. */
async function mailbox({ reader, time }: GraphChecks, name: string, signal: AbortSignal): Promise<CheckFinding> {
  const path = `/users/${encodeURIComponent(name)}?$select=id,mail`;
  const wanted = { call: { what: 'sender', workload: 'directory', path }, schema: sender, maxAge: 0 } as const;
  const read = await within(time, patience, signal, (inner) => reader.one(wanted, inner));
  const where = 'GRAPH_MAIL_SENDER';
  if (read.kind === 'absent')
    return {
      id: 'mail-sender',
      verdict: 'problem',
      says: 'The mailbox that mails are sent from is not in the directory: no codes and no notices by mail.',
      where,
      fix: 'set it to the address or object id of a mailbox of yours.',
    };
  if (read.kind === 'unread')
    return {
      id: 'mail-sender',
      verdict: 'note',
      says: 'The mailbox that mails are sent from could not be looked up.',
      where,
    };
  if (!read.value.mail)
    return {
      id: 'mail-sender',
      verdict: 'problem',
      says: 'The account that mails are sent from has no mailbox: no codes and no notices by mail.',
      where,
      fix: 'give it an Exchange mailbox (a shared one will do), or name another.',
    };
  return { id: 'mail-sender', verdict: 'good', says: 'The mailbox that mails are sent from is there.' };
}

/** What the token says the app was given: the only way to know about writing and sending without doing it. */
function grantFindings({ settings }: GraphChecks, token: string): readonly CheckFinding[] {
  const given = grantedIn(token);
  if (given === undefined) {
    const says = 'The token does not show which permissions the app has; only what was tried below is known.';
    return [{ id: 'grants', verdict: 'note', says }];
  }
  const { missing, tooMuch } = compareGrants(permissionsFor(settings), given);
  const lacking = missing.map(
    ({ name, need, without }): CheckFinding =>
      name === 'Mail.Send'
        ? mailNotInToken
        : {
            id: `grant-${name}`,
            verdict: need === 'required' ? 'problem' : 'warning',
            says: `The app was not given ${name}. ${without}.`,
            where: name,
            fix: consent(name),
          },
  );
  const beyond = tooMuch.map(
    (name): CheckFinding => ({
      id: 'grant-too-much',
      verdict: 'warning',
      says: `The app was given ${name}, which the bot does not need in ${settings.mode} mode.`,
      where: name,
      fix: 'take it away, or use an app registration of its own for the bot.',
    }),
  );
  const good: CheckFinding = {
    id: 'grants',
    verdict: 'good',
    says: `The app has the permissions of ${settings.mode} mode.`,
  };
  return lacking.length + beyond.length > 0 ? [...lacking, ...beyond] : [good];
}
