import type { EmployeeKey } from '../domain/account/person.ts';
import { type AudienceSources, leftOutReasons } from '../domain/campaigns/audience.ts';
import { type Campaign, type CampaignSettings, campaignIdOf, notReadyReasons } from '../domain/campaigns/campaign.ts';
import type { CampaignRefusal, Campaigns } from '../domain/campaigns/campaigns.ts';
import type { CampaignRehearsal } from '../domain/campaigns/plan.ts';
import type { Clock } from '../domain/ports/system.ts';
import { allowedTo } from '../domain/roles.ts';
import { instantOf } from '../domain/tickets/civil-time.ts';
import { minute, second } from '../domain/time.ts';
import { languageRecords, languages } from '../texts/languages.ts';
import type { Tell } from '../texts/tell.ts';
import type { BackgroundWork } from './background-work.ts';
import { campaignGiven, type FormGiven, formValues, settingsForm } from './campaign-form.ts';
import { type CampaignPreview, cardOutline } from './card-outline.ts';
import type { DeskAsked, DeskEntry } from './desk.ts';
import { bars, countryNames } from './desk-tables.ts';
import type { DeskBlock, DeskButton, DeskView } from './page-data.ts';

/** What came of sending somebody the card before others get it. */
export type CampaignTrial = 'sent' | 'no-chat' | 'busy' | 'failed';

export interface CampaignDeskPorts {
  readonly campaigns: Campaigns;
  readonly work: BackgroundWork;
  /** Everybody of a tenant, and who is in any of the groups. Takes minutes where many work. */
  readonly audienceOf: (tenantId: string, groups: readonly string[]) => Promise<Omit<AudienceSources, 'refusers'>>;
  /** Puts the card into somebody's own chat. */
  readonly trial: (viewer: EmployeeKey, campaign: Campaign, language: string) => Promise<CampaignTrial>;
  readonly preview: CampaignPreview;
  /** Reads what a form says; the fields that need another look. */
  readonly readCampaign: (
    given: unknown,
  ) =>
    | { readonly kind: 'settings'; readonly settings: CampaignSettings }
    | { readonly kind: 'mistakes'; readonly fields: readonly string[] };
  readonly clock: Clock;
}

/** What a rehearsal came to, without anybody's name. */
interface RehearsedNumbers {
  readonly kind: 'rehearsed';
  readonly people: number;
  readonly ready: number;
  readonly invited: number;
  readonly reachable: number;
  readonly notReady: Readonly<Record<string, number>>;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly rehearsal: CampaignRehearsal;
}
type WorkDone =
  | RehearsedNumbers
  | { readonly kind: 'started'; readonly people: number }
  | { readonly kind: 'refused'; readonly why: CampaignRefusal['kind'] };

/** How soon a page looks again for what is under way, ms. */
export const lookAgain = 3 * second;

