/**
 * The known ways in which a reset or a registration fails, each with the number (K for a reset, R for a registration) that
 * is printed, logged, counted and stored: tickets and chats of before hold it. A number that is no longer used is not given
 * to another.
 */
const numbers = {
  'kept-on-premises': 'K1',
  'not-enabled': 'K2',
  'not-registered': 'K3',
  'off-for-everyone': 'K4',
  'service-missing': 'K5',
  'nothing-decided': 'K6',
  'not-licensed': 'K7',
  'not-in-group': 'K8',
  'information-missing': 'K9',
  'refused-on-premises': 'K10',
  'unreachable-on-premises': 'K11',
  'not-everywhere-yet': 'K12',
  blocked: 'K13',
  'too-few-methods': 'K14',
  'malformed-values': 'K15',
  'not-allowed-any-more': 'K16',
  'no-contact': 'K17',
  'no-text-or-call': 'K18',
  'no-email': 'K19',
  'number-not-taken': 'K20',
  'unknown-user': 'K21',
  'questions-not-taken': 'K22',
  'against-the-rules': 'K23',
  'too-common': 'K24',
  'no-strength-meter': 'K25',
  'session-over': 'K26',
  'no-cookies': 'K27',
  'personal-guest': 'K28',
  'invited-guest': 'K29',
  'page-not-opening': 'K30',
  'unclear-error': 'K31',
  'stricter-for-administrators': 'K32',
  'all-lost': 'K33',
  'unasked-mail': 'K34',
  disabled: 'K35',
  'works-after-network': 'K36',
  'never-registered': 'K37',
  'phone-ended': 'K38',
  'own-provider-fails': 'K39',
  'questions-ended': 'K40',
  'passkey-demanded': 'K41',
  'passkey-not-counted': 'K42',
  'code-in-another-app': 'K43',
  'second-number': 'K44',
  'refused-in-the-cloud': 'K45',
  'signed-in-with-pass': 'K46',
  'phone-sign-in-ended': 'K47',
  'locked-on-premises': 'K48',
  'wrong-current-password': 'K49',
  'may-not-register': 'R1',
  'asked-again': 'R2',
  'never-asked': 'R3',
  'filled-in-already': 'R4',
  'mixed-policies': 'R5',
  'only-app-allowed': 'R6',
  'off-for-administrators': 'R7',
  'app-not-alone': 'R8',
  'signed-in-again': 'R9',
  'no-office-phone': 'R10',
  'place-not-allowed': 'R11',
  'other-organisation': 'R12',
  'removed-without-asking': 'R13',
  'stronger-sign-in-needed': 'R14',
} as const;

export type SituationId = keyof typeof numbers;
export type SituationNumber = (typeof numbers)[SituationId];

export const situationIds = Object.keys(numbers) as readonly SituationId[];
export const situationNumbers: readonly SituationNumber[] = Object.values(numbers);

export function numberOf(situation: SituationId): SituationNumber {
  return numbers[situation];
}

const ids = Object.fromEntries(Object.entries(numbers).map(([id, number]) => [number, id])) as Readonly<
  Record<SituationNumber, SituationId>
>;

export function situationNumbered(number: SituationNumber): SituationId {
  return ids[number];
}
