import { firstBroken } from './domain/audit.ts';
import { personId } from './domain/person.ts';
import { everybody, onRecords } from './stored-people.ts';

/* `npm run audit -- verify`: checks the chain of everybody's audit entries, and names the first that was tampered with. */

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

async function verify(): Promise<number> {
  return onRecords(async (store) => {
    let [people, entries, broken] = [0, 0, 0];
    for await (const { employee, audit } of everybody(store)) {
      people += 1;
      entries += audit.length;
      const position = firstBroken(audit);
      if (position === undefined) continue;
      broken += 1;
      const entry = audit[position];
      complain(
        `${personId(employee)}: entry ${position + 1} of ${audit.length} (${entry?.act}) does not follow from the ones before it`,
      );
    }
    print(`${people} people, ${entries} entries, ${broken} broken chains`);
    return broken === 0 ? 0 : 1;
  });
}

if (process.argv[2] === 'verify') {
  process.exitCode = await verify().catch((reason: unknown) => {
    complain(reason instanceof Error ? reason.message : String(reason));
    return 2;
  });
} else {
  complain('Usage: npm run audit -- verify');
  process.exitCode = 2;
}