/** Campaigns of the viewer's own tenant: whoever runs them here is written down by directory id. */
export function campaignEntries(
  ports: CampaignDeskPorts,
  more: (
    asked: DeskAsked,
    campaign: Campaign,
  ) => Promise<{ readonly blocks: readonly DeskBlock[]; readonly wait: boolean }>,
): ReadonlyMap<string, DeskEntry> {
  const { campaigns, work, clock } = ports;
  const workOf = ({ id }: Campaign) => `campaign/${id}`;

  /** Undefined for one of another tenant, too. */
  async function named(asked: DeskAsked): Promise<Campaign | undefined> {
    const campaign = await campaigns.read(asked.given('id'));
    return campaign?.tenantId === asked.viewer.tenantId ? campaign : undefined;
  }

  async function list(asked: DeskAsked, notes: readonly DeskBlock[] = []): Promise<DeskView> {
    const { tell, viewer, held } = asked;
    const all = (await Array.fromAsync(campaigns.all())).filter(({ tenantId }) => tenantId === viewer.tenantId);
    const rows = all.map(({ id, settings, state }) => ({
      title: settings.name,
      note: `${tell(`desk.state.${state}`)} ${tell('desk.campaigns.row', { date: dayIn(tell, settings.by) })}`,
      call: { name: 'campaign', given: { id } },
    }));
    const plan: DeskButton = {
      title: tell('desk.campaigns.new'),
      call: { name: 'campaign-form', given: {} },
      sure: null,
      plain: false,
    };
    return {
      kind: 'desk',
      language: tell.language,
      page: 'campaigns',
      title: tell('desk.campaigns'),
      blocks: [
        ...notes,
        ...(rows.length > 0
          ? [{ kind: 'links', rows } as const]
          : [{ kind: 'quiet', text: tell('desk.campaigns.none') } as const]),
        ...(allowedTo('run-campaigns', held) ? [{ kind: 'buttons', buttons: [plan] } as const] : []),
      ],
      same: { name: 'campaigns', given: {} },
      again: null,
    };
  }

  async function shown(asked: DeskAsked, known: Campaign, notes: readonly DeskBlock[] = []): Promise<DeskView> {
    const { tell, held } = asked;
    const found = await work.read<WorkDone>(workOf(known));
    // What has come to its end by now has changed the campaign before.
    const campaign = (await campaigns.read(known.id)) ?? known;
    const { id, settings, state } = campaign;
    const runs = allowedTo('run-campaigns', held);
    const further =
      state === 'draft' || state === 'rehearsed' ? { blocks: [], wait: false } : await more(asked, campaign);
    const done = found.done?.value;
    const before = state === 'draft' || state === 'rehearsed';
    return {
      kind: 'desk',
      language: tell.language,
      page: 'campaigns',
      title: settings.name,
      blocks: [
        ...notes,
        {
          kind: 'text',
          text: `${tell(`desk.state.${state}`)} ${tell('desk.campaigns.row', { date: dayIn(tell, settings.by) })}`,
        },
        ...(found.underWay ? [{ kind: 'note', text: tell('desk.wait') } as const] : []),
        ...(found.failed ? [{ kind: 'note', text: tell('desk.failed') } as const] : []),
        ...(done?.kind === 'refused' ? [{ kind: 'note', text: tell(`desk.refused.${done.why}`) } as const] : []),
        ...(runs && !found.underWay ? [{ kind: 'buttons', buttons: buttonsOf(tell, campaign, done) } as const] : []),
        ...(before && done?.kind === 'rehearsed' ? rehearsed(tell, done, settings) : []),
        ...further.blocks,
        ...(before ? messages(tell, campaign, runs) : []),
        { kind: 'buttons', buttons: [plainButton(tell('desk.back'), 'campaigns')] },
      ],
      same: { name: 'campaign', given: { id } },
      again: found.underWay || further.wait ? lookAgain : null,
    };
  }

  function messages(tell: Tell, campaign: Campaign, runs: boolean): readonly DeskBlock[] {
    return languages.flatMap((language): readonly DeskBlock[] => {
      const title = tell('desk.message', { language: languageName(tell, language) });
      const outline = cardOutline(ports.preview(campaign, language));
      const given = { id: campaign.id, language };
      const button = { title: tell('desk.trial'), call: { name: 'campaign-trial', given }, sure: null, plain: true };
      return [
        { kind: 'heading', text: title },
        { kind: 'card', title, language, ...outline },
        ...(runs ? [{ kind: 'buttons', buttons: [button] } as const] : []),
      ];
    });
  }

  const note = (text: string): readonly DeskBlock[] => [{ kind: 'note', text }];

  async function onNamed(asked: DeskAsked, act: (campaign: Campaign) => Promise<DeskView>): Promise<DeskView> {
    const campaign = await named(asked);
    return campaign ? act(campaign) : list(asked, note(asked.tell('desk.refused.unknown-campaign')));
  }

  /** What takes long is begun, and looked at. */
  function inBackground(make: (campaign: Campaign, by: string) => Promise<WorkDone>): DeskEntry['run'] {
    return (asked) =>
      onNamed(asked, async (campaign) => {
        await work.begin<WorkDone>(workOf(campaign), () => make(campaign, asked.viewer.objectId));
        return shown(asked, campaign);
      });
  }

  function atOnce(verb: 'pause' | 'stop'): DeskEntry['run'] {
    return (asked) =>
      onNamed(asked, async (campaign) => {
        const done = await campaigns[verb](campaign.id, asked.viewer.objectId);
        if (done.kind === 'done') return shown(asked, done.campaign);
        return shown(asked, campaign, note(asked.tell(`desk.refused.${done.kind}`)));
      });
  }

  async function rehearse(campaign: Campaign, by: string): Promise<WorkDone> {
    const sources = await ports.audienceOf(campaign.tenantId, campaign.settings.groups);
    const done = await campaigns.rehearse(campaign.id, sources, by);
    if (done.kind !== 'done') return { kind: 'refused', why: done.kind };
    const { invited, ...numbers } = done.audience;
    return { kind: 'rehearsed', ...numbers, invited: invited.length, rehearsal: done.rehearsal };
  }

  async function start(campaign: Campaign, by: string): Promise<WorkDone> {
    const sources = await ports.audienceOf(campaign.tenantId, campaign.settings.groups);
    const done = await campaigns.start(campaign.id, sources, by);
    return done.kind === 'done' ? { kind: 'started', people: done.people } : { kind: 'refused', why: done.kind };
  }

  async function formView(tell: Tell, given: FormGiven, wrong: readonly string[]): Promise<DeskView> {
    return {
      kind: 'desk',
      language: tell.language,
      page: 'campaigns',
      title: tell('desk.campaigns.new'),
      blocks: [
        ...(wrong.length > 0 ? note(tell('desk.form.problems', { count: wrong.length })) : []),
        settingsForm(tell, given, wrong),
        { kind: 'buttons', buttons: [plainButton(tell('desk.back'), 'campaigns')] },
      ],
      same: { name: 'campaign-form', given: {} },
      again: null,
    };
  }

  async function create({ tell, viewer, given }: DeskAsked): Promise<DeskView | { readonly made: Campaign }> {
    const values = formValues(given);
    const read = ports.readCampaign(campaignGiven(values));
    if (read.kind === 'mistakes') return formView(tell, values, read.fields);
    // A day that is over would be a campaign that ends before it begins.
    const last = instantOf({ day: read.settings.by, clock: '23:59' }, read.settings.timeZone) ?? 0;
    if (last < clock()) return formView(tell, values, ['by']);
    const id = campaignIdOf(read.settings.name);
    const done = await campaigns.create(id, viewer.tenantId, read.settings, viewer.objectId);
    return done.kind === 'done' ? { made: done.campaign } : formView(tell, values, ['name']);
  }

  return new Map<string, DeskEntry>([
    ['campaigns', { act: 'see-campaigns', run: (asked) => list(asked) }],
    ['campaign', { act: 'see-campaigns', run: (asked) => onNamed(asked, (campaign) => shown(asked, campaign)) }],
    [
      'campaign-form',
      {
        act: 'run-campaigns',
        run: ({ tell }) =>
          formView(
            tell,
            formValues(() => ''),
            [],
          ),
      },
    ],
    [
      'campaign-new',
      {
        act: 'run-campaigns',
        async run(asked) {
          const made = await create(asked);
          return 'made' in made ? shown(asked, made.made) : made;
        },
      },
    ],
    ['campaign-rehearse', { act: 'run-campaigns', run: inBackground(rehearse) }],
    ['campaign-start', { act: 'run-campaigns', run: inBackground(start) }],
    ['campaign-pause', { act: 'run-campaigns', run: atOnce('pause') }],
    ['campaign-stop', { act: 'run-campaigns', run: atOnce('stop') }],
    [
      'campaign-trial',
      {
        act: 'run-campaigns',
        run: (asked) =>
          onNamed(asked, async (campaign) => {
            const language = languages.find((one) => one === asked.given('language')) ?? asked.tell.language;
            const came = await ports.trial(asked.viewer, campaign, language);
            return shown(asked, campaign, note(asked.tell(`desk.trial.${came}`)));
          }),
      },
    ],
  ]);
}

