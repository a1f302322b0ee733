import { isDeepStrictEqual } from 'node:util';
import type { AudienceSources } from '../domain/campaigns/audience.ts';
import { type PolicyWhatIf, weighPolicy } from '../domain/campaigns/policy-what-if.ts';
import { readyBy } from '../domain/campaigns/readiness-count.ts';
import { leastShown } from '../domain/campaigns/small-groups.ts';
import type { DecidedPolicy, PolicyRecord } from '../domain/policy.ts';
import type { Directory } from '../domain/ports/directory.ts';
import type { Clock } from '../domain/ports/system.ts';
import type { WhereaboutsSource } from '../domain/ports/whereabouts.ts';
import { allowedTo } from '../domain/roles.ts';
import { plainLine } from '../domain/tickets/sanitize.ts';
import { hour } from '../domain/time.ts';
import type { Tell } from '../texts/tell.ts';
import type { BackgroundWork } from './background-work.ts';
import { lookAgain } from './campaign-desk.ts';
import type { DeskAsked, DeskEntry } from './desk.ts';
import type { AuditNamesSeen } from './organisation-tab.ts';
import type { DeskBlock, DeskButton, DeskCall, DeskView } from './page-data.ts';
import {
  type PolicyValues,
  policyFields,
  policyFormFields,
  policyFrom,
  policyValues,
  valueWords,
} from './policy-form.ts';
import { type RuleValues, ruleFields, ruleFormFields, ruleFrom, ruleValues } from './rule-form.ts';
import { changedRules, groupNames, ruleEffects, rulesBlocks, whoEntry } from './rules-desk.ts';
import { namesBy } from './trail-desk.ts';

interface Kept {
  readonly policy: DecidedPolicy;
  readonly before: DecidedPolicy | undefined;
  readonly history: NonNullable<PolicyRecord['history']>;
}

export interface PolicyDeskPorts {
  readonly work: BackgroundWork;
  readonly directory: Directory;
  /** The policy as IT has decided it, and how it came to be. */
  readonly keptPolicy: () => Promise<Kept>;
  /** False: somebody has changed it since, and nothing was done. */
  readonly changePolicy: (
    policy: DecidedPolicy,
    how: { readonly by: string; readonly reason: string; readonly seen: number },
  ) => Promise<boolean>;
  readonly readPolicy: (
    given: unknown,
  ) =>
    | { readonly kind: 'policy'; readonly policy: DecidedPolicy }
    | { readonly kind: 'mistakes'; readonly fields: readonly string[] };
  /** @param others policies that people are weighed by besides the one in force */
  readonly audienceOf: (
    tenantId: string,
    groups: readonly string[],
    others: readonly DecidedPolicy[],
  ) => Promise<Omit<AudienceSources, 'refusers'>>;
  readonly whereabouts: WhereaboutsSource;
  readonly auditNamesSeen: AuditNamesSeen;
  readonly clock: Clock;
}

/** What would become of everybody by one policy in the place of another. */
interface Weighed {
  readonly current: DecidedPolicy;
  readonly next: DecidedPolicy;
  readonly whatIf: PolicyWhatIf;
}

/** As long as the directory's lists are good. */
const fresh = hour;
const shownChanges = 10;
/** Characters of what somebody says about a change. */
const longestReason = 300;

