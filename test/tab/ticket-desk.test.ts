import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newTicket } from '../../bot/domain/tickets/create.ts';
import type { DeskBlock, DeskView } from '../../bot/tab/page-data.ts';
import { deskOffice, deskPeople, fillTickets } from '../support/desk-office.ts';
import { kim, monday, tabOf } from '../support/tab-bench.ts';
import { request } from '../support/tickets.ts';

const reader = { language: 'en', timeZone: 'Europe/Stockholm' };

async function page(tab: Awaited<ReturnType<typeof tabOf>>, language = 'en'): Promise<DeskView> {
  const view = await tab.desk('tickets', kim, { ...reader, language }, {});
  return view?.kind === 'desk' ? view : assert.fail(JSON.stringify(view));
}

type Block<Kind extends DeskBlock['kind']> = Extract<DeskBlock, { kind: Kind }>;
const all = <Kind extends DeskBlock['kind']>({ blocks }: DeskView, kind: Kind) =>
  blocks.filter((block): block is Block<Kind> => block.kind === kind);
const counted = ({ rows }: Block<'bars'> | undefined = assert.fail()) => rows.map(({ count }) => count);

test('open requests stand by age, by what they are about, by cause and by who has them; each leads to its card', async () => {
  const tab = await tabOf(deskOffice());
  await fillTickets(tab.store);
  const view = await page(tab);
  assert.deepEqual(view.blocks[0], {
    kind: 'text',
    text: '13 requests are open. Nobody has taken 5 of them. 3 are urgent.',
  });
  const [age, kinds, causes] = all(view, 'bars');
  assert.deepEqual(counted(age), [4, 3, 3, 3]);
  assert.deepEqual(counted(kinds), [11, 2]);
  assert.equal(
    counted(causes).reduce((sum, one) => sum + one),
    13,
    'each has a cause or none',
  );
  const [supporters, list] = all(view, 'table');
  assert.deepEqual(
    supporters?.rows.map((row) => row.slice(0, 3)),
    [
      ['Nobody yet', '5', '0'],
      ['Maja', '4', '0'],
      ['Sam', '4', '1'],
    ],
  );
  assert.equal(list?.rows.length, 13);
  assert.deepEqual(list?.rows[0], ['R-0004', '12 days', 'Not taken', 'No cause found', '–']);
  assert.deepEqual(
    list?.rows.map(([number]) => number).toSorted(),
    Array.from({ length: 13 }, (_, at) => `R-${String(at + 1).padStart(4, '0')}`),
    'what has ended is not there',
  );
  const links = list?.links ?? [];
  assert.equal(links.filter((one) => one === null).length, 1, 'whose card is nowhere leads nowhere');
  const [link = ''] = links.filter((one) => one !== null);
  assert.equal(
    link,
    `https://teams.microsoft.com/l/message/19%3Asupport%40thread.tacv2/1700000000000?tenantId=${kim.tenantId}&parentMessageId=1700000000000`,
  );
});

test('it names no employee, in either language', async () => {
  const tab = await tabOf(deskOffice());
  await fillTickets(tab.store);
  for (const language of ['en', 'sv']) {
    const said = JSON.stringify(await page(tab, language));
    assert.doesNotMatch(said, /Person \d|It fails\.|person\.\d/);
  }
});

test('another organisation’s requests are not there, and without any it says so', async () => {
  const tab = await tabOf(deskOffice());
  const foreign = newTicket(request(), 'foreign', 1, monday);
  await tab.store.update('ticket', foreign.id, () => ({ record: foreign, outcome: undefined }));
  const view = await page(tab);
  assert.deepEqual(view.blocks, [{ kind: 'quiet', text: 'No request for help is open.' }]);
});

test('the first look shows it whole, reads what is open and nobody’s record', async () => {
  const tab = await tabOf(deskOffice());
  await fillTickets(tab.store, deskPeople(60));
  const read: string[] = [];
  const { store } = tab as { store: { -readonly [Name in keyof typeof tab.store]: (typeof tab.store)[Name] } };
  const { read: one } = store;
  store.read = (kind, id) => {
    read.push(kind);
    return one(kind, id);
  };
  store.scan = () => assert.fail('nobody is read one by one');
  const view = await page(tab);
  assert.equal(view.again, null, 'nothing is waited for');
  assert.deepEqual(
    {
      tickets: read.filter((kind) => kind === 'ticket').length,
      people: read.filter((kind) => kind === 'person').length,
    },
    { tickets: 13, people: 0 },
  );
});
