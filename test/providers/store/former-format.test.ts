import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type EmployeeAct, employeeActed } from '../../../bot/domain/tickets/employee-actions.ts';
import type { Ticket } from '../../../bot/domain/tickets/ticket.ts';
import { programWriting, writableFormats } from '../../../bot/providers/store/format.ts';
import { formerReader } from '../../support/former-reader.ts';
import { type JsonSchema, recordSchemas } from '../../support/record-schemas.ts';
import { facts, kim, monday, ticket } from '../../support/tickets.ts';

/*
 * What the program before this format can read is known from that program: `test/fixtures/records/format-2.jsonl`, as JSON
 * Schema. Records written in its format are held against it by a judge of JSON Schema that is not ours.
 */

const former = formerReader();

/** Every value that a closed field, or the name of a kind, can have; by place. `*`: any. */
function closedValues(schema: JsonSchema): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (given: JsonSchema, place: string, within: readonly string[]): void => {
    const name = given.$ref?.split('/').at(-1);
    if (name !== undefined) {
      if (!within.includes(name)) visit(schema.$defs?.[name] ?? assert.fail(given.$ref), place, [...within, name]);
      return;
    }
    const values = found.get(place) ?? found.set(place, new Set()).get(place);
    for (const value of given.enum ?? ('const' in given ? [given.const] : [])) values?.add(JSON.stringify(value));
    if (given.type !== undefined && !given.enum && !('const' in given)) values?.add('*');
    for (const one of [...(given.anyOf ?? []), ...(given.oneOf ?? [])]) visit(one, place, within);
    for (const [field, inner] of Object.entries(given.properties ?? {})) visit(inner, `${place}/${field}`, within);
    if (given.items) visit(given.items, `${place}/*`, within);
    if (given.propertyNames) visit(given.propertyNames, `${place}/names`, within);
    if (given.additionalProperties?.type) visit(given.additionalProperties, `${place}/*`, within);
  };
  visit(schema, '', []);
  return found;
}

test('what is new in this format, and the program before it would not take, is known by name', () => {
  const fresh = [...recordSchemas()].flatMap(([kind, schema]) => {
    const before = closedValues(former.schemas.get(kind) ?? assert.fail(kind));
    return [...closedValues(schema)].flatMap(([place, values]) => {
      const taken = before.get(place);
      // A field that it does not know it keeps.
      if (!taken || taken.has('*')) return [];
      return [...values].filter((value) => !taken.has(value)).map((value) => `${kind}${place} ${value}`);
    });
  });
  // Each of these is written in this format alone (`Store.format`). What is added here needs a format of its own once this one is out.
  assert.deepEqual(fresh, ['ticket/story/*/act "edited"']);
});

test('there is a reader of the format before, and it reads what programs of that time wrote', () => {
  assert.equal(writableFormats.at(-1), programWriting().knows);
  const folder = join(import.meta.dirname, '../../fixtures/records');
  for (const kind of former.schemas.keys()) {
    if (['personal-chat', 'audit-archive', 'witness', 'campaign', 'campaign-recipient'].includes(kind)) continue;
    const lines = readFileSync(join(folder, `${kind}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) assert.deepEqual(former.refusals(kind, JSON.parse(line)), []);
  }
});

const plea = { said: 'Not the reset page: the portal.', happenedAt: monday, reach: '070', urgent: true };
const edit = { kind: 'edit', plea, colleague: '', facts } as const satisfies EmployeeAct;
const changed = (one: Ticket, act: EmployeeAct, seen: number, format: number) =>
  employeeActed(one, kim, act, seen, monday, format);

test('in the format before, a change of a request is told as an addition that its readers take, and twice is once', () => {
  const { record } = changed(ticket(), edit, 1, 2);
  assert.deepEqual(record.plea, plea);
  assert.deepEqual(
    record.story.map((entry) => [entry.act, 'words' in entry ? entry.words : '']),
    [
      ['raised', ''],
      ['added', plea.said],
    ],
  );
  assert.deepEqual(former.refusals('ticket', record), []);
  assert.equal(changed(record, edit, 1, 2).record, record, 'the same again, from the same card');
  assert.equal(changed(record, edit, 1, 3).record, record, 'also where it reaches a bot that is further');
  const other = { ...edit, plea: { ...plea, said: 'Something else.' } };
  assert.equal(changed(record, other, 1, 2).outcome.kind, 'late', 'from a card older than the change');
  assert.equal(changed(record, other, 2, 2).record.plea.said, 'Something else.');
});

test('in this format it is told as what it is, which a reader of the format before does not take', () => {
  const { record } = changed(ticket(), edit, 1, 3);
  assert.equal(record.story.at(-1)?.act, 'edited');
  assert.notDeepEqual(former.refusals('ticket', record), []);
});
