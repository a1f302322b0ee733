/** An employee with a personal chat, as the channel names both. */
export interface Employee {
  readonly objectId: string;
  readonly conversation: string;
  /** As people write it; the same in E.164. */
  readonly phone: string;
  readonly e164: string;
  readonly email: string;
}

export const tenantId = '00000000-0000-0000-0000-0000000000aa';

/** Employee number so-and-so, below ten million. No two have an address in common. */
export function employee(number: number): Employee {
  const digits = String(number).padStart(7, '0');
  return {
    objectId: `e0000000-0000-4000-8000-00000${digits}`,
    conversation: `a:1chat-${digits}`,
    phone: `070-${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5)}`,
    e164: `+4670${digits}`,
    email: `kim.${digits}@example.com`,
  };
}

/** Gives one employee after another, nobody twice. */
export function numbered(after: number): () => Employee {
  let number = after;
  return () => {
    number += 1;
    return employee(number);
  };
}

let acts = 0;

/** An activity as Teams sends it from this person's chat. */
export function activity(serviceUrl: string, { objectId, conversation }: Employee, more: object): object {
  acts += 1;
  return {
    id: `1:${conversation}/${acts}`,
    timestamp: new Date().toISOString(),
    localTimezone: 'Europe/Stockholm',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${objectId}`, name: 'Kim Lindqvist', aadObjectId: objectId },
    recipient: { id: '28:bot', name: 'bot' },
    conversation: { id: conversation, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'SE', platform: 'Web', timezone: 'Europe/Stockholm' }],
    locale: 'en-US',
    ...more,
  };
}