/** The policy in plain words; another is put in force only by whoever has seen what it would change, and says why. */
export function policyEntries(ports: PolicyDeskPorts): readonly (readonly [string, DeskEntry])[] {
  const { work, keptPolicy, readPolicy, clock } = ports;

  async function shown(asked: DeskAsked, notes: readonly DeskBlock[] = []): Promise<DeskView> {
    const { tell, held, viewer } = asked;
    const { policy, before, history } = await keptPolicy();
    const values = policyValues(policy);
    const last = history.toReversed().slice(0, shownChanges);
    const [who, nameOf] = await Promise.all([
      namesBy(
        last.map(({ by }) => by),
        viewer.tenantId,
        ports.directory,
      ),
      groupNames(policy.rules, ports.whereabouts),
    ]);
    const buttons = allowedTo('change-policy', held)
      ? [
          button(tell('desk.policy.change'), { name: 'policy-form', given: {} }, false),
          ...(before
            ? [
                button(
                  tell('desk.policy.back'),
                  { name: 'policy-what-if', given: { back: 'yes', seen: `${history.length}` } },
                  true,
                ),
              ]
            : []),
        ]
      : [];
    return view(tell, tell('desk.policy'), { name: 'policy', given: {} }, [
      ...notes,
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
      {
        kind: 'table',
        title: tell('desk.policy.holds'),
        head: ['', tell('desk.policy.before')],
        rows: policyFields.map((field) => [tell(`desk.field.${field}`), valueWords(tell, field, values[field])]),
        words: true,
      },
      { kind: 'quiet', text: tell('desk.policy.file') },
      ...rulesBlocks(tell, policy.rules, nameOf, allowedTo('change-policy', held)),
      ...(last.length === 0
        ? []
        : [
            {
              kind: 'table',
              title: tell('desk.policy.history'),
              head: [tell('desk.trail.when'), tell('desk.trail.who'), tell('desk.trail.what'), tell('desk.policy.why')],
              rows: last.map(({ at, by, fields, reason }) => [tell.moment(at), who(by), fields, reason ?? '']),
              words: true,
            } as const,
          ]),
    ]);
  }

  /** @param unfit a rule that does not go with it */
  function form(tell: Tell, values: PolicyValues, seen: number, wrong: readonly string[], unfit?: string): DeskView {
    const same = { name: 'policy-form', given: {} };
    return view(tell, tell('desk.policy.change'), same, [
      ...(wrong.length > 0 && unfit === undefined
        ? [{ kind: 'note', text: tell('desk.form.problems', { count: wrong.length }) } as const]
        : []),
      ...(unfit === undefined ? [] : [{ kind: 'note', text: tell('desk.rules.unfit', { name: unfit }) } as const]),
      {
        kind: 'form',
        fields: policyFormFields(tell, values, wrong),
        submit: tell('desk.policy.look'),
        call: { name: 'policy-what-if', given: { seen: `${seen}` } },
      },
      leave(tell),
    ]);
  }

  /** @param of the rule it is about; empty: a new one */
  function ruleForm(
    tell: Tell,
    of: string,
    values: RuleValues,
    seen: number,
    wrong: ReadonlyMap<string, string> = new Map(),
  ): DeskView {
    const title = of === '' ? tell('desk.rules.new') : tell('desk.rules.change', { name: of });
    const call = (act: 'save' | 'remove') => ({ name: 'policy-what-if', given: { act, of, seen: `${seen}` } });
    return view(tell, title, { name: 'policy-rule', given: { of } }, [
      ...(wrong.size > 0 ? [{ kind: 'note', text: tell('desk.form.problems', { count: wrong.size }) } as const] : []),
      { kind: 'text', text: tell('desk.rule.hint') },
      {
        kind: 'form',
        fields: ruleFormFields(tell, values, wrong),
        submit: tell('desk.policy.look'),
        call: call('save'),
      },
      ...(of === ''
        ? []
        : [{ kind: 'buttons', buttons: [button(tell('desk.rule.remove'), call('remove'), true)] } as const]),
      leave(tell),
    ]);
  }

  type Wanted = { readonly next: DecidedPolicy; readonly kept: Kept; readonly same: DeskCall };

  /** What was asked for: another policy, or what has to be shown instead. */
  async function wanted(asked: DeskAsked): Promise<Wanted | DeskView> {
    const { tell, given } = asked;
    const kept = await keptPolicy();
    const seen = kept.history.length;
    if (given('seen') !== `${seen}`) {
      return shown(asked, [{ kind: 'note', text: tell('desk.policy.moved') }]);
    }
    const sameOf = (sent: Readonly<Record<string, string>>) => ({
      name: 'policy-what-if',
      given: { ...sent, seen: given('seen') },
    });
    if (given('back') === 'yes' && !kept.before) return shown(asked);
    const back = given('back') === 'yes' ? kept.before : undefined;
    const act = given('act');
    if (!back && (act === 'save' || act === 'remove')) return wantedRule(asked, act, kept, sameOf);
    const values = back
      ? policyValues(back)
      : (Object.fromEntries(policyFields.map((field) => [field, given(field)])) as PolicyValues);
    // What no form changes stays, on the way back as well: roles above all.
    const rest = back ? { ...kept.policy, phone: back.phone, rules: back.rules } : kept.policy;
    const read = readPolicy(policyFrom(values, rest));
    if (read.kind === 'mistakes') {
      // A rule stands on everybody's policy: one that no longer could is to be changed first.
      const unfit = rest.rules.find((_, at) => read.fields.some((field) => field.startsWith(`rules.${at}.`)));
      return form(tell, values, seen, read.fields, unfit?.name);
    }
    return { next: read.policy, kept, same: sameOf(back ? { back: 'yes' } : values) };
  }

  async function wantedRule(
    { tell, given }: DeskAsked,
    act: 'save' | 'remove',
    kept: Kept,
    sameOf: (sent: Readonly<Record<string, string>>) => DeskCall,
  ): Promise<Wanted | DeskView> {
    const of = given('of');
    const { rules, ...policy } = kept.policy;
    const before = rules.find(({ name }) => name === of);
    const others = rules.filter((one) => one !== before);
    if (act === 'remove') return { next: { ...policy, rules: others }, kept, same: sameOf({ act, of }) };
    const values = Object.fromEntries(ruleFields.map((field) => [field, given(field)])) as RuleValues;
    // The one that is written stands last: of two with one rank it is the one to be marked.
    const read = readPolicy({ ...policy, rules: [...others, ruleFrom(values, before, policy.phone)] });
    const marked = (places: readonly (readonly [place: string, says: string])[]) =>
      ruleForm(tell, of, values, kept.history.length, new Map(places));
    if (read.kind === 'mistakes') {
      const own = `rules.${others.length}.`;
      return marked(
        read.fields.map(
          (field) => [field.startsWith(own) ? field.slice(own.length) : 'name', tell('desk.form.wrong')] as const,
        ),
      );
    }
    const written = read.policy.rules.at(-1)?.for.groups ?? [];
    const seen = written.length > 0 ? await ports.whereabouts.groups(written) : new Map();
    const absent = written.find((group) => seen.get(group)?.kind === 'absent');
    if (absent !== undefined) return marked([['for.groups', tell('desk.rule.absent', { group: absent })]]);
    return { next: read.policy, kept, same: sameOf({ ...values, act, of }) };
  }

  async function weighed(tenantId: string, current: DecidedPolicy, next: DecidedPolicy) {
    const name = `weighed-policy/${tenantId}`;
    const make = async (): Promise<Weighed> => ({
      current,
      next,
      whatIf: await weighPolicy(await ports.audienceOf(tenantId, [], [current, next]), current, next, clock()),
    });
    const state = await work.kept<Weighed>(name, fresh, make);
    const fits = (one: Weighed) =>
      isDeepStrictEqual(plain(one.next), plain(next)) && isDeepStrictEqual(plain(one.current), plain(current));
    if (state.underWay || state.failed || (state.done && fits(state.done.value))) return state;
    await work.begin(name, make);
    return { ...state, underWay: true };
  }

  async function whatIf(asked: DeskAsked, wrong = false): Promise<DeskView> {
    const { tell, viewer } = asked;
    const want = await wanted(asked);
    if ('kind' in want) return want;
    const { next, kept, same } = want;
    const nameOf = await groupNames([...kept.policy.rules, ...next.rules], ports.whereabouts);
    const changes = [...changed(tell, kept.policy, next), ...changedRules(tell, kept.policy.rules, next.rules, nameOf)];
    if (changes.length === 0 && isDeepStrictEqual(plain(kept.policy), plain(next))) {
      return shown(asked, [{ kind: 'note', text: tell('desk.policy.same') }]);
    }
    const { underWay, failed, done } = await weighed(viewer.tenantId, kept.policy, next);
    const counted = !underWay && !failed && done ? done.value.whatIf : undefined;
    const blocks: readonly DeskBlock[] = [
      {
        kind: 'table',
        title: tell('desk.policy.changes'),
        head: ['', tell('desk.policy.before'), tell('desk.policy.after')],
        rows: changes,
        words: true,
      },
      ...(underWay ? [{ kind: 'note', text: tell('desk.wait') } as const] : []),
      ...(failed ? [{ kind: 'note', text: tell('desk.failed') } as const] : []),
      ...(counted
        ? [
            ...losing(tell, counted),
            ...ruleEffects(tell, counted),
            reasonForm(tell, same, asked.given('reason'), wrong),
          ]
        : []),
      leave(tell),
    ];
    return { ...view(tell, tell('desk.policy.title'), same, blocks), again: underWay ? lookAgain : null };
  }

  async function use(asked: DeskAsked): Promise<DeskView> {
    const { tell, viewer, given } = asked;
    const want = await wanted(asked);
    if ('kind' in want) return want;
    const { done, underWay, failed } = await weighed(viewer.tenantId, want.kept.policy, want.next);
    const reason = plainLine(given('reason'), longestReason);
    // Nobody puts in force what they have not seen weighed, and nobody without a word.
    if (underWay || failed || !done || reason === '') return whatIf(asked, reason === '');
    const seen = want.kept.history.length;
    const used = await ports.changePolicy(want.next, { by: viewer.objectId, reason, seen });
    return shown(asked, [{ kind: 'note', text: tell(used ? 'desk.policy.used' : 'desk.policy.moved') }]);
  }

  return [
    ['policy', { act: 'see-policy', run: (asked) => shown(asked) }],
    [
      'policy-form',
      {
        act: 'change-policy',
        async run({ tell }) {
          const { policy, history } = await keptPolicy();
          return form(tell, policyValues(policy), history.length, []);
        },
      },
    ],
    [
      'policy-rule',
      {
        act: 'change-policy',
        async run({ tell, given }) {
          const { policy, history } = await keptPolicy();
          const rule = policy.rules.find(({ name }) => name === given('of'));
          const next = Math.max(0, ...policy.rules.map(({ rank }) => rank)) + 1;
          return ruleForm(tell, rule?.name ?? '', ruleValues(rule, next), history.length);
        },
      },
    ],
    whoEntry({ ...ports, rulesNow: async () => (await keptPolicy()).policy.rules }),
    ['policy-what-if', { act: 'change-policy', run: (asked) => whatIf(asked) }],
    ['policy-use', { act: 'change-policy', run: use }],
  ];
}