/** What may be done in the state a campaign is in. */
function buttonsOf(tell: Tell, { id, state }: Campaign, done: WorkDone | undefined): readonly DeskButton[] {
  const button = (title: string, name: string, sure: string | null, plain = false): DeskButton => ({
    title,
    call: { name, given: { id } },
    sure: sure === null ? null : { text: sure, yes: tell('desk.confirm'), no: tell('desk.cancel') },
    plain,
  });
  const people = done?.kind === 'rehearsed' ? done.invited : 0;
  const begin = button(tell('desk.start'), 'campaign-start', tell('desk.start.sure', { people }));
  const rehearse = (plain: boolean) => button(tell('desk.rehearse'), 'campaign-rehearse', null, plain);
  const stop = button(tell('desk.stop'), 'campaign-stop', tell('desk.stop.sure'), true);
  switch (state) {
    case 'draft':
      return [rehearse(false), stop];
    case 'rehearsed':
      return done?.kind === 'rehearsed' ? [begin, rehearse(true), stop] : [rehearse(false), stop];
    case 'running':
      return [button(tell('desk.pause'), 'campaign-pause', null), stop];
    case 'paused':
      return [button(tell('desk.resume'), 'campaign-start', tell('desk.resume.sure')), stop];
    case 'ended':
      return [];
  }
}

