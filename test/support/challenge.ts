import type { Challenge } from '../../bot/domain/enrolment/challenge.ts';

/** A challenge under way, with what matters to the test put in. */
export function challengeWith(more: Partial<Challenge> = {}): Challenge {
  return {
    id: '00112233445566778899aabbccddeeff',
    purpose: 'register',
    method: 'authentication-phone',
    channel: 'text',
    address: '+46701230001',
    country: 'SE',
    keyVersion: 1,
    send: 1,
    sentAt: 0,
    wrong: [],
    letter: null,
    delivery: 'waiting',
    notArrived: null,
    silent: false,
    ...more,
  };
}
