import { situationNumbers } from './domain/diagnosis/situation-ids.ts';
import type { StatusReport } from './domain/outbox/delivery-status.ts';
import type { Letter } from './domain/outbox/letter.ts';
import type { TicketLetter } from './domain/outbox/ticket-letter.ts';
import type { CampaignSent } from './domain/ports/campaign.ts';
import type { Delivered } from './domain/ports/delivery.ts';
import type { WriteOutcome } from './domain/ports/method-writer.ts';
import type { Notified } from './domain/ports/notifier.ts';
import type { Showing } from './domain/tickets/ports.ts';
import type { TicketActed } from './domain/tickets/statistics.ts';
import type { StatusResult } from './http/delivery-status.ts';
import { bodyRefusals, gateRefusals, type Refusal } from './http/refusal.ts';
import type { TurnResult } from './teams/turn/replies.ts';

/*
 * Every value a label can have, so that each series is there, at 0, before anything happens: Prometheus' increase() does
 * not see the first event of a series that comes with it. The compiler holds each list against the type it is of.
 */

function every<T extends string>(all: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(all) as T[];
}

export const turnOutcomes = every<TurnResult | 'failed'>({
  done: true,
  repeated: true,
  ignored: true,
  refused: true,
  busy: true,
  fault: true,
  failed: true,
});

export const refusals: readonly Refusal[] = [...gateRefusals, ...bodyRefusals, 'closing'];

const delivered = every<Delivered['kind'] | 'fault'>({ accepted: true, retry: true, refused: true, fault: true });
const notified = every<Notified['kind'] | 'fault'>({
  reached: true,
  unreachable: true,
  blocked: true,
  'not-installed': true,
  left: true,
  retry: true,
  fault: true,
});
const shown = every<Showing['kind'] | 'fault'>({
  shown: true,
  gone: true,
  unsure: true,
  unreachable: true,
  retry: true,
  fault: true,
});

/** What each kind of letter can come to. `letter` and `ticket`: it failed before it was known which one. */
export const letterResults: Readonly<
  Record<
    Letter['kind'] | `ticket-${TicketLetter['kind']}` | 'campaign' | 'summary' | 'letter' | 'ticket',
    readonly string[]
  >
> = {
  code: delivered,
  notice: delivered,
  gone: delivered,
  'reminder-mail': delivered,
  keep: delivered,
  refresh: notified,
  'chat-notice': notified,
  reminder: notified,
  'registered-told': notified,
  'write-told': notified,
  trail: ['accepted', 'fault'],
  forget: ['accepted', 'fault'],
  help: ['accepted', 'fault'],
  watch: ['registered', 'waiting', 'fault'],
  write: every<WriteOutcome['kind'] | 'fault'>({
    written: true,
    'already-there': true,
    'not-shown': true,
    'not-listed': true,
    administrator: true,
    'not-accepted': true,
    'not-permitted': true,
    'unknown-person': true,
    'not-sure': true,
    'try-later': true,
    fault: true,
  }),
  'ticket-mail': delivered,
  'ticket-board': shown,
  'ticket-voice': shown,
  'ticket-chat': shown,
  'ticket-bring-back': ['accepted', 'fault'],
  'ticket-system': delivered,
  summary: [...new Set([...shown, ...delivered])],
  campaign: every<CampaignSent['kind']>({
    sent: true,
    unsure: true,
    busy: true,
    later: true,
    unreachable: true,
    blocked: true,
    'not-installed': true,
    left: true,
  }),
  letter: ['fault'],
  ticket: ['fault'],
};

export const statusSources = ['azure', 'twilio', 'gateway'] as const;
/** Who tells of tickets instead: nothing travels. */
export const ticketSource = 'tickets';
export const statusResults = every<StatusResult>({
  noted: true,
  known: true,
  'not-ours': true,
  nothing: true,
  refused: true,
  failed: true,
});
type Came = Exclude<StatusReport['kind'], 'not-arrived'> | Extract<StatusReport, { kind: 'not-arrived' }>['why'];
export const journeyEnds = every<Came>({
  'on-way': true,
  arrived: true,
  unreachable: true,
  'no-such-number': true,
  'no-texts': true,
  'not-answered': true,
  'too-slow': true,
  blocked: true,
  unknown: true,
});

export const ticketCauses = every<TicketActed['cause']>({ help: true, 'not-me': true, 'wrong-value': true });
export const ticketSituations = [...situationNumbers, 'none'];
export const ticketActs = every<TicketActed['act']>({
  raised: true,
  joined: true,
  claimed: true,
  asked: true,
  answered: true,
  added: true,
  edited: true,
  noted: true,
  'check-begun': true,
  'check-ended': true,
  resolved: true,
  returned: true,
  withdrawn: true,
  works: true,
  reopened: true,
  'said-again': true,
  'next-tier': true,
  reminded: true,
  'asked-again': true,
  'back-asked': true,
  'brought-back': true,
  'go-asked': true,
  'let-go': true,
});