function plainButton(title: string, name: string): DeskButton {
  return { title, call: { name, given: {} }, sure: null, plain: true };
}

/** What a campaign would come to, as a calendar of days and numbers. */
function rehearsed(
  tell: Tell,
  { rehearsal, notReady, leftOut, ...counts }: RehearsedNumbers,
  { prices }: CampaignSettings,
): readonly DeskBlock[] {
  const { fewest, most, codes, codesADay, codesAllowed, late, days, costs } = rehearsal;
  const country = countryNames(tell);
  const money = costs.map(({ country: code, amount }) =>
    tell('desk.cost', { country: country(code), amount: amount.toFixed(2), currency: prices?.currency ?? '' }),
  );
  return [
    { kind: 'heading', text: tell('desk.what-if') },
    { kind: 'text', text: tell('desk.what-if.people', counts) },
    { kind: 'text', text: tell('desk.what-if.messages', { fewest, most, codes, codesADay, codesAllowed }) },
    ...(codesADay > codesAllowed ? [{ kind: 'note', text: tell('desk.what-if.codes') } as const] : []),
    ...(late > 0 ? [{ kind: 'note', text: tell('desk.what-if.late', { late }) } as const] : []),
    ...money.map((text) => ({ kind: 'text', text }) as const),
    ...(days.length === 0
      ? []
      : [
          {
            kind: 'table',
            title: tell('desk.what-if.days'),
            head: [tell('desk.what-if.day'), tell('desk.what-if.count'), tell('desk.what-if.minutes')],
            rows: days.map(({ day, messages, seconds }) => [
              weekday(tell, day),
              `${messages}`,
              `${Math.ceil((seconds * second) / minute)}`,
            ]),
            words: false,
          } as const,
        ]),
    ...bars(
      tell('desk.what-if.why'),
      notReadyReasons.map((reason) => [tell(`desk.reason.${reason}`), notReady[reason] ?? 0]),
    ),
    ...bars(
      tell('desk.what-if.out'),
      leftOutReasons.map((reason) => [tell(`desk.out.${reason}`), leftOut[reason] ?? 0]),
    ),
  ];
}

/** `2026-11-24` as people read it, with its weekday. */
function weekday(tell: Tell, day: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageRecords[tell.language].region, options).format(Date.parse(day));
}

function dayIn(tell: Tell, day: string): string {
  return tell.calendar({ when: Date.parse(day), named: 'day' });
}

function languageName(tell: Tell, language: string): string {
  return new Intl.DisplayNames(tell.language, { type: 'language' }).of(language) ?? language;
}
