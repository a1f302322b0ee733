import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstBroken } from '../../../bot/domain/audit/trail.ts';
import { joinRequest } from '../../../bot/domain/tickets/create.ts';
import { editable, employeeActed } from '../../../bot/domain/tickets/employee-actions.ts';
import { wordsIn } from '../../../bot/domain/tickets/history.ts';
import { type SupportAct, supporterActed } from '../../../bot/domain/tickets/supporter-actions.ts';
import {
  longestStory,
  readNumber,
  reopenable,
  sameCause,
  type Ticket,
  ticketNumber,
} from '../../../bot/domain/tickets/ticket.ts';
import { day, hour, minute } from '../../../bot/domain/time.ts';
import { after, facts, kim, maja, monday, request, sam, say, ticket } from '../../support/tickets.ts';

const claim: SupportAct = { kind: 'claim', over: null };
const ask: SupportAct = { kind: 'ask', words: 'Which page?' };
const resolve: SupportAct = { kind: 'resolve', words: 'Please try again now.' };
const giveBack: SupportAct = { kind: 'return', words: 'Please register a phone first.' };

const acts = ({ story }: Ticket) => story.map(({ act }) => act);

test('a number is said as R-0427, and read however people say it', () => {
  assert.deepEqual([ticketNumber(7), ticketNumber(427), ticketNumber(12_345)], ['R-0007', 'R-0427', 'R-12345']);
  for (const said of ['R-0427', 'r-427', 'R 0427', ' R427 ', '427', '0427', 'r–427'])
    assert.equal(readNumber(said), 427);
  for (const said of ['', 'R-', 'R-0', '0', 'x427', '427x', '-5', '1.5', '9999999999']) {
    assert.equal(readNumber(said), undefined, said);
  }
});

test('the road: open, claimed, resolved; each act has its date and its author, and the chain holds', () => {
  const road = after(ticket(), [sam, claim, monday + minute], [sam, resolve, monday + hour]);
  assert.deepEqual([road.state, road.since, road.claimedBy?.name], ['resolved', monday + hour, 'Sam']);
  assert.deepEqual(
    road.story.map(({ act, by, name, at }) => [act, by, name, at]),
    [
      ['raised', 'employee', '', monday],
      ['claimed', 'sam', 'Sam', monday + minute],
      ['resolved', 'sam', 'Sam', monday + hour],
    ],
  );
  assert.equal(firstBroken(road.story), undefined);
});

test('one changed byte of the story names the act it stands in, also after JSON', () => {
  const road = after(ticket(), [sam, claim, monday], [sam, ask, monday + 1], [sam, resolve, monday + 2]);
  const stored: Ticket['story'] = JSON.parse(JSON.stringify(road.story));
  assert.equal(firstBroken(stored), undefined);
  for (const [position, act] of stored.entries()) {
    for (const change of [{ at: act.at + 1 }, { by: 'maja' }, { act: 'works' }]) {
      const forged = stored.map((one, at) => (at === position ? { ...one, ...change } : one));
      assert.equal(firstBroken(forged), position);
    }
  }
  assert.equal(firstBroken(stored.filter((_, at) => at !== 1)), 1, 'a missing act shows');
});

test('only a supporter of the same organisation may act; nothing of a card is believed', () => {
  const open = ticket();
  for (const act of [claim, ask, resolve, giveBack]) {
    const nobody = supporterActed(open, { ...sam, supporter: false }, act, 1, monday);
    assert.deepEqual([nobody.outcome.kind, nobody.record], ['not-a-supporter', open]);
    const stranger = { ...sam, employee: { ...sam.employee, tenantId: 'other' } };
    assert.equal(supporterActed(open, stranger, act, 1, monday).outcome.kind, 'unknown-ticket');
  }
});

test('another employee sees no difference between a ticket that is not theirs and none', () => {
  const open = ticket();
  for (const other of [
    { ...kim, objectId: 'eve' },
    { ...kim, tenantId: 'other' },
  ]) {
    for (const kind of ['withdraw', 'works'] as const) {
      assert.deepEqual(employeeActed(open, other, { kind }, 1, monday), {
        record: open,
        outcome: { kind: 'unknown-ticket' },
      });
    }
  }
});

