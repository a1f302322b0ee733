import type { EmployeeKey } from '../../bot/domain/account/person.ts';
import type { SituationNumber } from '../../bot/domain/diagnosis/situation-ids.ts';
import { methodNames } from '../../bot/domain/methods/method.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { newTicket, type Request } from '../../bot/domain/tickets/create.ts';
import { type EmployeeAct, employeeActed } from '../../bot/domain/tickets/employee-actions.ts';
import type { TicketFacts, TicketFinding } from '../../bot/domain/tickets/facts.ts';
import type { SupportPolicy } from '../../bot/domain/tickets/support-policy.ts';
import { type Actor, type SupportAct, supporterActed } from '../../bot/domain/tickets/supporter-actions.ts';
import type { HelpText, Ticket } from '../../bot/domain/tickets/ticket.ts';
import type { Instant } from '../../bot/domain/time.ts';

/** A Monday, 09:00 UTC. */
export const monday: Instant = Date.UTC(2026, 10, 23, 9);

export const kim: EmployeeKey = { tenantId: 'tenant', objectId: 'kim' };

/** A supporter of the same tenant by that name. */
export function supporter(name: string): Actor {
  const objectId = name.toLowerCase();
  return { employee: { tenantId: 'tenant', objectId }, name, signInName: `${objectId}@example.org`, supporter: true };
}

export const sam = supporter('Sam');
export const maja = supporter('Maja');

export const facts: TicketFacts = {
  name: 'Kim Larsen',
  signInName: 'kim.larsen@example.org',
  administrator: false,
  source: 'on-premises',
  signIn: 'managed',
  licence: 'premium',
  readiness: { level: 'partly', proven: 1, required: 2 },
  methods: [{ method: 'authentication-phone', address: '+46 70 ••• •• 67', at: monday }],
  out: [],
  findings: [{ situation: 'K5', certainty: 'proven', evidence: ['writeback=off', 'SSPR_0010'], against: [] }],
  attempts: [{ at: monday, end: 'failed', reason: 'managed-on-premises' }],
  rule: null,
};

export interface RequestOptions extends Partial<Omit<Request, 'plea' | 'facts'>> {
  readonly plea?: Partial<HelpText>;
  readonly facts?: Partial<TicketFacts>;
}

export function request(options: RequestOptions = {}): Request {
  const plea = { said: 'My reset fails.', happenedAt: monday, reach: '', urgent: false, ...options.plea };
  return {
    id: 'request-1',
    employee: kim,
    language: 'en',
    timeZone: 'Europe/Stockholm',
    askedIn: 'chat-kim',
    cause: { kind: 'help', colleague: '' },
    ...options,
    plea,
    facts: { ...facts, ...options.facts },
  };
}

/** An open ticket of Kim's. */
export function ticket(options: RequestOptions = {}, more: Partial<Ticket> = {}): Ticket {
  return { ...newTicket(request(options), '00112233445566778899aabbccddeeff', 427, monday), ...more };
}

export function policy(more: Partial<SupportPolicy> = {}): SupportPolicy {
  return { ...defaultPolicy.support, tiers: [['it@example.org'], ['lead@example.org']], ...more };
}

/** The ticket after acts of supporters on the card as it was then. */
export function after(ticket: Ticket, ...acts: readonly (readonly [Actor, SupportAct, Instant])[]): Ticket {
  return acts.reduce((one, [actor, act, now]) => supporterActed(one, actor, act, one.story.length, now).record, ticket);
}

export function say(ticket: Ticket, act: EmployeeAct, now: Instant): Ticket {
  return employeeActed(ticket, ticket.employee, act, ticket.story.length, now).record;
}

/** A finding that is likely. */
export function seenFinding(situation: SituationNumber, ...evidence: readonly string[]): TicketFinding {
  return { situation, certainty: 'likely', evidence, against: [] };
}

/** A ticket in every state there is, with these words wherever a person's words can get to. */
export function ticketsIn(words: string): Readonly<Record<string, Ticket>> {
  const named = { name: words, signInName: words, findings: [seenFinding('K5', words)] };
  const open = ticket({ plea: { said: words, reach: words, urgent: true }, facts: named });
  const [one, other] = [
    { ...sam, name: words },
    { ...maja, name: words },
  ];
  const claimed = after(open, [one, { kind: 'claim', over: null }, monday]);
  const check = { kind: 'check', id: 'c1', provable: true, administrator: true } as const;
  const checked = after(claimed, [other, check, monday]);
  const shown = { kind: 'check', check: 'c1', passed: true, method: 'authentication-phone' } as const;
  const out = { ...named, out: methodNames };
  const inDoubt = { id: 'd1', since: monday };
  const doubted = ticket({
    plea: { said: words, reach: words, urgent: true },
    facts: out,
    cause: { kind: 'not-me', method: 'authentication-phone' },
  });
  const resolved = after(claimed, [one, { kind: 'resolve', words }, monday]);
  return {
    open,
    claimed,
    asked: after(claimed, [one, { kind: 'ask', words }, monday]),
    answered: say(after(claimed, [one, { kind: 'ask', words }, monday]), { kind: 'say', words: `${words}!` }, monday),
    checked,
    'check passed': say(checked, shown, monday),
    'check failed': say(checked, { ...shown, passed: false }, monday),
    returned: after(claimed, [one, { kind: 'return', words }, monday]),
    resolved,
    works: say(resolved, { kind: 'works' }, monday),
    withdrawn: say(open, { kind: 'withdraw' }, monday),
    reopened: say(resolved, { kind: 'reopen', words: `${words}?` }, monday),
    noted: after(claimed, [other, { kind: 'note', words }, monday]),
    doubted,
    'reason given': after(doubted, [one, { kind: 'bring-back', doubt: inDoubt, words }, monday]),
    'brought back': after(
      doubted,
      [one, { kind: 'bring-back', doubt: inDoubt, words }, monday],
      [other, { kind: 'second', to: 'bring-back', doubt: inDoubt }, monday],
    ),
    'let-go reason given': after(doubted, [one, { kind: 'let-go', doubt: inDoubt, words }, monday]),
    'let go': after(
      doubted,
      [one, { kind: 'let-go', doubt: inDoubt, words }, monday],
      [other, { kind: 'second', to: 'let-go', doubt: inDoubt }, monday],
    ),
  };
}
