import { summarySections } from '../../cards/tickets/summary.ts';
import type { Message } from '../domain/ports/delivery.ts';
import type { WeeklySummary } from '../domain/weekly-summary.ts';
import type { Tell } from '../texts/tell.ts';
import { asHtml, htmlPage } from './html.ts';

/** The week by mail: the same as on the card. */
export function summaryMail(
  tell: Tell,
  summary: WeeklySummary,
  { letter, to }: { readonly letter: string; readonly to: string },
): Message {
  const subject = tell('weekly.mail.subject', { date: tell.date(summary.at) });
  const sections = summarySections(tell, summary);
  const foot = tell('weekly.foot');
  const text = [
    subject,
    ...sections.map(({ title, rows, lines }) =>
      [title, ...rows.map(({ label, value }) => `  ${label}: ${value}`), ...lines.map((line) => `  ${line}`)].join(
        '\n',
      ),
    ),
    foot,
  ].join('\n\n');
  const html = htmlPage(tell.language, subject, [
    ...sections.map(({ title, rows, lines }) =>
      [
        `<h2>${asHtml(title)}</h2>`,
        ...(rows.length > 0
          ? [
              `<table cellpadding="4">${rows
                .map(
                  ({ label, value }) =>
                    `<tr><th align="left" scope="row">${asHtml(label)}</th><td align="right">${asHtml(value)}</td></tr>`,
                )
                .join('')}</table>`,
            ]
          : []),
        ...lines.map((line) => `<p>${asHtml(line)}</p>`),
      ].join('\n'),
    ),
    `<p>${asHtml(foot)}</p>`,
  ]);
  return {
    channel: 'email',
    to,
    language: tell.language,
    letter,
    subject,
    text: `${text}\n`,
    html,
    urgency: 'background',
  };
}
