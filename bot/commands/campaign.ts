import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { audienceSources, inAnyOf } from '../compose/audience.ts';
import { type Audience, whereListed } from '../domain/campaigns/audience.ts';
import { type Campaign, campaignIdOf } from '../domain/campaigns/campaign.ts';
import { type CampaignRefusal, type Campaigns, createCampaigns } from '../domain/campaigns/campaigns.ts';
import { type CampaignFunnel, countFunnelByGroup, recipientsOf } from '../domain/campaigns/funnel.ts';
import { csvLine, funnelLines, readinessLines } from '../domain/campaigns/group-lines.ts';
import type { CampaignRehearsal } from '../domain/campaigns/plan.ts';
import { countReadiness } from '../domain/campaigns/readiness-count.ts';
import { hasOpened, messagesOf, standingOfRecipient, standings } from '../domain/campaigns/recipient.ts';
import { withChannels } from '../domain/policy.ts';
import { policyOfEverybody } from '../domain/policy-rules.ts';
import type { Store } from '../domain/ports/store.ts';
import { parseCampaign } from '../settings/campaign-file.ts';
import { readEnvFile } from '../settings/env-file.ts';
import { policySource } from '../settings/policy-file.ts';
import { systemWords } from '../system-errors.ts';
import { complain, type ExitCode, print, runCommand } from './command-line.ts';
import { listsHere, whereaboutsHere } from './listed-people.ts';
import { configHere, onRecords, wakefulTime } from './records.ts';

/*
 * `npm run campaign -- new FILE | rehearse ID | start ID | pause ID | stop ID | status [ID] | export ID |
 * readiness [GROUP …]`. Who is not ready and why
 * comes from the directory's lists and the bot's own records. `rehearse` says what the campaign would come to; nothing goes out.
 * `start` begins it, or lets one that is paused go on; the running bot sends, and does within a minute what is decided here
 * beside it.
 */

const by = userInfo().username;

/** The parts of a command: the records, and what is done to campaigns in them. */
interface Desk {
  readonly store: Store;
  readonly campaigns: Campaigns;
}

function desk(work: (desk: Desk) => Promise<ExitCode>, begin?: 'begin'): Promise<ExitCode> {
  return onRecords((store) => {
    const clock = store.clock(wakefulTime.now);
    const decided = policySource(store, clock);
    const policy = async () => policyOfEverybody(await decided());
    return work({ store, campaigns: createCampaigns({ store, clock, policy }) });
  }, begin);
}

async function create(file: string): Promise<ExitCode> {
  const settings = parseCampaign(await textOf(file), file);
  const config = configHere();
  const tenantId =
    config.graph?.identity.tenantId ?? (config.mode === 'teams' ? config.tenants[0] : undefined) ?? 'local';
  return desk(async ({ campaigns }) => {
    const done = await campaigns.create(campaignIdOf(settings.name), tenantId, settings, by);
    if (done.kind !== 'done') return refused(done);
    print(`${done.campaign.id}: a draft. Next: npm run campaign -- rehearse ${done.campaign.id}`);
    return 0;
  }, 'begin');
}

async function rehearse(id: string): Promise<ExitCode> {
  return desk(async ({ store, campaigns }) => {
    const campaign = await campaigns.read(id);
    if (!campaign) return refused({ kind: 'unknown-campaign' });
    const done = await campaigns.rehearse(id, await sourcesOf(store, campaign), by);
    if (done.kind !== 'done') return refused(done);
    tellAudience(done.audience);
    tellRehearsal(campaign, done.rehearsal);
    return 0;
  });
}

async function start(id: string): Promise<ExitCode> {
  return desk(async ({ store, campaigns }) => {
    const campaign = await campaigns.read(id);
    if (!campaign) return refused({ kind: 'unknown-campaign' });
    const none = {
      listed: [],
      personOf: async () => undefined,
      reaches: async () => false,
      members: undefined,
      whereabouts: whereListed,
    };
    const policy = await policySource(store, wakefulTime.now)();
    const sources = campaign.state === 'paused' ? { ...none, policy } : await sourcesOf(store, campaign);
    const done = await campaigns.start(id, sources, by);
    if (done.kind !== 'done') return refused(done);
    print(`${id}: running, ${done.people} people. The bot sends while it runs.`);
    return 0;
  });
}

