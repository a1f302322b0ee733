import { type AppSetup, type EmployeeKey, newPerson, type Person, personId } from '../account/person.ts';
import { appendAudit } from '../audit/trail.ts';
import { withEnded } from '../enrolment/challenge.ts';
import type { Asker } from '../enrolment/enrolment.ts';
import type { AppBeginOutcome, AppCodeOutcome } from '../enrolment/outcome.ts';
import { stopsChanges, withProof } from '../enrolment/proof.ts';
import { triesPerCode } from '../enrolment/rate-limit.ts';
import type { PolicyOf } from '../policies.ts';
import { methodAllowed } from '../policy.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Random } from '../ports/system.ts';
import { ahead, counts, day, type Instant, minute } from '../time.ts';
import { newAppSecret, readAppCode, verifyAppCode } from './app.ts';
import { applyChange } from './apply-change.ts';
import { changesRest } from './change-limit.ts';
import type { ProofPurpose } from './method.ts';

/** How long a setup shows the same secret. */
export const appSetupLife = 30 * minute;

const method = 'authenticator-app';

/** An authenticator app: setting it up, and showing with it that it is still the same person. */
export interface AppEnrolment {
  /** Begins a setup, or goes on with the one under way. The app that is there works until the new one is proven. */
  begin(asker: Asker): Promise<AppBeginOutcome>;
  /** Looks at the first code of the app being set up: a right one makes it count. */
  accept(employee: EmployeeKey, setupId: string, typed: string): Promise<AppCodeOutcome>;
  /** Looks at a code of the app that is set up. */
  prove(employee: EmployeeKey, typed: string, purpose: ProofPurpose): Promise<AppCodeOutcome>;
}

export interface AppEnrolmentPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly policy: PolicyOf;
}

interface Stepped<O> {
  readonly record: Person;
  readonly outcome: O;
}

export function createAppEnrolment({ store, clock, random, policy }: AppEnrolmentPorts): AppEnrolment {
  async function offered<O>(
    employee: EmployeeKey,
    step: (person: Person, now: Instant) => Stepped<O>,
  ): Promise<O | { readonly kind: 'not-offered' }> {
    if (!methodAllowed(await policy(employee), method, false)) return { kind: 'not-offered' };
    return store.update('person', personId(employee), (current) => {
      const known = current ?? newPerson(employee);
      const { record, outcome } = step(known, clock());
      return { record: record === known ? current : record, outcome };
    });
  }

  return {
    begin(asker) {
      const draft = { id: Buffer.from(random(16)).toString('hex'), secret: newAppSecret(random) };
      return offered(asker.employee, (person, now) => beginAppSetup(person, asker, draft, now));
    },
    accept: (employee, setupId, typed) =>
      offered(employee, (person, now) => confirmAppSetup(person, setupId, typed, now)),
    prove: (employee, typed, purpose) => offered(employee, (person, now) => proveByApp(person, typed, purpose, now)),
  };
}

/** Whether a setup still counts. */
export function appSetupLives(setup: AppSetup, now: Instant): boolean {
  return now < setup.at + appSetupLife && !ahead(setup.at, now) && setup.wrong < triesPerCode;
}

function beginAppSetup(
  person: Person,
  { language, timeZone, chat }: Asker,
  draft: Pick<AppSetup, 'id' | 'secret'>,
  now: Instant,
): Stepped<AppBeginOutcome> {
  const stopped = stopsChanges(person, now) ?? changesRest(person, now);
  if (stopped) return { record: person, outcome: stopped };
  const { appSetup: current } = person;
  if (current && appSetupLives(current, now)) return { record: person, outcome: { kind: 'app-setup', setup: current } };
  const setup: AppSetup = { ...draft, at: now, wrong: 0 };
  const ended = current ? withEnded(person, current.id) : person.ended;
  const record = { ...person, language, timeZone, chat, appSetup: setup, ended };
  return { record, outcome: { kind: 'app-setup', setup } };
}

/** Trying and counting are one decision. A setup id that was never this person's gets what a wrong code gets. */
function confirmAppSetup(person: Person, setupId: string, typed: string, now: Instant): Stepped<AppCodeOutcome> {
  const stay = (outcome: AppCodeOutcome) => ({ record: person, outcome });
  const { appSetup: setup } = person;
  if (setup?.id !== setupId && person.ended.includes(setupId)) return stay({ kind: 'old-card' });
  // The proof that let it begin may have aged meanwhile, or a change was disowned.
  const stopped = stopsChanges(person, now) ?? changesRest(person, now);
  if (stopped) return stay(stopped);
  const code = readAppCode(typed);
  if (!code) return stay({ kind: 'not-a-code' });
  if (!setup || !appSetupLives(setup, now)) return stay({ kind: 'app-setup-over' });
  const read = verifyAppCode(setup.secret, code, now, null);
  if (read.kind === 'app-code-right' && setup.id === setupId) return proven(person, setup, read.step, now);
  const wrong = setup.wrong + 1;
  const left = triesPerCode - wrong;
  const audit = appendAudit(person.audit, { act: 'code-wrong', method, tries: wrong }, now);
  return {
    record: { ...person, appSetup: { ...setup, wrong }, audit },
    outcome: left > 0 ? { kind: 'app-code-wrong', left } : { kind: 'app-setup-over' },
  };
}

function proven(person: Person, { id, secret }: AppSetup, step: number, now: Instant): Stepped<AppCodeOutcome> {
  const act = { act: 'method-proven', method, channel: 'app', replaced: person.methods[method] !== undefined } as const;
  const proof = withProof(person, 'register', method, now);
  const calm = { ...person, appSetup: null, ended: withEnded(person, id), ...proof };
  const record = applyChange(calm, method, { secret, lastStep: step, wrong: [], provenAt: now }, id, now);
  return {
    record: { ...record, audit: appendAudit(person.audit, act, now) },
    outcome: { kind: 'method-proven', method },
  };
}

/** Wrong codes are counted for the secret, over all that ask for one: nothing but their age makes room for more. */
function proveByApp(person: Person, typed: string, purpose: ProofPurpose, now: Instant): Stepped<AppCodeOutcome> {
  const stay = (outcome: AppCodeOutcome) => ({ record: person, outcome });
  const app = person.methods[method];
  if (!app) return stay({ kind: 'not-set-up' });
  const recent = app.wrong.filter((at) => counts(at, day, now));
  const oldest = recent.at(-triesPerCode);
  if (oldest !== undefined) return stay({ kind: 'app-resting', until: oldest + day });
  const code = readAppCode(typed);
  if (!code) return stay({ kind: 'not-a-code' });
  const read = verifyAppCode(app.secret, code, now, app.lastStep);
  if (read.kind === 'app-code-used') return stay({ kind: 'app-code-used' });
  if (read.kind === 'app-code-right') {
    const methods = { ...person.methods, [method]: { ...app, lastStep: read.step, wrong: recent } };
    const audit = appendAudit(person.audit, { act: 'identity-proven', method, channel: 'app' }, now);
    const record = { ...person, methods, ...withProof(person, purpose, method, now), audit };
    return { record, outcome: { kind: 'identity-proven', method } };
  }
  const wrong = [...recent, now];
  const methods = { ...person.methods, [method]: { ...app, wrong } };
  const audit = appendAudit(person.audit, { act: 'code-wrong', method, tries: wrong.length }, now);
  const [first = now] = wrong;
  const left = triesPerCode - wrong.length;
  return {
    record: { ...person, methods, audit },
    outcome: left > 0 ? { kind: 'app-code-wrong', left } : { kind: 'app-resting', until: first + day },
  };
}
