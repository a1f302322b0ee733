import { readyBy } from '../../bot/domain/campaigns/readiness-count.ts';
import { leastShown } from '../../bot/domain/campaigns/small-groups.ts';
import { ticketAges } from '../../bot/domain/tickets/statistics.ts';
import type { CampaignSummary, WeeklySummary } from '../../bot/domain/weekly-summary.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Card, cardFrom } from '../parts/render.ts';
import type { Row } from './sheet.ts';
import structure from './summary.json' with { type: 'json' };

const build = cardFrom(structure);

/** A heading, numbers by name, and what is said in their place or beside them. */
export interface SummarySection {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly lines: readonly string[];
}

/** The week as the support channel sees it. */
export function summaryCard(tell: Tell, summary: WeeklySummary): Card {
  const sections = summarySections(tell, summary).map(({ title, rows, lines }) => ({
    title,
    rows,
    lines: lines.map((text) => ({ text })),
  }));
  return build(tell, { title: tell('weekly.title', { date: tell.date(summary.at) }), sections, foot: foot(tell) }, []);
}

/** What the card and the mail say. Where fewer people are counted than a group needs, no number tells of them. */
export function summarySections(
  tell: Tell,
  { readiness, campaigns, tickets }: WeeklySummary,
): readonly SummarySection[] {
  const date = tell.calendar({ when: readyBy, named: 'day' });
  const small = { rows: [], lines: [tell('weekly.small', { least: leastShown })] };
  const ready =
    readiness === null
      ? { rows: [], lines: [tell('weekly.not-counted')] }
      : readiness.people < leastShown
        ? small
        : {
            rows: [
              row(tell('desk.all'), readiness.people),
              row(tell('desk.reason.ready'), readiness.ready),
              row(tell('desk.reason.ready-then', { date }), readiness.lasting),
            ],
            lines: [],
          };
  return [
    { title: tell('weekly.readiness'), ...ready },
    ...campaigns.map((one) => ({
      title: tell('weekly.campaign', { name: one.name }),
      ...(one.people < leastShown ? small : { rows: funnelRows(tell, one), lines: [] }),
    })),
    {
      title: tell('tab.organisation.tickets'),
      rows: ticketAges.map((age) => row(tell(`tab.organisation.age.${age}`), tickets[age])),
      lines: [],
    },
  ];
}

function funnelRows(tell: Tell, one: CampaignSummary): readonly Row[] {
  return [
    row(tell('desk.funnel.invited'), one.people),
    row(tell('desk.funnel.reached'), one.reached),
    row(tell('desk.funnel.opened'), one.opened),
    row(tell('desk.funnel.opened-not-known'), one.openedNotKnown),
    row(tell('desk.funnel.answered'), one.answered),
    row(tell('desk.funnel.ready'), one.ready),
  ];
}

function row(label: string, count: number): Row {
  return { label, value: `${count}` };
}

function foot(tell: Tell): string {
  return tell('weekly.foot');
}
