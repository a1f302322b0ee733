import { z } from 'zod';
import { situationNumbered } from '../../bot/domain/diagnosis/situation-ids.ts';
import { isCause, type TicketFacts, type TicketFinding } from '../../bot/domain/tickets/facts.ts';
import { longestName, longestReach, longestWords } from '../../bot/domain/tickets/sanitize.ts';
import type { HelpText } from '../../bot/domain/tickets/ticket.ts';
import { zoneName } from '../../bot/domain/time-zone.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { countText } from '../parts/readiness-words.ts';
import { type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './contact.json' with { type: 'json' };
import rows from './rows.json' with { type: 'json' };
import { fitted, type Row } from './sheet.ts';

const field = (longest: number) =>
  z
    .string()
    .transform((typed) => typed.slice(0, longest))
    .default('');

/** What the form sends back. A client may leave an empty input out. */
export const contactForm = z.object({
  verb: z.literal('contact-look'),
  said: field(8_000),
  day: field(10),
  clock: field(5),
  reach: field(1_000),
  colleague: field(400),
  urgency: z.enum(['normal', 'urgent']).catch('normal'),
});
/** What the look at the whole sends back. */
export const reviewForm = z.object({ verb: z.enum(['contact-send', 'contact-change']) });

/** What stands in the inputs when the form opens. */
export interface ContactDraft {
  readonly said: string;
  readonly day: string;
  readonly clock: string;
  readonly reach: string;
  readonly urgent: boolean;
  /** Whom it is about, where it is somebody else. */
  readonly colleague?: string;
}

const build = cardFrom(structure);

/** @param changes the number of the request that is changed; undefined: it is a new one */
export function contactCard(tell: Tell, draft: ContactDraft, note?: Note, changes?: string): Card {
  return build(
    tell,
    {
      title: changes === undefined ? tell('contact.title') : tell('contact.titleEdit', { number: changes }),
      intro: tell('contact.intro'),
      saidLabel: tell('contact.said'),
      said: draft.said.slice(0, longestWords),
      longest: longestWords,
      dayLabel: tell('contact.day'),
      day: draft.day,
      clockLabel: tell(tell.zone === null ? 'contact.clock.utc' : 'contact.clock'),
      clock: draft.clock,
      reachLabel: tell('contact.reach'),
      reachHint: tell('contact.reachHint'),
      reach: draft.reach.slice(0, longestReach),
      colleagueLabel: tell('contact.colleague'),
      colleagueHint: tell('contact.colleagueHint'),
      colleague: (draft.colleague ?? '').slice(0, longestName),
      longestName,
      urgencyLabel: tell('contact.urgency'),
      urgency: draft.urgent ? 'urgent' : 'normal',
      urgencies: (['normal', 'urgent'] as const).map((value) => ({ title: tell(`contact.urgency.${value}`), value })),
    },
    [
      { title: tell('contact.look'), verb: 'contact-look', primary: true },
      { title: tell('button.cancel'), verb: 'cancel', data: { from: 'contact' }, leaves: true },
    ],
    note,
  );
}

const buildReview = cardFrom(rows);

/** What is known of a request beside its words. */
export interface AboutRequest {
  /** Whom it is about, where it is somebody else. */
  readonly colleague?: string;
  /** It changes one that was sent. */
  readonly changes?: boolean;
}

/** Everything that will be sent, whole: their own words, and what the bot adds. */
export function reviewCard(
  tell: Tell,
  plea: HelpText,
  facts: TicketFacts,
  note?: Note,
  { colleague = '', changes = false }: AboutRequest = {},
): Card {
  const time = tell.moment(plea.happenedAt);
  const when = tell.zone === null ? time : tell('review.zone', { time, zone: zoneName(tell.zone) });
  const forOther = colleague !== '';
  const own: readonly Row[] = [
    ...(forOther ? [{ label: tell('review.colleague'), value: colleague }] : []),
    { label: tell('review.said'), value: plea.said },
    { label: tell('review.when'), value: when },
    { label: tell('review.reach'), value: plea.reach || tell('review.reach.chat') },
    { label: tell('review.urgency'), value: tell(`contact.urgency.${plea.urgent ? 'urgent' : 'normal'}`) },
  ];
  return buildReview(
    tell,
    {
      title: tell('review.title'),
      alarms: [],
      lines: [{ text: tell('review.intro') }, ...(forOther ? [{ text: tell('review.colleagueNote') }] : [])],
      links: [],
      rows: own,
      chapters: [{ text: tell('review.added') }],
      story: fitted(forOther ? [whoAsks(tell, facts)] : addedRows(tell, facts), 4_500, '…').map(({ label, value }) => ({
        label: `${label}:`,
        value,
      })),
    },
    [
      { title: tell(changes ? 'review.save' : 'review.send'), verb: 'contact-send', primary: true },
      { title: tell('review.change'), verb: 'contact-change' },
      { title: tell('button.cancel'), verb: 'cancel', data: { from: 'review' }, leaves: true },
    ],
    note,
  );
}

/** In plain words; codes and terms are for those who read them there. */
function addedRows(tell: Tell, facts: TicketFacts): readonly Row[] {
  const { readiness, methods, findings, attempts } = facts;
  const known = methods.map(({ method, address }) => [tell(`method.${method}`), address ?? ''].join(' ').trim());
  const account = accountOf(tell, facts);
  const seen = findings.filter(isCause);
  const said = findings.filter((one) => !isCause(one));
  const why = ({ situation }: TicketFinding) => tell(`${situationNumbered(situation)}.why`);
  const tries = attempts.map(({ at, end }) => `${tell.moment(at)}: ${tell(`review.end.${end}`)}`);
  const { proven, required } = readiness;
  return [
    whoAsks(tell, facts),
    { label: tell('review.ready'), value: countText(tell, proven, required) },
    { label: tell('review.methods'), value: known.join('\n') || tell('review.none') },
    ...(account === '' ? [] : [{ label: tell('review.account'), value: account }]),
    ...(seen.length > 0 ? [{ label: tell('review.findings'), value: seen.map(why).join('\n') }] : []),
    ...(said.length > 0
      ? [{ label: tell('review.told'), value: said.map((one) => `${why(one)} ${doubtOf(tell, one)}`).join('\n') }]
      : []),
    ...(tries.length > 0 ? [{ label: tell('review.attempts'), value: tries.join('\n') }] : []),
  ];
}

function whoAsks(tell: Tell, { name, signInName }: TicketFacts): Row {
  return { label: tell('review.who'), value: `${name} (${signInName})` };
}

/** How far something goes that was only said, or is so no more. */
function doubtOf(tell: Tell, { certainty, against }: TicketFinding): string {
  if (certainty !== 'told-only') return tell('review.told.before');
  return tell(against.length > 0 ? 'review.told.against' : 'review.told.only');
}

function accountOf(tell: Tell, { source, signIn, licence, administrator }: TicketFacts): string {
  const known = [
    source,
    signIn,
    licence === 'cloud' ? ('licence-cloud' as const) : licence,
    administrator ? ('administrator' as const) : null,
  ];
  return sentence(known.flatMap((one) => (one === null ? [] : [tell(`review.account.${one}`)])).join(', '));
}

function sentence(words: string): string {
  return words.replace(/^\p{L}/u, (first) => first.toUpperCase());
}
