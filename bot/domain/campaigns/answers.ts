import { type EmployeeKey, personId } from '../account/person.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../ports/system.ts';
import type { Instant } from '../time.ts';
import {
  answerRecipient,
  endRecipient,
  type OnFile,
  type Recipient,
  recipientId,
  type SnoozeDays,
  snoozeRecipient,
} from './recipient.ts';

/** What people do about a campaign's card. Nothing is changed but when they are asked again, so nothing has to be shown first. */
export interface CampaignAnswers {
  /** The campaign whose card somebody has, by the newest message; undefined: they have none. */
  current(employee: EmployeeKey): Promise<Recipient | undefined>;
  /** They do what they were asked to. Resolves with what was on file for them, as the card showed it. */
  begin(employee: EmployeeKey, campaign: string): Promise<readonly OnFile[]>;
  /** Resolves with when they may be asked again. */
  snooze(employee: EmployeeKey, campaign: string, days: SnoozeDays): Promise<Instant>;
  refuse(employee: EmployeeKey, campaign: string): Promise<void>;
  /** They have read up to this message of their chat, as its channel names it: by numbers that rise. */
  read(employee: EmployeeKey, upTo: number): Promise<void>;
  /** The bot has come into their chat, which is kept. True: the campaign brought it there, and its message is the greeting. */
  arrived(employee: EmployeeKey, chat: string, timeZone: string | null): Promise<boolean>;
}

export function createCampaignAnswers({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): CampaignAnswers {
  function change<O>(
    employee: EmployeeKey,
    campaign: string,
    step: (recipient: Recipient) => Recipient,
    outcome: (after: Recipient) => O,
    none: O,
  ) {
    return store.update('campaign-recipient', recipientId(campaign, employee), (recipient) => {
      if (!recipient) return { record: recipient, outcome: none };
      const record = step(recipient);
      return { record, outcome: outcome(record) };
    });
  }

  async function ofPerson(employee: EmployeeKey): Promise<readonly Recipient[]> {
    const { ids } = await store.find('campaign-recipient', { field: 'person', equals: personId(employee), limit: 20 });
    const found = await Promise.all(ids.map((id) => store.read('campaign-recipient', id)));
    return found.filter((one) => one !== undefined);
  }

  return {
    async current(employee) {
      const asked = (await ofPerson(employee)).filter(({ messages }) => messages.length > 0);
      return asked.toSorted((one, other) => (one.messages.at(-1)?.at ?? 0) - (other.messages.at(-1)?.at ?? 0)).at(-1);
    },
    begin: (employee, campaign) =>
      change(
        employee,
        campaign,
        (recipient) => answerRecipient(recipient, clock()),
        ({ onFile }) => onFile,
        [],
      ),
    snooze(employee, campaign, days) {
      const now = clock();
      const until = (recipient: Recipient) => recipient.snoozedUntil ?? now;
      return change(employee, campaign, (recipient) => snoozeRecipient(recipient, days, now), until, now);
    },
    refuse: (employee, campaign) =>
      change(
        employee,
        campaign,
        (recipient) => endRecipient(recipient, 'not-again', clock()),
        () => undefined,
        undefined,
      ),
    async read(employee, upTo) {
      const behind = ({ messages, readUpTo }: Recipient) => messages.length > 0 && (readUpTo ?? 0) < upTo;
      const step = (one: Recipient) => (behind(one) ? { ...one, readUpTo: upTo } : one);
      for (const { campaign } of (await ofPerson(employee)).filter(behind)) {
        await change(employee, campaign, step, () => undefined, undefined);
      }
    },
    async arrived(employee, chat, timeZone) {
      await store.update('personal-chat', personId(employee), (known) => ({
        record: known?.chat === chat ? known : { chat, at: clock() },
        outcome: undefined,
      }));
      const waiting = (await ofPerson(employee)).find(({ end, installedAt }) => end === null && installedAt !== null);
      if (!waiting) return false;
      return change(
        employee,
        waiting.campaign,
        (recipient) => ({
          ...recipient,
          chat,
          timeZone: timeZone ?? recipient.timeZone,
          due: Math.min(recipient.due, clock()),
        }),
        ({ messages }) => messages.length === 0,
        false,
      );
    },
  };
}