async function sourcesOf(store: Store, { settings }: Campaign) {
  const { members, ...sources } = await sourcesFor(store, settings.groups);
  return { ...sources, members: inAnyOf(members) };
}

async function sourcesFor(store: Store, groups: readonly string[]) {
  const policy = withChannels(await policySource(store, wakefulTime.now)(), ['text', 'call', 'email']);
  const lists = listsHere(configHere());
  if (groups.length > 0 && !lists) complain('No directory is connected, so groups choose nobody out.');
  return audienceSources(lists, store, groups, policy, { known: whereaboutsHere(configHere()).known });
}

/** How ready everybody is, and why not, by department, country and group, as CSV. Small groups stand together. */
function readiness(groups: readonly string[]): Promise<ExitCode> {
  return desk(async ({ store }) => {
    const { members = new Map(), ...sources } = await sourcesFor(store, groups);
    const counted = await countReadiness({ ...sources, members }, store.clock(wakefulTime.now)());
    for (const line of readinessLines(counted)) print(line);
    return 0;
  });
}

function halt(id: string, verb: 'pause' | 'stop'): Promise<ExitCode> {
  return desk(async ({ campaigns }) => {
    const done = await campaigns[verb](id, by);
    if (done.kind !== 'done') return refused(done);
    print(`${id}: ${done.campaign.state}`);
    return 0;
  });
}

function status(id: string | undefined): Promise<ExitCode> {
  return desk(async ({ store, campaigns }) => {
    const all = (await Array.fromAsync(campaigns.all())).filter((one) => id === undefined || one.id === id);
    if (id !== undefined && all.length === 0) return refused({ kind: 'unknown-campaign' });
    for (const campaign of all) tellStatus(campaign, await campaigns.funnel(campaign));
    if (all.length === 0) print('There are no campaigns.');
    const [only] = all;
    if (id !== undefined && only) {
      const byGroup = await countFunnelByGroup(store, only, store.clock(wakefulTime.now)());
      for (const line of funnelLines(byGroup)) print(line);
    }
    return 0;
  });
}

/** Who stands where, as CSV: directory ids, no names. That it was taken out is written down. */
function exported(id: string): Promise<ExitCode> {
  return desk(async ({ store, campaigns }) => {
    const done = await campaigns.exported(id, by);
    if (done.kind !== 'done') return refused(done);
    print('object id,wave,reason,department,country,standing,sent,unsure,last message,ended,opened');
    for await (const one of recipientsOf(store, done.campaign)) {
      const last = one.messages.at(-1)?.at ?? null;
      const cells = [
        one.employee.objectId,
        one.wave + 1,
        one.reason,
        one.department ?? '',
        one.country ?? '',
        standingOfRecipient(one),
        messagesOf(one, 'sent'),
        messagesOf(one, 'unsure'),
        last === null ? '' : new Date(last).toISOString(),
        one.endedAt === null ? '' : new Date(one.endedAt).toISOString(),
        hasOpened(one) ? 'yes' : 'not known',
      ];
      print(csvLine(cells));
    }
    return 0;
  });
}

function tellAudience({ people, ready, notReady, leftOut, invited, reachable }: Audience): void {
  print(`People: ${people}, ready: ${ready}`);
  print('Not ready, and why:');
  for (const [reason, count] of Object.entries(notReady)) print(`  ${reason.padEnd(16)}${count}`);
  print(`Asked: ${invited.length}; of them the bot can write to ${reachable} now.`);
  const out = Object.entries(leftOut).filter(([reason, count]) => count > 0 && reason !== 'ready');
  if (out.length > 0) print('Left out, and why:');
  for (const [reason, count] of out) print(`  ${reason.padEnd(16)}${count}`);
  if (reachable < invited.length) {
    print(
      'The others need the app: the bot installs it for them where it may (npm run doctor says so); else give it to them by a',
    );
    print('setup policy in the Teams admin center, under Teams apps.');
  }
}

