import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';

/** What a run of this one file prints, under a name that every run has. */
async function runOf(file: string): Promise<string> {
  const work = `import { runTests } from './test/support/run-tests.ts'; runTests({ domain: ['${file}'] }, []);`;
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const child = spawn(process.execPath, ['--input-type=module', '-e', work], { cwd: `${import.meta.dirname}/..`, env });
  return text(child.stdout);
}

test('runs at the same time run their own files, though bundles of one name', async () => {
  const files = ['test/texts/languages.test.ts', 'test/deadline.test.ts', 'test/build.test.ts'];
  const printed = await Promise.all(files.map(runOf));
  printed.forEach((page, at) => {
    assert.deepEqual(
      files.filter((file) => page.includes(file)),
      [files[at]],
    );
  });
});
