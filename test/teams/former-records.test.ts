import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { attemptEnds, attemptReasons } from '../../bot/domain/account/facts.ts';
import { type Person, personId } from '../../bot/domain/account/person.ts';
import { entriesEver, firstBroken } from '../../bot/domain/audit/trail.ts';
import type { Conversation } from '../../bot/domain/conversation.ts';
import { relatedProblemIds } from '../../bot/domain/diagnosis/related-problems.ts';
import { situationNumbers } from '../../bot/domain/diagnosis/situation-ids.ts';
import { methodNames } from '../../bot/domain/methods/method.ts';
import { predefinedQuestions } from '../../bot/domain/methods/questions/policy.ts';
import type { Kind } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { slotNames } from '../../bot/domain/reset-service/slots.ts';
import { type Ticket, ticketStates } from '../../bot/domain/tickets/ticket.ts';
import { createTickets } from '../../bot/domain/tickets/tickets.ts';
import { minute } from '../../bot/domain/time.ts';
import { teller } from '../../bot/texts/tell.ts';
import { everyCard } from '../cards/every-card.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { handClock } from '../support/clock.ts';
import { phone } from '../support/enrolling.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { posting } from '../support/posting.ts';
import { seededRandom } from '../support/random.ts';
import { headings, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, calm, wordsOf } from '../support/teams-client.ts';

/*
 * What the program of commit 240068c wrote while its own tests ran: of all those documents the fewest that together have every
 * field, empty and filled, and every kind, act, state and screen there was. They stay as they are for ever: the data folders
 * of that time have to open. A later release that stores something new gets files of its own beside them.
 */
const folder = join(import.meta.dirname, '..', 'fixtures', 'records');
const lines = (name: string) =>
  readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const kinds = [
  'person',
  'conversation',
  'address-limit',
  'tenant-limit',
  'policy',
  'ticket',
  'ticket-numbers',
  'support-channel',
] as const satisfies readonly Kind[];
const people: readonly Person[] = lines('person');
const chats: readonly Conversation[] = lines('conversation');
const tickets: readonly Ticket[] = lines('ticket');

/** Places at which the one has something that the other does not have just so. */
function lost(before: unknown, now: unknown, place = ''): readonly string[] {
  if (before === undefined) return [];
  if (typeof before !== 'object' || before === null) return before === now ? [] : [place];
  if (typeof now !== 'object' || now === null) return [place];
  return Object.entries(before).flatMap(([name, value]) =>
    lost(value, (now as Record<string, unknown>)[name], `${place}/${name}`),
  );
}

test('what is looked for is found: something left out or changed is named', () => {
  assert.deepEqual(lost({ a: [{ b: 1 }], c: null }, { a: [{ b: 2 }] }), ['/a/0/b', '/c']);
  assert.deepEqual(lost({ a: [1] }, { a: [1, 2], more: 1 }), []);
});

for (const kind of kinds) {
  test(`every former ${kind} opens, with all that it says, and is written back so`, () => {
    const documents = lines(kind);
    assert.ok(documents.length > 0);
    for (const document of documents) {
      const opened = recordDefinitions[kind].parse(document);
      assert.deepEqual(lost(document, opened), []);
      const written = JSON.parse(JSON.stringify(opened));
      assert.deepEqual(recordDefinitions[kind].parse(written), opened);
    }
  });
}

/** The moment in which a document was written. */
function momentOf(document: unknown): number {
  if (typeof document !== 'object' || document === null) return 0;
  const own = ['at', 'sentAt', 'provenAt', 'raisedAt', 'since', 'drawnAt', 'begun', 'provedAt', 'leased'].map((name) =>
    Number((document as Record<string, unknown>)[name] ?? 0),
  );
  return Math.max(0, ...own.filter(Number.isFinite), ...Object.values(document).map(momentOf));
}

