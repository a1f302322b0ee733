import { fileURLToPath } from 'node:url';
import { openPhones } from '../compose/delivery.ts';
import { openKeyring } from '../compose/store.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import { policyOfEverybody } from '../domain/policy-rules.ts';
import type { Channel } from '../domain/ports/delivery.ts';
import type { Clock } from '../domain/ports/system.ts';
import { type GraphSurroundings, openGraph } from '../providers/directory/graph/graph.ts';
import { keyPrints } from '../providers/store/postgres/processes.ts';
import type { DatabaseSettings } from '../providers/store/postgres/settings.ts';
import type { Config } from '../settings/config.ts';
import { checkDatabase } from './database-checks.ts';
import { checkPhones, checkTicketSystem, mailServer } from './delivery-checks.ts';
import type { Check, CheckFinding } from './examination.ts';
import { checkGraph } from './graph-checks.ts';
import { botIdentity, channelKeys, clockAgainst } from './identity-checks.ts';
import { dataFolder, listening } from './place-checks.ts';
import { checkOwnDomains, policyFindings } from './policy-checks.ts';
import { checkRecords, type Looked } from './record-checks.ts';
import { ofRules } from './rule-checks.ts';
import { setupFindings } from './setup-checks.ts';
import { certificateEnd, namesOf, secretEnds } from './token-checks.ts';

/**
 * Everything the doctor looks at, in order: first what this machine tells, then what others do.
 * @param program the folder the program lies in
 */
export function checksOf(config: Config, program: URL, surroundings: GraphSurroundings): readonly Check[] {
  const clock = surroundings.time.now;
  const { database } = config;
  const looked: Looked = { policy: defaultPolicy, supportChannel: 'not-seen', running: 'not-seen' };
  const always: readonly Check[] = [
    {
      id: 'setup',
      about: 'how the settings fit together',
      run: () => each(setupFindings(config, fileURLToPath(program))),
    },
    { id: 'data-dir', about: 'the folder of the records', run: () => dataFolder(config) },
    ...(database ? [{ id: 'database', about: 'the database', run: () => databaseOf(config, database, clock) }] : []),
    { id: 'records', about: 'the records', run: () => checkRecords(config, looked, clock) },
    { id: 'policy', about: 'the policy', run: () => each(policyOf(config, looked)) },
    { id: 'port', about: 'the port', run: (signal) => listening(config, looked.running, clock, signal) },
  ];
  const teams: readonly Check[] =
    config.mode === 'local'
      ? []
      : [
          { id: 'clock', about: 'the clock', run: (signal) => clockAgainst(clocks(config), surroundings.time, signal) },
          { id: 'openid', about: 'the keys of Teams', run: () => channelKeys(config, clock) },
          {
            id: 'bot-token',
            about: "the bot's own identity",
            run: (signal) => botIdentity(config, surroundings.time, signal),
          },
        ];
  const { mail, phones, ticketSystem: system } = config;
  const ways: readonly Check[] = [
    ...(mail ? [{ id: 'smtp', about: 'the mail server', run: () => mailServer(mail) }] : []),
    { id: 'phones', about: 'who carries texts and calls', run: (signal) => checkPhones(phones, clock, signal) },
    ...(system
      ? [
          {
            id: 'tickets',
            about: system.name,
            run: (signal: AbortSignal) => checkTicketSystem(system, looked.untold, signal),
          },
        ]
      : []),
  ];
  return [
    ...always,
    ...teams,
    ...ways,
    { id: 'directory', about: 'the directory', run: (signal) => directory(config, looked, surroundings, signal) },
  ];
}

async function* each(findings: readonly CheckFinding[]): AsyncGenerator<CheckFinding> {
  yield* findings;
}

async function* databaseOf(config: Config, database: DatabaseSettings, clock: Clock): AsyncGenerator<CheckFinding> {
  yield* checkDatabase(database, clock, keyPrints(await openKeyring(config)));
}

/** In local mode everything goes to the inbox page, and the Playground is the channel. */
function policyOf(config: Config, { policy, supportChannel }: Looked): readonly CheckFinding[] {
  if (config.mode === 'local') return [];
  const mails: readonly Channel[] = config.mail || config.graph?.mailSender ? ['email'] : [];
  const carried = openPhones(config.phones, () => 0).deliveries.flatMap(({ channels }) => channels);
  const registration = config.graph?.mode ?? 'here';
  const of = (one: Policy) =>
    policyFindings({ policy: one, channels: [...mails, ...carried], supportChannel, registration });
  const common = of(policyOfEverybody(policy));
  return [...common, ...ofRules(policy, common, of)];
}

/** Who is asked what time it is. */
function clocks(config: Extract<Config, { mode: 'teams' }>): readonly string[] {
  const directory = config.graph ? [config.graph.identity.authority, config.graph.base] : [];
  return [config.cloud.openIdMetadata, ...directory];
}

async function* directory(
  config: Config,
  looked: Looked,
  surroundings: GraphSurroundings,
  signal: AbortSignal,
): AsyncGenerator<CheckFinding> {
  if (!config.graph) {
    const says = 'No directory is connected (DIRECTORY is not set): people and methods are the built-in ones.';
    yield { id: 'directory', verdict: 'note', says, where: 'DIRECTORY' };
    if (config.mode === 'teams') yield await checkOwnDomains(looked.policy, undefined, signal);
    return;
  }
  const { time } = surroundings;
  const { tokens, reader } = openGraph(config.graph, surroundings);
  yield* certificateEnd(config, time.now());
  const names = namesOf(config.graph.identity.proof);
  yield* checkGraph({ settings: config.graph, tokens, reader, time, policy: looked.policy, names }, signal);
  const token = await tokens.get(signal);
  if (token.kind === 'token') yield* secretEnds(config, reader, token.token, time.now(), signal);
}
