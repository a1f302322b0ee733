import type { SituationId } from './situation-ids.ts';

/**
 * Every code a person can see or a log can hold, in the spelling of this product, and the situation it stands for; null:
 * worth explaining, but no situation of its own. Sources, all Microsoft Learn: "Troubleshoot self-service password reset"
 * (SSPR), "Troubleshoot self-service password reset writeback" (events and results of the engine), "Microsoft Entra
 * authentication and authorization error codes" (AADSTS; they may change, so they serve for help only).
 */
export const codes = {
  SSPR_0009: 'K4',
  SSPR_0010: 'K5',
  SSPR_0011: 'K6',
  SSPR_0012: 'K7',
  SSPR_0013: 'K8',
  SSPR_0014: 'K9',
  SSPR_0029: 'K10',
  SSPR_0030: 'K11',
  OnPremisesSuccessCloudFailure: 'K12',
  OnPremisesPolicyViolation: 'K23',
  FuzzyPolicyViolation: 'K24',

  'hr 80230619': 'K23',
  'hr 8023061f': 'K10',
  'hr 80230626': 'K10',
  'hr 80230402': 'K10',
  'hr 8023042': 'K10',
  'hr 800700ce': 'K10',

  'event 6329': 'K10',
  'event 6800': 'K11',
  'event 31001': null,
  'event 31002': null,
  'event 31003': 'K10',
  'event 31004': null,
  'event 31005': null,
  'event 31006': null,
  'event 31007': null,
  'event 31008': 'K10',
  'event 31009': null,
  'event 31010': null,
  'event 31011': 'K10',
  'event 31012': null,
  'event 31013': null,
  'event 31014': 'K10',
  'event 31015': null,
  'event 31016': 'K11',
  'event 31017': null,
  'event 31018': null,
  'event 31019': null,
  'event 31034': 'K11',
  'event 31044': 'K11',
  'event 32000': 'K11',
  'event 32001': 'K11',
  'event 32002': 'K11',
  'event 32003': 'K10',
  'event 32004': 'K10',
  'event 32005': 'K10',
  'event 32007': 'K10',
  'event 32008': 'K10',
  'event 32009': 'K10',
  'event 32010': 'K10',
  'event 32011': 'K10',
  'event 32013': 'K10',
  'event 32014': 'K11',
  'event 32015': null,
  'event 33001': 'K10',
  'event 33002': 'K10',
  'event 33003': 'K10',
  'event 33004': 'K10',
  'event 33005': 'K35',
  'event 33006': 'K48',
  'event 33007': 'K49',
  'event 33008': 'K23',
  'event 33009': 'K10',

  AADSTS50020: null,
  AADSTS50034: 'K21',
  AADSTS50053: null,
  AADSTS50055: null,
  AADSTS50056: null,
  AADSTS50057: 'K35',
  AADSTS50072: null,
  AADSTS50074: null,
  AADSTS50076: null,
  AADSTS50078: null,
  AADSTS50079: null,
  AADSTS50088: 'K17',
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