for (const [at, person] of people.entries()) {
  test(`former person ${at + 1} goes on: their letters go out, a code is asked for, and nothing of them is lost`, async () => {
    const asked: string[] = [];
    const { bench, clock, outbox } = posting({
      writer: {
        async set(_, slot) {
          asked.push(slot);
          return { kind: 'written' };
        },
      },
    });
    clock.turn((momentOf(person) || clock()) - clock());
    const { employee } = person;
    await bench.store.update('person', personId(employee), () => ({ record: person, outcome: undefined }));
    const due = person.letters.filter((letter) => letter.due <= clock() + minute);
    clock.turn(minute);
    for (let rounds = 0; (await outbox.round()) > 0; rounds += 1) assert.ok(rounds < 20, 'the outbox never ends');
    const sent = await bench.person(employee);
    for (const { id, kind, due: then } of due) {
      const left = sent.letters.find((letter) => letter.id === id);
      assert.ok(!left || left.due > then || left.tries.length > 0, `the ${kind} letter is left lying`);
    }
    const { chat } = person;
    const asker = { employee, language: person.language, timeZone: person.timeZone, chat: chat ?? 'a chat' };
    const begun = await bench.enrolment.begin(asker, phone(77));
    assert.ok(begun.kind);
    const now = await bench.person(employee);
    const { version, methods, confirmed, prefilled, changes, provedAt, written } = person;
    // Younger fields may have been taken out: a method and its trail may not.
    const lasting = { version, employee, methods, confirmed, prefilled, provedAt, written };
    assert.deepEqual(lost(lasting, now), []);
    const ids = now.changes.map(({ id }) => id);
    for (const { id, at } of changes)
      assert.ok(ids.includes(id) || at < clock() - 7 * 24 * 60 * minute, `change ${id}`);
    const archives = await bench.store.find('audit-archive', {
      field: 'person',
      equals: personId(employee),
      limit: 100,
    });
    const moved = (await Promise.all(archives.ids.map((id) => bench.store.read('audit-archive', id)))).flatMap(
      (archive) => archive?.entries ?? [],
    );
    const there = new Set([...moved, ...now.audit].map(({ hash }) => hash));
    // What gave way is only counted, and the last one may be counted together with the next.
    const entries = person.audit.slice(0, -1).filter(({ act }) => act !== 'older-entries');
    assert.deepEqual(
      entries.filter(({ hash }) => !there.has(hash)),
      [],
    );
    assert.ok(entriesEver(now.audit) >= entriesEver(person.audit));
    assert.equal(firstBroken(person.audit), undefined, 'the former trail holds');
    assert.equal(firstBroken(now.audit), undefined, 'and so does what was added to it');
  });
}

for (const [at, ticket] of tickets.entries()) {
  test(`former ticket ${at + 1} goes on: a supporter adds a note, and nothing of it is lost`, async () => {
    const store = openMemoryStore();
    const clock = handClock(momentOf(ticket) + minute);
    const desk = createTickets({ store, clock, random: seededRandom(1) });
    await store.update('ticket', ticket.id, () => ({ record: ticket, outcome: undefined }));
    const sam = { employee: { ...ticket.employee, objectId: 'sam' }, name: 'Sam', signInName: '', supporter: true };
    const outcome = await desk.support(ticket.id, sam, { kind: 'note', words: 'Seen.' }, ticket.story.length);
    assert.equal(outcome.kind, 'done');
    const now = await desk.read(ticket.id);
    const { state, since, claimedBy, waiting, wakes, posted, ...lasting } = ticket;
    assert.deepEqual(lost(lasting, now), []);
    assert.equal(firstBroken(now?.story ?? []), undefined);
  });
}

let running: RunningBot;
const clock = turnedClock();
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

for (const chat of chats) {
  const { dialogStack = [] } = chat.dialog as { readonly dialogStack?: readonly { readonly id: string }[] };
  test(`a former chat at "${dialogStack.at(-1)?.id}" goes on or starts over politely`, async () => {
    const one = somebody(running, { locale: chat.language === 'sv' ? 'sv-SE' : 'en-US' });
    await running.records.update('conversation', one.chat.conversation, () => ({
      record: { ...chat, seen: [], at: clock() },
      outcome: undefined,
    }));
    const { status } = await one.chat.type('status');
    assert.equal(status, 200);
    for (const text of one.chat.texts()) assert.doesNotMatch(text, calm);
    assert.match(wordsOf(one.chat.latest().content), headings.home);
    await one.chat.click('start');
    assert.match(wordsOf(one.chat.latest().content), headings.choose);
  });
}

test('every name that was stored is known', () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    situations: situationNumbers,
    asides: relatedProblemIds,
    methods: methodNames,
    questions: predefinedQuestions,
    ticketStates,
    slots: slotNames,
    attemptEnds,
    attemptReasons,
  };
  const former: Readonly<Record<string, readonly string[]>> = JSON.parse(
    readFileSync(join(folder, 'literals.json'), 'utf8'),
  );
  assert.deepEqual(Object.keys(former), Object.keys(known));
  for (const [name, values] of Object.entries(former)) {
    assert.deepEqual(
      values.filter((value) => !known[name]?.includes(value)),
      [],
      name,
    );
  }
});

interface FormerButton {
  readonly card: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Buttons that stand in chats for years: what they send has to mean the same as then. */
test('every button of former cards is one of today, with the same names in what it sends', () => {
  const words = {
    contact: { name: 'x', address: 'https://help.example.org' },
    number: '1',
    address: 'a@b.example',
    note: 'x',
  };
  const today = Object.values(everyCard(teller('en', 'Europe/Stockholm'), words)).flatMap(actionsOf);
  const same = ({ verb, ...former }: Readonly<Record<string, unknown>>) =>
    today.some(({ data }) => data?.verb === verb && Object.keys(former).every((name) => name in data));
  const gone = (lines('buttons') as readonly FormerButton[]).filter(({ data }) => !same(data));
  assert.deepEqual(gone, []);
});
