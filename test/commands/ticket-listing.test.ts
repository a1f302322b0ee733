import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticketExport, ticketLine, ticketSheet } from '../../bot/commands/ticket-listing.ts';
import { day, hour } from '../../bot/domain/time.ts';
import { after, monday, policy, sam, ticket } from '../support/tickets.ts';

test('a line says number, state, age and what is wrong, and nothing about the person', () => {
  const urgent = ticket({ plea: { urgent: true } });
  assert.equal(ticketLine(urgent, policy(), monday), 'R-0427  open        0 min  urgent  K5');
  assert.equal(ticketLine(ticket(), policy(), monday + 3 * hour), 'R-0427  open          3 h  stale  K5');
  assert.match(ticketLine(ticket(), policy(), monday + 3 * day), /3 d {2}stale/);
});

test('one ticket is shown as its card shows it', () => {
  const text = ticketSheet(ticket(), policy(), monday);
  for (const part of ['R-0427', 'My reset fails.', 'K5', '••• •• 67', 'raised by the employee'])
    assert.ok(text.includes(part), part);
});

test('an export has times and causes for statistics, and nobody’s words or names', () => {
  const done = after(
    ticket(),
    [sam, { kind: 'claim', over: null }, monday + hour],
    [sam, { kind: 'resolve', words: 'x' }, monday + 2 * hour],
  );
  assert.equal(
    ticketExport([done], 'csv'),
    'number,state,cause,urgent,raised,claimed,ended,situations\n' +
      'R-0427,resolved,help,no,2026-11-23T09:00:00.000Z,2026-11-23T10:00:00.000Z,2026-11-23T11:00:00.000Z,K5',
  );
  const [row] = JSON.parse(ticketExport([done], 'json'));
  assert.deepEqual(Object.keys(row), [
    'number',
    'state',
    'cause',
    'urgent',
    'raised',
    'claimed',
    'ended',
    'situations',
  ]);
  assert.doesNotMatch(JSON.stringify(row), /Kim|Sam|fails/);
});