function tellRehearsal({ settings }: Campaign, found: CampaignRehearsal): void {
  print(`Messages: ${found.fewest} if everybody gets ready by the first, ${found.most} if nobody does`);
  for (const [wave, { people, from }] of found.waves.entries())
    print(
      `  wave ${wave + 1}: ${people} people${from === null ? '' : `, from ${new Date(from).toISOString().slice(0, 10)}`}`,
    );
  print('Days, at their fullest:');
  for (const { day, messages, seconds } of found.days)
    print(`  ${day}  ${messages} messages, ${Math.ceil(seconds / 60)} min`);
  if (found.late > 0) print(`No place before ${settings.by}: ${found.late} people. Raise perDay, or begin sooner.`);
  print(
    `Codes: about ${found.codes}, on the fullest day ${found.codesADay}; the policy allows ${found.codesAllowed} a day.`,
  );
  if (found.codesADay > found.codesAllowed)
    print(
      `That is too many: at most ${Math.floor(found.codesAllowed / 1.5)} first messages a day, or raise sends.perTenant.`,
    );
  const currency = settings.prices?.currency ?? '';
  for (const { country, amount } of found.costs)
    print(`  text messages to ${country}: about ${amount.toFixed(2)} ${currency}`);
  if (found.unpriced > 0) print(`  for ${found.unpriced} people no price is stated`);
}

function tellStatus({ id, state, settings, days, trail }: Campaign, funnel: CampaignFunnel): void {
  print(`${id}: ${state}, by ${settings.by}, ${funnel.people} people`);
  for (const standing of standings) {
    const waves = funnel.waves.map((wave) => wave[standing]).join(' + ');
    const count = funnel.standings[standing];
    if (count > 0) print(`  ${standing.padEnd(16)}${count}${funnel.waves.length > 1 ? `  (${waves})` : ''}`);
  }
  print(`  messages: ${funnel.sent} sent, ${funnel.unsure} unsure`);
  for (const { day, messages } of days.slice(-7)) print(`  ${day}: at most ${messages} of ${settings.perDay}`);
  for (const { act, by: who, at } of trail)
    print(`  ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}  ${act} by ${who}`);
}

function refused(refusal: CampaignRefusal): ExitCode {
  switch (refusal.kind) {
    case 'unknown-campaign':
      complain('There is no such campaign: npm run campaign -- status lists them.');
      return 1;
    case 'name-taken':
      complain('There is a campaign of that name already.');
      return 2;
    case 'not-now':
      complain(`Not now: the campaign is ${refusal.state}.`);
      return 2;
    case 'another-runs':
      complain(`Another campaign runs or is paused: stop ${refusal.id} first.`);
      return 2;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`${file}: ${systemWords(error) ?? 'can not be read'}`, { cause: error });
  }
}

/** What was asked for; undefined: nothing that there is. */
function command([verb, what, ...more]: readonly string[]): (() => Promise<ExitCode>) | undefined {
  if (verb === 'readiness') return () => readiness(what === undefined ? [] : [what, ...more]);
  if (more.length > 0) return undefined;
  if (verb === 'status') return () => status(what);
  if (what === undefined) return undefined;
  switch (verb) {
    case 'new':
      return () => create(what);
    case 'rehearse':
      return () => rehearse(what);
    case 'start':
      return () => start(what);
    case 'pause':
    case 'stop':
      return () => halt(what, verb);
    case 'export':
      return () => exported(what);
    default:
      return undefined;
  }
}

readEnvFile();
const usage =
  'Usage: npm run campaign -- new FILE | rehearse ID | start ID | pause ID | stop ID | status [ID] | export ID | readiness [GROUP ...]';
await runCommand(command(process.argv.slice(2)), usage);
