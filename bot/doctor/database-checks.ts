import type { Instant } from '../domain/time.ts';
import { second } from '../domain/time.ts';
import { connectionOf } from '../providers/store/postgres/connections.ts';
import { type DatabaseFacts, lookAtDatabase } from '../providers/store/postgres/look.ts';
import { usualSizes } from '../providers/store/postgres/postgres.ts';
import type { DatabaseSettings } from '../providers/store/postgres/settings.ts';
import { inPlainWords } from '../system-errors.ts';
import type { CheckFinding } from './examination.ts';
import { formatFindings, processFindings } from './process-checks.ts';

const where = 'DATABASE_URL';
const oldest = 150_000;
/** What one bot may take. */
const perBot = usualSizes.people + usualSizes.background;
const mebi = 1024 * 1024;

/**
 * Whether the database can be reached and holds what the bot counts on; also while bots run.
 * @param keys prints of the keys in the settings, the one that seals first
 */
export async function* checkDatabase(
  database: DatabaseSettings,
  clock: () => Instant,
  keys: readonly string[],
): AsyncGenerator<CheckFinding> {
  try {
    const facts = await lookAtDatabase(await connectionOf(database), clock);
    yield* databaseFindings(facts, database.checked);
    yield* processFindings(facts.processes, keys);
    yield* formatFindings(facts.processes, facts.format);
  } catch (error) {
    const says = `The database can not be looked at. ${inPlainWords(error)}.`;
    const fix =
      'see that the server runs, that its address, role and password are right, and that this machine may reach it.';
    yield { id: 'database', verdict: 'problem', says, where, fix };
  }
}

export function* databaseFindings(facts: DatabaseFacts, checked: boolean): Generator<CheckFinding> {
  const problem = (id: string, says: string, fix: string): CheckFinding => ({
    id,
    verdict: 'problem',
    says,
    where,
    fix,
  });
  const warning = (id: string, says: string, fix: string): CheckFinding => ({
    id,
    verdict: 'warning',
    says,
    where,
    fix,
  });
  const release = `${Math.floor(facts.version / 10_000)}.${facts.version % 10_000}`;
  const way = checked ? 'with its certificate checked' : 'on this machine';
  yield { id: 'database', verdict: 'good', says: `The database answers (PostgreSQL ${release}), ${way}.` };
  if (facts.version < oldest) yield problem('database-old', `PostgreSQL ${release} is too old.`, 'use 15 or newer.');
  if (facts.replica)
    yield problem(
      'database-replica',
      'The database only reads: it is a replica.',
      'let the address follow the primary.',
    );
  if (facts.missing.length > 0) {
    const says = `The database lacks ${facts.missing.join(', ')}.`;
    yield problem('database-tables', says, 'npm run store -- migrate, as the owner of the tables.');
  } else if (!facts.writes) {
    const fix = 'GRANT reset_ready_bot to the role in DATABASE_URL.';
    yield problem('database-rights', 'The role may not write records.', fix);
  }
  if (facts.defines) {
    const fix = 'give the bot a role of its own that is a member of reset_ready_bot only; OPERATIONS.md has the SQL.';
    yield warning('database-rights', 'The role of the bot may make and change tables.', fix);
  }
  if (facts.unsafe.length > 0) {
    const says = `Acknowledged writes can be lost: ${facts.unsafe.join(', ')} is off.`;
    yield problem('database-unsafe', says, 'switch it on in the configuration of the server.');
  }
  if (facts.free < perBot) {
    const says = `The database has ${facts.free} connections left; a bot takes up to ${perBot}.`;
    yield warning('database-connections', says, 'raise max_connections, or run fewer bots.');
  }
  if (facts.statementTimeout === 0) {
    const fix = "ALTER ROLE … SET statement_timeout = '2500ms': what nobody waits for any more then ends by itself.";
    yield warning('database-timeout', 'A statement may take for ever.', fix);
  }
  if (facts.pooler === 'forgets-statements') {
    const says = 'A pooler before the database does not know prepared statements, which the bot works with.';
    const fix = 'PgBouncer: 1.21 or newer, with max_prepared_statements above 0; or an address past the pooler.';
    yield problem('database-pooler', says, fix);
  } else if (facts.pooler === 'knows-statements') {
    const says = 'A pooler stands before the database. npm run store -- migrate has to go past it.';
    yield { id: 'database-pooler', verdict: 'note', says, where };
  }
  if (facts.logsValues) {
    const says =
      "Values of statements that fail stand in the server's log. They are sealed, but it is none of its business.";
    yield warning('database-log', says, 'set log_parameter_max_length_on_error to 0.');
  }
  if (facts.synchronousStandby === false) {
    const says = 'No standby is synchronous: a failover may lose the last seconds.';
    yield { id: 'database-standby', verdict: 'note', says, where };
  }
  const off = Math.abs(facts.clockAhead);
  if (off > second) {
    const says = `The clock of the database is ${Math.round(off / second)} s ${facts.clockAhead > 0 ? 'ahead of' : 'behind'} this machine's. The bot goes by the database.`;
    const fix = 'let both machines keep time (NTP).';
    yield off > 5 * second ? problem('database-clock', says, fix) : warning('database-clock', says, fix);
  }
  const dead = facts.dead > 0.5 && facts.people > 1_000;
  if (dead)
    yield warning('database-dead', 'More than half of the rows of people are dead.', 'see that autovacuum runs.');
  const size = `${Math.ceil(facts.bytes / mebi)} MB`;
  yield {
    id: 'database-size',
    verdict: 'note',
    says: `The database has ${size}, with about ${facts.people} people.`,
    where,
  };
}