test('the second to claim is late and gets the present state; taking over names whom it is taken from', () => {
  const claimed = after(ticket(), [sam, claim, monday]);
  const late = supporterActed(claimed, maja, claim, 1, monday + 1);
  assert.deepEqual(late, { record: claimed, outcome: { kind: 'late', ticket: claimed } });
  const over = supporterActed(claimed, maja, { kind: 'claim', over: 'sam' }, 2, monday + 1).record;
  assert.equal(over.claimedBy?.name, 'Maja');
  const tooLate = supporterActed(over, sam, { kind: 'claim', over: 'nobody' }, 2, monday + 2);
  assert.equal(tooLate.outcome.kind, 'late');
});

test('the same act twice counts once, whoever sends it again and under whatever id', () => {
  for (const act of [claim, ask, resolve, giveBack, { kind: 'note', words: 'Called him.' } as const]) {
    const first = supporterActed(ticket(), sam, act, 1, monday).record;
    const again = supporterActed(first, sam, act, 1, monday + minute);
    assert.deepEqual([again.record, again.outcome.kind], [first, 'done'], act.kind);
  }
});

test('the same question on purpose, from the card that shows the first, is asked again', () => {
  const once = after(ticket(), [sam, ask, monday]);
  assert.equal(acts(after(once, [sam, ask, monday + hour])).filter((act) => act === 'asked').length, 2);
});

test('whoever works on a ticket that nobody has taken has taken it', () => {
  for (const act of [ask, resolve, giveBack]) {
    const worked = after(ticket(), [sam, act, monday]);
    assert.equal(worked.claimedBy?.name, 'Sam');
    assert.equal(acts(worked)[1], 'claimed');
  }
  assert.equal(after(ticket(), [sam, { kind: 'note', words: 'x' }, monday]).state, 'open', 'a note is no work');
});

test('a question waits for its answer; the answer goes to whoever asked', () => {
  const waiting = after(ticket(), [sam, ask, monday]);
  assert.equal(waiting.question, 'Which page?');
  const answered = say(waiting, { kind: 'say', words: ' The reset page. ' }, monday + hour);
  assert.deepEqual([answered.question, answered.state, answered.story.at(-1)?.act], [null, 'claimed', 'answered']);
  assert.equal(wordsIn(answered.story.at(-1) ?? assert.fail()), 'The reset page.');
});

test('a returned ticket goes back to its supporter with the answer; what nobody asked for is an addition', () => {
  const returned = after(ticket(), [sam, giveBack, monday]);
  assert.equal(returned.state, 'returned');
  const back = say(returned, { kind: 'say', words: 'Done.' }, monday + 1);
  assert.deepEqual([back.state, back.story.at(-1)?.act], ['claimed', 'answered']);
  assert.equal(say(back, { kind: 'say', words: 'And thanks.' }, monday + 2).story.at(-1)?.act, 'added');
});

test('a request can be changed until somebody has taken it: what stood there before is kept, and twice is once', () => {
  const plea = { said: 'Not the reset page: the portal.', happenedAt: monday - hour, reach: '070', urgent: true };
  const edit = { kind: 'edit', plea, colleague: '', facts } as const;
  const changed = say(ticket(), edit, monday + 1);
  assert.deepEqual(changed.plea, plea);
  assert.deepEqual(
    [acts(changed), wordsIn(changed.story[1] ?? assert.fail())],
    [['raised', 'edited'], 'My reset fails.'],
  );
  assert.equal(employeeActed(changed, kim, edit, 1, monday + 2).record, changed, 'the same again, from the same card');
  const empty = { ...edit, plea: { ...plea, said: '\u200b' } };
  assert.equal(employeeActed(changed, kim, empty, 2, monday + 2).outcome.kind, 'words-missing');
  const refused = [after(ticket(), [sam, claim, monday]), say(ticket(), { kind: 'withdraw' }, monday)];
  for (const one of [...refused, ticket({ cause: { kind: 'not-me', method: 'authentication-phone' } })]) {
    assert.deepEqual(employeeActed(one, kim, edit, one.story.length, monday).outcome, { kind: 'late', ticket: one });
  }
  assert.equal(editable(say(refused[0] ?? assert.fail(), { kind: 'withdraw' }, monday)), false);
});

test('a request for a colleague is one of its own, beside what the employee asks for themselves', () => {
  const forBo = { kind: 'help', colleague: 'Bo Ek' } as const;
  assert.ok(sameCause(forBo, { kind: 'help', colleague: 'bo ek' }));
  assert.ok(!sameCause(forBo, { kind: 'help', colleague: '' }));
});

