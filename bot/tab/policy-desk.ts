import { isDeepStrictEqual } from 'node:util';
import type { AudienceSources } from '../domain/campaigns/audience.ts';
import { countLosing, type PolicyWhatIf } from '../domain/campaigns/policy-what-if.ts';
import { readyBy } from '../domain/campaigns/readiness-count.ts';
import type { Policy, PolicyRecord } from '../domain/policy.ts';
import type { Directory } from '../domain/ports/directory.ts';
import type { Clock } from '../domain/ports/system.ts';
import { allowedTo } from '../domain/roles.ts';
import { hour } from '../domain/time.ts';
import type { Tell } from '../texts/tell.ts';
import type { BackgroundWork } from './background-work.ts';
import { lookAgain } from './campaign-desk.ts';
import type { DeskAsked, DeskEntry } from './desk.ts';
import type { DeskBlock, DeskButton, DeskCall, DeskView } from './page-data.ts';
import {
  type PolicyValues,
  policyFields,
  policyFormFields,
  policyFrom,
  policyValues,
  valueWords,
} from './policy-form.ts';
import { namesBy } from './trail-desk.ts';

interface Kept {
  readonly policy: Policy;
  readonly before: Policy | undefined;
  readonly history: NonNullable<PolicyRecord['history']>;
}

export interface PolicyDeskPorts {
  readonly work: BackgroundWork;
  readonly directory: Directory;
  /** The policy as IT has decided it, and how it came to be. */
  readonly keptPolicy: () => Promise<Kept>;
  /** False: somebody has changed it since, and nothing was done. */
  readonly changePolicy: (
    policy: Policy,
    how: { readonly by: string; readonly reason: string; readonly seen: number },
  ) => Promise<boolean>;
  readonly readPolicy: (
    given: unknown,
  ) =>
    | { readonly kind: 'policy'; readonly policy: Policy }
    | { readonly kind: 'mistakes'; readonly fields: readonly string[] };
  readonly audienceOf: (tenantId: string, groups: readonly string[]) => Promise<Omit<AudienceSources, 'refusers'>>;
  readonly clock: Clock;
}

/** What would become of everybody by one policy in the place of another. */
interface Weighed {
  readonly current: Policy;
  readonly next: Policy;
  readonly whatIf: PolicyWhatIf;
}

/** As long as the directory's lists are good. */
const fresh = hour;
const shownChanges = 10;

/** The policy in plain words; another is put in force only by whoever has seen what it would change, and says why. */
export function policyEntries(ports: PolicyDeskPorts): readonly (readonly [string, DeskEntry])[] {
  const { work, keptPolicy, readPolicy, clock } = ports;

  async function shown(asked: DeskAsked, notes: readonly DeskBlock[] = []): Promise<DeskView> {
    const { tell, held, viewer } = asked;
    const { policy, before, history } = await keptPolicy();
    const values = policyValues(policy);
    const last = history.toReversed().slice(0, shownChanges);
    const who = await namesBy(
      last.map(({ by }) => by),
      viewer.tenantId,
      ports.directory,
    );
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

  function form(tell: Tell, values: PolicyValues, seen: number, wrong: readonly string[]): DeskView {
    const same = { name: 'policy-form', given: {} };
    return view(tell, tell('desk.policy.change'), same, [
      ...(wrong.length > 0
        ? [{ kind: 'note', text: tell('desk.form.problems', { count: wrong.length }) } as const]
        : []),
      {
        kind: 'form',
        fields: policyFormFields(tell, values, wrong),
        submit: tell('desk.policy.look'),
        call: { name: 'policy-what-if', given: { seen: `${seen}` } },
      },
      leave(tell),
    ]);
  }

  /** What was asked for: another policy, or what has to be shown instead. */
  async function wanted(
    asked: DeskAsked,
  ): Promise<{ readonly next: Policy; readonly kept: Kept; readonly same: DeskCall } | DeskView> {
    const { tell, given } = asked;
    const kept = await keptPolicy();
    if (given('seen') !== `${kept.history.length}`) {
      return shown(asked, [{ kind: 'note', text: tell('desk.policy.moved') }]);
    }
    const back = given('back') === 'yes';
    if (back && !kept.before) return shown(asked);
    const values = Object.fromEntries(policyFields.map((field) => [field, given(field)])) as PolicyValues;
    const sent: Readonly<Record<string, string>> = back ? { back: 'yes' } : values;
    const same = { name: 'policy-what-if', given: { ...sent, seen: given('seen') } };
    if (back && kept.before) return { next: kept.before, kept, same };
    const read = readPolicy(policyFrom(values, kept.policy));
    if (read.kind === 'mistakes') return form(tell, values, kept.history.length, read.fields);
    return { next: read.policy, kept, same };
  }

  async function weighed(tenantId: string, current: Policy, next: Policy) {
    const name = `policy/${tenantId}`;
    const make = async (): Promise<Weighed> => ({
      current,
      next,
      whatIf: await countLosing(await ports.audienceOf(tenantId, []), current, next, clock()),
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
    const changes = changed(tell, kept.policy, next);
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
      ...(counted ? [...losing(tell, counted), reasonForm(tell, same, asked.given('reason'), wrong)] : []),
      leave(tell),
    ];
    return { ...view(tell, tell('desk.policy.title'), same, blocks), again: underWay ? lookAgain : null };
  }

  async function use(asked: DeskAsked): Promise<DeskView> {
    const { tell, viewer, given } = asked;
    const want = await wanted(asked);
    if ('kind' in want) return want;
    const { done, underWay, failed } = await weighed(viewer.tenantId, want.kept.policy, want.next);
    const reason = given('reason').slice(0, 300);
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
    ['policy-what-if', { act: 'change-policy', run: (asked) => whatIf(asked) }],
    ['policy-use', { act: 'change-policy', run: use }],
  ];
}

/** As a record has it, to be compared. */
function plain(policy: Policy): unknown {
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
function changed(tell: Tell, current: Policy, next: Policy): readonly (readonly string[])[] {
  const [before, after] = [policyValues(current), policyValues(next)];
  return policyFields
    .filter((field) => before[field] !== after[field])
    .map((field) => [
      tell(`desk.field.${field}`),
      valueWords(tell, field, before[field]),
      valueWords(tell, field, after[field]),
    ]);
}

function losing(tell: Tell, { people, losing: now, losingThen }: PolicyWhatIf): readonly DeskBlock[] {
  const date = tell.calendar({ when: readyBy, named: 'day' });
  return [
    { kind: now > 0 ? 'note' : 'text', text: tell('desk.policy.losing', { losing: now }) },
    { kind: 'text', text: tell('desk.policy.losing-then', { date, losing: losingThen }) },
    { kind: 'quiet', text: tell('desk.policy.counted', { people }) },
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
