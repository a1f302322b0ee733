import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { withReports } from './support/function-starts.ts';

/** How many functions of a program report, and what the program comes to with and without the reports. */
function ran(program: string) {
  let reports = 0;
  const count = () => {
    reports += 1;
  };
  const result = runInNewContext(
    withReports(program, () => 'count()'),
    { count },
  );
  assert.deepEqual(String(result), String(runInNewContext(program, {})), program);
  return reports;
}

test('a report stands at the start of every function, whatever its form, and changes nothing of what it does', () => {
  for (const [program, functions] of [
    ['function one() { return 1; } one()', 1],
    ['const one = (a, b = { c: 2 }) => a + b.c; one(1)', 1],
    ['const one = (a) => (b) => ({ a, b }); JSON.stringify(one(1)(2))', 2],
    ['const one = () => { if (true) { return 3; } }; one()', 1],
    ['const one = { two(a) { return a; }, get three() { return 3; } }; one.two(1) + one.three', 2],
    [
      'class One { constructor(a) { this.a = a; } two() { for (const b of [1]) { return this.a + b; } } } new One(1).two()',
      2,
    ],
    ['const one = (a) => a ?? 4; one(undefined)', 1],
    ['let kept; const one = () => kept = 5; one(); kept', 1],
    ['const one = () => /* a word */ 6; one()', 1],
  ] as const) {
    assert.equal(ran(program), functions, program);
  }
});

test('nothing is reported from texts, templates, patterns and comments, nor where braces are no function', () => {
  for (const [program, functions] of [
    ['\'(a) => b\' + "function () {}" // () => {}', 0],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the program has the slot
    ['`${[1, 2].map((a) => `${a} => {`)} () => {`', 2],
    ["'a => {'.replace(/=> \\{/g, 'b').replace(/[/`]/, '')", 0],
    ['let a = 8; if (a / 2 > 1) { a = a / 2; } while (a > 1) { a -= 1; } switch (a) { default: { } } a', 0],
    ['try { throw 1; } catch (a) { a }', 0],
  ] as const) {
    assert.equal(ran(program), functions, program);
  }
});
