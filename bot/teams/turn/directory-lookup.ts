import type { TurnContext } from 'botbuilder';
import { inTime } from '../../deadline.ts';
import type { AccountFacts, AccountObserver, LookupOptions } from '../../domain/account/facts.ts';
import type { EmployeeKey } from '../../domain/account/person.ts';
import { Fault } from '../../domain/fault.ts';
import type { Directory, DirectoryEntry } from '../../domain/ports/directory.ts';
import { second } from '../../domain/time.ts';
import { withDeadline } from '../deadline.ts';

const longest = 3 * second;
/** A directory that ends by itself after three seconds tells what it has seen by then: it is not cut off at that moment. */
const longestLook = 3.5 * second;

/** What the directory says, in time: it may hang. Throws Fault `directory-unavailable`. */
export async function entryInTime(
  directory: Directory,
  employee: EmployeeKey,
  context?: TurnContext,
): Promise<DirectoryEntry | undefined> {
  try {
    return await withDeadline(longest, context, (signal) => inTime(signal, directory.entry(employee, signal)));
  } catch (cause) {
    throw cause instanceof Fault ? cause : new Fault('directory-unavailable', 'no answer', { cause });
  }
}

/** How to look at an account in time; what does not answer until then counts as not seen. */
export function lookFor({ observer, completed }: Observing, employee: EmployeeKey, context: TurnContext) {
  // The turn is long over when this is told.
  const chat = context.activity.conversation.id;
  return (looking: Pick<LookupOptions, 'log'>): Promise<AccountFacts> => {
    const wanted = { ...looking, ...(completed && { completed: () => completed(chat) }) };
    return withDeadline(longestLook, context, (signal) =>
      inTime(signal, observer.facts(employee, signal, wanted)),
    ).catch(() => nothingSeen);
  };
}

interface Observing {
  readonly observer: AccountObserver;
  /** What was still being read when a card was shown in a chat has come. */
  readonly completed?: (chatId: string) => void;
}

const late = { kind: 'unseen', why: 'late' } as const;

const nothingSeen: AccountFacts = {
  account: late,
  signIn: late,
  writeback: late,
  license: late,
  administrator: late,
  administratorsMayReset: late,
  report: late,
  methods: { phones: late, email: late },
  methodPolicy: late,
  attempts: late,
  registrationChanged: late,
};
