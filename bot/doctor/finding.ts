interface Said {
  /** Of a closed set, for logs and metrics: `drift-text-off`. */
  readonly id: string;
  /** What is so, in plain sentences for administrators. Name no person and no secret. */
  readonly says: string;
  /** The setting, file or page it is about. */
  readonly where?: string;
}

/**
 * What one check came to. good: nothing to do · note: good to know · warning: the bot works, but not as it is meant to ·
 * problem: something does not work. What is wrong says where, and what to do about it.
 */
export type Finding = Said &
  (
    | { readonly verdict: 'good' | 'note'; readonly fix?: string }
    | { readonly verdict: 'warning' | 'problem'; readonly where: string; readonly fix: string }
  );

/** 0: nothing to do · 1: warnings only · 2: something does not work. */
export function exitCode(findings: readonly Pick<Finding, 'verdict'>[]): 0 | 1 | 2 {
  if (findings.some(({ verdict }) => verdict === 'problem')) return 2;
  return findings.some(({ verdict }) => verdict === 'warning') ? 1 : 0;
}

const marks = { good: 'ok', note: 'note', warning: 'WARNING', problem: 'PROBLEM' } as const;

/** Three lines at most: what is so, where, and what to do. */
export function printed({ verdict, says, where, fix }: Finding): string {
  const below = (name: string, text: string | undefined) =>
    text === undefined ? '' : `\n${' '.repeat(9)}${name}: ${text}`;
  return `${marks[verdict].padEnd(8)} ${says}${below('Where', where)}${below('Fix', fix)}`;
}