test('no act without words where words are needed, and none on a ticket that has ended', () => {
  for (const kind of ['ask', 'note', 'resolve', 'return'] as const) {
    assert.equal(supporterActed(ticket(), sam, { kind, words: ' \u200b\n' }, 1, monday).outcome.kind, 'words-missing');
  }
  assert.equal(employeeActed(ticket(), kim, { kind: 'say', words: '' }, 1, monday).outcome.kind, 'words-missing');
  const gone = say(ticket(), { kind: 'withdraw' }, monday);
  for (const act of [claim, ask, resolve, giveBack]) {
    assert.deepEqual(supporterActed(gone, sam, act, 2, monday).outcome, { kind: 'late', ticket: gone });
  }
  assert.equal(supporterActed(gone, sam, { kind: 'note', words: 'Too late.' }, 2, monday).outcome.kind, 'done');
  assert.equal(employeeActed(gone, kim, { kind: 'say', words: 'x' }, 2, monday).outcome.kind, 'late');
});

test('an ended ticket can be opened again for seven days, and then nobody has it', () => {
  for (const over of [after(ticket(), [sam, resolve, monday]), say(ticket(), { kind: 'withdraw' }, monday)]) {
    const again = employeeActed(
      over,
      kim,
      { kind: 'reopen', words: 'It fails again.' },
      over.story.length,
      monday + reopenable - 1,
    );
    assert.deepEqual([again.record.state, again.record.claimedBy, again.outcome.kind], ['open', null, 'done']);
    const late = employeeActed(over, kim, { kind: 'reopen', words: '' }, over.story.length, monday + reopenable);
    assert.deepEqual(late, { record: over, outcome: { kind: 'late', ticket: over } });
  }
});

test('"it works" is noted once, and a ticket that worked can still be opened again', () => {
  const resolved = after(ticket(), [sam, resolve, monday]);
  const works = say(resolved, { kind: 'works' }, monday + hour);
  assert.equal(say(works, { kind: 'works' }, monday + 2 * hour), works);
  assert.equal(say(works, { kind: 'reopen', words: 'no' }, monday + day).state, 'open');
  assert.equal(employeeActed(ticket(), kim, { kind: 'works' }, 1, monday).outcome.kind, 'late');
});

test('asking again for the same joins: what is new is added, urgency only grows, and a request counts once', () => {
  const second = request({ id: 'request-2', plea: { said: 'Still broken!', reach: '070-123 45 67', urgent: true } });
  const both = joinRequest(ticket(), second, monday + hour);
  assert.deepEqual([both.plea.urgent, both.plea.reach, both.plea.said], [true, '070-123 45 67', 'My reset fails.']);
  assert.equal(wordsIn(both.story.at(-1) ?? assert.fail()), 'Still broken!\n070-123 45 67');
  assert.equal(joinRequest(both, second, monday + 2 * hour), both);
  assert.equal(joinRequest(both, request(), monday + 2 * hour), both);
  const calmer = joinRequest(both, request({ id: 'request-3', plea: { urgent: false } }), monday + 3 * hour);
  assert.equal(calmer.plea.urgent, true);
});

test('words are kept whole and readable: nothing unseen, no broken characters, never too long', () => {
  const said = `a\u202eb\u0000c\r\nd\u2028e\u0085f\ud800 ${'x'.repeat(9_000)}😀`;
  const { plea } = ticket({ plea: { said, reach: 'line one\nBcc: two' } });
  assert.ok(plea.said.startsWith('abc\nd\ne\nf\ufffd x'), JSON.stringify(plea.said.slice(0, 20)));
  assert.equal(plea.said.length, 2_000);
  assert.equal(plea.reach, 'line one Bcc: two');
});

test('a story has an end: who writes for ever is not kept for ever', () => {
  let one = ticket();
  for (let times = 0; times < longestStory + 50; times += 1) {
    one = say(one, { kind: 'say', words: `more ${times}` }, monday + times);
  }
  assert.equal(one.story.length, longestStory);
  assert.equal(joinRequest(one, request({ id: 'request-9' }), monday), one);
  assert.equal(after(one, [sam, resolve, monday + day]).state, 'resolved', 'it can always be settled');
});
