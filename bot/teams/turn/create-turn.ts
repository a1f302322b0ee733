import type { Activity } from 'botbuilder';
import type { Act, Turn, UseCases } from '../../../dialogs/turn.ts';
import type { AccountFacts, LookupOptions } from '../../domain/account/facts.ts';
import type { EmployeeKey } from '../../domain/account/person.ts';
import { accountOf } from '../../domain/account/prefilled.ts';
import { factsAbout } from '../../domain/diagnosis/account-facts.ts';
import type { Policy } from '../../domain/policy.ts';
import type { DirectoryEntry } from '../../domain/ports/directory.ts';
import type { Heard } from '../../domain/tickets/support-reach.ts';
import { day, type Instant } from '../../domain/time.ts';
import { fallbackLanguage, languageOf } from '../../texts/languages.ts';
import { type Tell, teller } from '../../texts/tell.ts';
import { tenantOf } from './admission.ts';
import { type Chat, timeZoneOf } from './conversation-state.ts';
import type { Replies } from './replies.ts';

/** Who acts: by the directory id that the channel vouches for, never by anything a card says. */
export function employeeOf(activity: Activity, chat: Chat): EmployeeKey {
  return { tenantId: tenantOf(activity), objectId: (chat.playing ?? activity.from.aadObjectId ?? '').toLowerCase() };
}

/** The language somebody asked for in this chat, else the client's, else the directory's. */
export function tellFor(activity: Activity, chat: Chat | undefined, entry: DirectoryEntry | undefined): Tell {
  const language = languageOf(chat?.language) ?? languageOf(activity.locale) ?? languageOf(entry?.language);
  return teller(language ?? fallbackLanguage, timeZoneOf(activity) ?? chat?.record.timeZone ?? null);
}

/** What is known when a turn begins. */
export interface TurnStart {
  readonly activity: Activity;
  readonly act: Act;
  readonly chat: Chat;
  readonly employee: EmployeeKey;
  readonly entry: DirectoryEntry;
  readonly policy: Policy;
  readonly uses: UseCases;
  /** What the directory sees of the account. */
  readonly observe: (looking: Pick<LookupOptions, 'log'>) => Promise<AccountFacts>;
  /** The client opens windows of its own. */
  readonly windows: boolean;
  readonly heard: Heard;
  readonly now: Instant;
  readonly replies: Replies;
}

export function createTurn(start: TurnStart): Turn {
  const { activity, chat, entry, employee, replies } = start;
  const first = tellFor(activity, chat, entry);
  let seen: Promise<AccountFacts> | undefined;
  let withLog = false;
  const observe = (log?: 'log') => {
    if (!seen || (log && !withLog)) {
      withLog = log !== undefined;
      seen = start.observe(log ? {} : { log: 'leave' });
    }
    return seen;
  };
  const turn: { -readonly [Key in keyof Turn]: Turn[Key] } = {
    ...start,
    ...start.uses,
    account: accountOf(entry),
    unheard: async () => ((await start.heard(employee.tenantId)) ? undefined : start.policy.contact),
    observe,
    async facts(log) {
      const [seen, person] = await Promise.all([observe(log), start.uses.enrolment.person(employee)]);
      const { policy, now } = start;
      return factsAbout({ person, entry, policy, seen }, now);
    },
    tell: first,
    asker: {
      employee,
      language: first.language,
      timeZone: timeZoneOf(activity) ?? chat.record.timeZone,
      chat: activity.conversation.id,
    },
    note: undefined,
    typed: {},
    speak(language) {
      chat.language = language;
      turn.tell = tellFor(activity, chat, entry);
      turn.asker = { ...turn.asker, language };
    },
    say: (text) => {
      replies.texts.push(text);
    },
    typesHere: (chat.typesHereUntil ?? 0) > start.now,
    typeHere() {
      chat.typesHereUntil = start.now + day;
      turn.typesHere = true;
    },
    here: undefined,
    show: (card, form) => {
      replies.card = card;
      replies.form = form;
    },
    beside: (card) => {
      replies.beside = card;
    },
    retire: (text) => {
      replies.retired = text;
    },
    stale: () => {
      replies.old = 'stale';
    },
  };
  return turn;
}
