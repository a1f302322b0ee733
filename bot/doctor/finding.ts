/**
 * What one check came to. good: nothing to do · note: good to know · warning: the bot works, but not as it is meant to ·
 * problem: something does not work.
 */
export interface Finding {
  /** Of a closed set, for logs and metrics: `drift-text-off`. */
  readonly id: string;
  readonly verdict: 'good' | 'note' | 'warning' | 'problem';
  /** Plain sentences for administrators. Name no person and no secret. */
  readonly says: string;
  /** What to do about it; nothing to do: missing. */
  readonly fix?: string;
}

/** 0: nothing to do · 1: warnings only · 2: something does not work. */
export function exitCode(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ verdict }) => verdict === 'problem')) return 2;
  return findings.some(({ verdict }) => verdict === 'warning') ? 1 : 0;
}

const marks = { good: 'ok', note: 'note', warning: 'WARNING', problem: 'PROBLEM' } as const;

/** Two lines at most, the second with what to do. */
export function printed({ verdict, says, fix }: Finding): string {
  const line = `${marks[verdict].padEnd(8)} ${says}`;
  return fix === undefined ? line : `${line}\n${' '.repeat(9)}Fix: ${fix}`;
}
