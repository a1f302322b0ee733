import { minute } from '../../bot/domain/instant.ts';
import { proofLife } from '../../bot/domain/sending.ts';
import { person, type RunningBot } from './bot.ts';
import { personIn } from './records.ts';
import { demoTenant, type TeamsClient, wordsOf } from './teams-client.ts';

/** A clock that stands still until it is moved; a Monday morning unless told. */
export interface TurnedClock {
  (): number;
  turn(milliseconds: number): void;
}

export function turnedClock(start = Date.UTC(2026, 10, 23, 6)): TurnedClock {
  let now = start;
  return Object.assign(() => now, {
    turn: (milliseconds: number) => {
      now += milliseconds;
    },
  });
}

/** An employee of a test with a chat, a phone and a mailbox of their own. */
export interface Somebody {
  readonly chat: TeamsClient;
  readonly objectId: string;
  readonly employee: { readonly tenantId: string; readonly objectId: string };
  /** As people type it; `number` as it is stored. */
  readonly typedNumber: string;
  readonly number: string;
  readonly address: string;
}

let people = 0;

export interface SomebodyOptions {
  readonly conversation?: string;
  readonly locale?: string;
  readonly tenantId?: string;
  /** Which one; nobody who was there before unless told. */
  readonly number?: number;
}

export function somebody(running: RunningBot, options: SomebodyOptions = {}): Somebody {
  people += 1;
  const { number = people, tenantId = demoTenant, ...more } = options;
  const objectId = person(1_000 + number);
  const digits = String(number).padStart(6, '0');
  return {
    chat: running.client({ ...more, tenantId, objectId }),
    objectId,
    employee: { tenantId, objectId },
    typedNumber: `0701${digits}`,
    number: `+46701${digits}`,
    address: `kim${number}@example.com`,
  };
}

/** The same person in the same chat, at a bot that was started again. */
export function again(running: RunningBot, one: Somebody): Somebody {
  const { conversation } = one.chat;
  return { ...one, chat: running.client({ conversation, objectId: one.objectId }) };
}

/** Waits until something is so; for what happens after a turn. Gives up after a while, loudly. */
export async function until(so: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; !(await so()); tries += 1) {
    if (tries > 3_000) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

type Road = (one: Somebody, running: RunningBot, clock: TurnedClock) => Promise<unknown>;

/** Waits until all that was promised to somebody has been sent. */
export function settled(one: Somebody, running: RunningBot): Promise<void> {
  const nothingLeft = async () =>
    (await personIn(running.records, one.employee)).letters.every(({ kind }) => kind === 'reminder');
  return until(nothingLeft, 'all letters are sent');
}

const toHome: Road = ({ chat }) => chat.install();
const toChoose: Road = async (one, running, clock) => {
  await toHome(one, running, clock);
  await one.chat.click('start');
};
const toPhone: Road = async (one, running, clock) => {
  await toChoose(one, running, clock);
  await one.chat.click('take', { method: 'authentication-phone' });
};
const toEmail: Road = async (one, running, clock) => {
  await toChoose(one, running, clock);
  await one.chat.click('take', { method: 'authentication-email' });
};
const toPhoneCode: Road = async (one, running, clock) => {
  await toPhone(one, running, clock);
  await one.chat.click('phone', { number: one.typedNumber, country: 'SE', channel: 'text' });
  await running.caught.code(one.number);
};
const toEmailCode: Road = async (one, running, clock) => {
  await toEmail(one, running, clock);
  await one.chat.click('email', { address: one.address });
  await running.caught.code(one.address);
};
const toPhoneProven: Road = async (one, running, clock) => {
  await toPhoneCode(one, running, clock);
  await one.chat.click('code', { code: await running.caught.code(one.number) });
};
const toProve: Road = async (one, running, clock) => {
  await toPhoneProven(one, running, clock);
  await one.chat.click('later');
  clock.turn(proofLife + minute);
  await one.chat.click('start');
};
const toProveCode: Road = async (one, running, clock) => {
  await toProve(one, running, clock);
  const before = running.caught.messages.length;
  await one.chat.click('take');
  await until(() => running.caught.messages.length > before, 'the code is sent');
};
const toFinish: Road = async (one, running, clock) => {
  await toPhoneProven(one, running, clock);
  await one.chat.click('take', { method: 'authentication-email' });
  await one.chat.click('email', { address: one.address });
  await one.chat.click('code', { code: await running.caught.code(one.address) });
};

const known = {
  home: toHome,
  choose: toChoose,
  phone: toPhone,
  email: toEmail,
  'code of a phone': toPhoneCode,
  'code of a mailbox': toEmailCode,
  'show it is you': toProve,
  'code to show it is you': toProveCode,
  finish: toFinish,
} as const satisfies Record<string, Road>;

export type ScreenName = keyof typeof known;

export const screenNames = Object.keys(known) as readonly ScreenName[];

/** How to get to each screen there is, by clicks; nothing is under way on arrival. */
export const roads = Object.fromEntries(
  screenNames.map((name): [ScreenName, Road] => [
    name,
    async (one, running, clock) => {
      await known[name](one, running, clock);
      await settled(one, running);
    },
  ]),
) as Readonly<Record<ScreenName, Road>>;

/** A heading that stands on each screen and on no other. */
export const headings: Readonly<Record<ScreenName, RegExp>> = {
  home: /^(Your password reset|Din lösenordsåterställning)$/mu,
  choose: /^(Choose a method|Välj ett sätt)$/mu,
  phone: /^(Add a phone|Lägg till en telefon)$/mu,
  email: /^(Add an email address|Lägg till en mejladress)$/mu,
  'code of a phone': /^(Type your code|Skriv in koden)$/mu,
  'code of a mailbox': /^(Type your code|Skriv in koden)$/mu,
  'show it is you': /^(First, show that it is you|Visa först att det är du)$/mu,
  'code to show it is you': /^(Type your code|Skriv in koden)$/mu,
  finish: /^(You are ready|Du är redo)$/mu,
};

/** What somebody would type into the inputs of the card in front of them. */
export async function filledIn(one: Somebody, running: RunningBot): Promise<Readonly<Record<string, string>>> {
  const inputs = new Set(wordsOf(one.chat.latest().content).match(/^(Phone number|Email address|Code, 6 digits)$/gmu));
  const last = running.caught.messages.findLast(({ to }) => to === one.number || to === one.address);
  return {
    ...(inputs.has('Phone number') && { number: one.typedNumber, country: 'SE', channel: 'text' }),
    ...(inputs.has('Email address') && { address: one.address }),
    ...(inputs.has('Code, 6 digits') && last && { code: await running.caught.code(last.to) }),
  };
}

/** Which screen is on the newest card. */
export function screenOf(one: Somebody): ScreenName | undefined {
  const words = wordsOf(one.chat.latest().content);
  return screenNames.find((name) => headings[name].test(words));
}