/** As a record has it, to be compared. */
function plain(policy: DecidedPolicy): unknown {
  const { dialsExtensions: _, ...decided } = policy;
  return JSON.parse(JSON.stringify(decided));
}

function view(tell: Tell, title: string, same: DeskCall, blocks: readonly DeskBlock[]): DeskView {
  return { kind: 'desk', language: tell.language, page: 'policy', title, blocks, same, again: null };
}

function button(title: string, call: DeskCall, isPlain: boolean): DeskButton {
  return { title, call, sure: null, plain: isPlain };
}

function leave(tell: Tell): DeskBlock {
  return { kind: 'buttons', buttons: [button(tell('desk.policy.cancel'), { name: 'policy', given: {} }, true)] };
}

/** Each field of the form that would change, with what it is now and would be. */
function changed(tell: Tell, current: DecidedPolicy, next: DecidedPolicy): readonly (readonly string[])[] {
  const [before, after] = [policyValues(current), policyValues(next)];
  return policyFields
    .filter((field) => before[field] !== after[field])
    .map((field) => [
      tell(`desk.field.${field}`),
      valueWords(tell, field, before[field]),
      valueWords(tell, field, after[field]),
    ]);
}

/** What would become of the few of a rule shows in no sum either. */
function losing(tell: Tell, { people, few, ...all }: PolicyWhatIf): readonly DeskBlock[] {
  const [now, losingThen] = [all.losing - few.losing, all.losingThen - few.losingThen];
  const date = tell.calendar({ when: readyBy, named: 'day' });
  return [
    { kind: now > 0 ? 'note' : 'text', text: tell('desk.policy.losing', { losing: now }) },
    { kind: 'text', text: tell('desk.policy.losing-then', { date, losing: losingThen }) },
    { kind: 'quiet', text: tell('desk.policy.counted', { people }) },
    ...(few.people > 0 ? [{ kind: 'quiet', text: tell('desk.policy.few', { least: leastShown }) } as const] : []),
  ];
}

function reasonForm(tell: Tell, same: DeskCall, reason: string, wrong: boolean): DeskBlock {
  const field = {
    name: 'reason',
    label: tell('desk.policy.reason'),
    kind: 'text',
    value: reason,
    choices: [],
    wrong: wrong ? tell('desk.form.wrong') : null,
  } as const;
  return {
    kind: 'form',
    fields: [field],
    submit: tell('desk.policy.use'),
    call: { name: 'policy-use', given: same.given },
  };
}
