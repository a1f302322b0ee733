import type { SituationId } from './situation-ids.ts';

/**
 * Every code a person can see or a log can hold, in the spelling of this product, and the situation it stands for; null:
 * worth explaining, but no situation of its own. Sources, all Microsoft Learn: "Troubleshoot self-service password reset"
 * (SSPR), "Troubleshoot self-service password reset writeback" (events and results of the engine), "Microsoft Entra
 * authentication and authorization error codes" (AADSTS; they may change, so they serve for help only).
 */
export const codes = {
  SSPR_0009: 'off-for-everyone',
  SSPR_0010: 'service-missing',
  SSPR_0011: 'nothing-decided',
  SSPR_0012: 'not-licensed',
  SSPR_0013: 'not-in-group',
  SSPR_0014: 'information-missing',
  SSPR_0029: 'refused-on-premises',
  SSPR_0030: 'unreachable-on-premises',
  OnPremisesSuccessCloudFailure: 'not-everywhere-yet',
  OnPremisesPolicyViolation: 'against-the-rules',
  FuzzyPolicyViolation: 'too-common',

  'hr 80230619': 'against-the-rules',
  'hr 8023061f': 'refused-on-premises',
  'hr 80230626': 'refused-on-premises',
  'hr 80230402': 'refused-on-premises',
  'hr 8023042': 'refused-on-premises',
  'hr 800700ce': 'refused-on-premises',

  'event 6329': 'refused-on-premises',
  'event 6800': 'unreachable-on-premises',
  'event 31001': null,
  'event 31002': null,
  'event 31003': 'refused-on-premises',
  'event 31004': null,
  'event 31005': null,
  'event 31006': null,
  'event 31007': null,
  'event 31008': 'refused-on-premises',
  'event 31009': null,
  'event 31010': null,
  'event 31011': 'refused-on-premises',
  'event 31012': null,
  'event 31013': null,
  'event 31014': 'refused-on-premises',
  'event 31015': null,
  'event 31016': 'unreachable-on-premises',
  'event 31017': null,
  'event 31018': null,
  'event 31019': null,
  'event 31034': 'unreachable-on-premises',
  'event 31044': 'unreachable-on-premises',
  'event 32000': 'unreachable-on-premises',
  'event 32001': 'unreachable-on-premises',
  'event 32002': 'unreachable-on-premises',
  'event 32003': 'refused-on-premises',
  'event 32004': 'refused-on-premises',
  'event 32005': 'refused-on-premises',
  'event 32007': 'refused-on-premises',
  'event 32008': 'refused-on-premises',
  'event 32009': 'refused-on-premises',
  'event 32010': 'refused-on-premises',
  'event 32011': 'refused-on-premises',
  'event 32013': 'refused-on-premises',
  'event 32014': 'unreachable-on-premises',
  'event 32015': null,
  'event 33001': 'refused-on-premises',
  'event 33002': 'refused-on-premises',
  'event 33003': 'refused-on-premises',
  'event 33004': 'refused-on-premises',
  'event 33005': 'disabled',
  'event 33006': 'locked-on-premises',
  'event 33007': 'wrong-current-password',
  'event 33008': 'against-the-rules',
  'event 33009': 'refused-on-premises',

  AADSTS50020: null,
  AADSTS50034: 'unknown-user',
  AADSTS50053: null,
  AADSTS50055: null,
  AADSTS50056: null,
  AADSTS50057: 'disabled',
  AADSTS50072: null,
  AADSTS50074: null,
  AADSTS50076: null,
  AADSTS50078: null,
  AADSTS50079: null,
  AADSTS50088: 'no-contact',
  AADSTS50105: null,
  AADSTS50125: null,
  AADSTS50126: null,
  AADSTS50131: null,
  AADSTS50132: null,
  AADSTS50133: null,
  AADSTS50135: null,
  AADSTS50144: null,
  AADSTS50173: null,
} as const satisfies Readonly<Record<string, SituationId | null>>;

export type CodeId = keyof typeof codes;
export type SignInCode = Extract<CodeId, `AADSTS${string}`>;

/** The situation a code stands for, if it is known and stands for one. */
export function situationOf(code: string): SituationId | undefined {
  return isCode(code) ? (codes[code] ?? undefined) : undefined;
}

/** The codes that stand for a situation. */
export function codesOf(situation: SituationId): readonly CodeId[] {
  return (Object.keys(codes) as CodeId[]).filter((code) => codes[code] === situation);
}

export function isCode(code: string): code is CodeId {
  return Object.hasOwn(codes, code);
}
