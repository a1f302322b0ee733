import type { EmployeeKey } from '../domain/account/person.ts';
import type { PolicyWhatIf } from '../domain/campaigns/policy-what-if.ts';
import { leastShown } from '../domain/campaigns/small-groups.ts';
import type { DecidedPolicy, PolicyRule } from '../domain/policy.ts';
import { byRank, groupsNamed, matchOf, type RuleMatch, type WinningRule, winningRule } from '../domain/policy-rules.ts';
import type { GroupSeen, WhereaboutsSource } from '../domain/ports/whereabouts.ts';
import type { Tell } from '../texts/tell.ts';
import type { DeskEntry } from './desk.ts';
import { countryNames } from './desk-tables.ts';
import type { AuditNamesSeen } from './organisation-tab.ts';
import type { DeskBlock, DeskView } from './page-data.ts';
import { ruleDifferences } from './rule-form.ts';

/** More groups than these are shown by their ids: each name is a question to the directory. */
const mostNamed = 50;

/** Of a sign-in name; longer than Entra has any. */
const longestName = 200;

/** What groups are called, by their directory ids. */
export type GroupNames = (tell: Tell, group: string) => string;

/** Names of the groups that rules name, as far as the directory tells in time. */
export async function groupNames(
  rules: readonly PolicyRule[],
  whereabouts: Pick<WhereaboutsSource, 'groups'>,
): Promise<GroupNames> {
  const wanted = groupsNamed(rules).slice(0, mostNamed);
  const seen: ReadonlyMap<string, GroupSeen> = wanted.length > 0 ? await whereabouts.groups(wanted) : new Map();
  return (tell, group) => {
    const found = seen.get(group);
    if (found?.kind === 'absent') return tell('desk.rule.gone', { group });
    return (found?.kind === 'there' && found.name) || group;
  };
}

/** Whom a rule is about, in words. */
function ruleReach(tell: Tell, { for: { groups, countries } }: PolicyRule, nameOf: GroupNames): string {
  const named = countryNames(tell);
  const those = {
    groups: groups.map((group) => nameOf(tell, group)).join(', '),
    countries: countries.map(named).join(', '),
  };
  if (groups.length === 0) return those.countries;
  return countries.length === 0 ? those.groups : tell('desk.rule.both', those);
}

/** The rules by their rank, each with whom it is about and what is different by it. @param change they may be changed */
export function rulesBlocks(
  tell: Tell,
  rules: readonly PolicyRule[],
  nameOf: GroupNames,
  change: boolean,
): readonly DeskBlock[] {
  const buttons = [
    ...(change ? [{ title: tell('desk.rules.new'), call: { name: 'policy-rule', given: {} } }] : []),
    ...(rules.length > 0 ? [{ title: tell('desk.who'), call: { name: 'policy-who', given: {} } }] : []),
  ].map((one) => ({ ...one, sure: null, plain: true }));
  const rows = byRank(rules).map((rule) => [
    `${rule.rank}. ${rule.name}`,
    ruleReach(tell, rule, nameOf),
    ruleDifferences(tell, rule) || tell('desk.rules.alike'),
  ]);
  const links = byRank(rules).map(({ name }) => ({
    title: tell('desk.rules.change', { name }),
    note: '',
    call: { name: 'policy-rule', given: { of: name } },
  }));
  return [
    ...(rules.length === 0
      ? [
          { kind: 'heading', text: tell('desk.rules') } as const,
          { kind: 'quiet', text: tell('desk.rules.none') } as const,
        ]
      : [
          {
            kind: 'table',
            title: tell('desk.rules'),
            head: ['', tell('desk.rules.for'), tell('desk.rules.other')],
            rows,
            words: true,
          } as const,
        ]),
    ...(change && links.length > 0 ? [{ kind: 'links', rows: links } as const] : []),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ];
}

/** What rules would be otherwise: a row for each that changes, comes or goes. */
export function changedRules(
  tell: Tell,
  before: DecidedPolicy['rules'],
  after: DecidedPolicy['rules'],
  nameOf: GroupNames,
): readonly (readonly string[])[] {
  const words = (rule: PolicyRule | undefined) =>
    rule
      ? `${rule.rank}. ${ruleReach(tell, rule, nameOf)}; ${ruleDifferences(tell, rule) || tell('desk.rules.alike')}`
      : '–';
  const names = [...new Set([...byRank(before), ...byRank(after)].map(({ name }) => name))];
  return names
    .map((name) => {
      const [was, is] = [before, after].map((rules) => words(rules.find((one) => one.name === name)));
      return [name, was ?? '', is ?? ''];
    })
    .filter(([, was, is]) => was !== is);
}

/** What each rule would do. Of a few people nothing is told but that they are few: a rule may be about one. */
export function ruleEffects(tell: Tell, { rules, unseen }: PolicyWhatIf): readonly DeskBlock[] {
  const few = tell('desk.rules.few', { least: leastShown });
  const shown = (count: number) => (count > 0 && count < leastShown ? few : `${count}`);
  const rows = rules.map(({ name, rank, about, holds, gaining, losing }) => [
    `${rank}. ${name}`,
    shown(about),
    shown(holds),
    ...[gaining, losing].map((count) => (holds < leastShown ? '–' : shown(count))),
  ]);
  const head = ['', ...(['about', 'holds', 'gaining', 'losing'] as const).map((one) => tell(`desk.rules.${one}`))];
  return [
    ...(rows.length > 0
      ? [{ kind: 'table', title: tell('desk.rules.effect'), head, rows, words: false } as const]
      : []),
    ...(unseen > 0 ? [{ kind: 'note', text: tell('desk.rules.unseen', { people: unseen }) } as const] : []),
  ];
}

interface WhoPorts {
  readonly whereabouts: WhereaboutsSource;
  readonly auditNamesSeen: AuditNamesSeen;
  readonly rulesNow: () => Promise<readonly PolicyRule[]>;
}

/** Which rule holds for somebody, and why. Who asks of whom has it in their own trail: it shows a name, groups and a country. */
export function whoEntry({ whereabouts, auditNamesSeen, rulesNow }: WhoPorts): readonly [string, DeskEntry] {
  async function answer(tell: Tell, said: string, viewer: EmployeeKey): Promise<readonly DeskBlock[]> {
    const found = await whereabouts.person(said);
    if (!found || found.employee.tenantId !== viewer.tenantId) return [{ kind: 'note', text: tell('desk.who.nobody') }];
    await auditNamesSeen(viewer, 1);
    const { employee, entry } = found;
    const rules = await rulesNow();
    const [seen, nameOf] = await Promise.all([
      whereabouts.look(employee, { groups: true, country: false }),
      groupNames(rules, whereabouts),
    ]);
    const where = { ...seen, country: entry.country ?? null };
    const rows = byRank(rules).map((rule) => [
      `${rule.rank}. ${rule.name}`,
      matchWords(tell, matchOf(rule, where), nameOf),
    ]);
    return [
      { kind: 'note', text: winnerWords(tell, entry.displayName, winningRule(rules, where)) },
      { kind: 'table', title: tell('desk.rules'), head: ['', tell('desk.who.why')], rows, words: true },
    ];
  }

  const entry: DeskEntry = {
    act: 'see-policy',
    async run({ tell, given, viewer }): Promise<DeskView> {
      const said = given('said').slice(0, longestName);
      const field = {
        name: 'said',
        label: tell('desk.who.said'),
        kind: 'text',
        value: said,
        choices: [],
        wrong: null,
      } as const;
      const blocks: readonly DeskBlock[] = [
        { kind: 'form', fields: [field], submit: tell('desk.who.look'), call: { name: 'policy-who', given: {} } },
        ...(said === '' ? [] : await answer(tell, said, viewer)),
        {
          kind: 'buttons',
          buttons: [{ title: tell('desk.policy'), call: { name: 'policy', given: {} }, sure: null, plain: true }],
        },
      ];
      const same = { name: 'policy-who', given: { said } };
      return {
        kind: 'desk',
        language: tell.language,
        page: 'policy',
        title: tell('desk.who'),
        blocks,
        same,
        again: null,
      };
    },
  };
  return ['policy-who', entry];
}

function winnerWords(tell: Tell, name: string, winner: WinningRule): string {
  if (winner.kind === 'none') return tell('desk.who.none', { name });
  return tell(winner.kind === 'rule' ? 'desk.who.rule' : 'desk.who.unknown', { name, rule: winner.rule.name });
}

function matchWords(tell: Tell, match: RuleMatch, nameOf: GroupNames): string {
  if (match.kind === 'unknown') return tell('desk.match.unknown');
  if (match.kind === 'not') return tell(`desk.match.not-${match.by}`);
  const group = match.group === null ? '' : nameOf(tell, match.group);
  const country = match.country === null ? '' : countryNames(tell)(match.country);
  if (match.group === null) return tell('desk.match.country', { country });
  return match.country === null ? tell('desk.match.group', { group }) : tell('desk.match.both', { group, country });
}
