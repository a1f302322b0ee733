import { codesOf, isCode } from '../domain/diagnosis/codes.ts';
import type { Evidence } from '../domain/diagnosis/evidence.ts';
import { factTerms } from '../domain/diagnosis/facts.ts';
import type { Finding, Gap } from '../domain/diagnosis/finding.ts';
import { numberOf } from '../domain/diagnosis/situation-ids.ts';
import type { Tell } from './tell.ts';

/**
 * The findings as a supporter reads them on a ticket: exact terms, codes and events, evidence with its source and time,
 * what could not be read, and the steps in the admin centre. One paragraph each, plain text, no personal data.
 */
export function supporterLines(tell: Tell, findings: readonly Finding[]): readonly string[] {
  return findings.flatMap((finding) => linesOf(tell, finding));
}

function linesOf(tell: Tell, { situation, certainty, evidence, against, gaps }: Finding): readonly string[] {
  const codes = situation === 'unknown' ? [] : codesOf(situation);
  return [
    tell('supporter.title', {
      situation: situation === 'unknown' ? situation : numberOf(situation),
      certainty: tell(`supporter.certainty.${certainty}`),
    }),
    tell(`supporter.${situation}`),
    ...(codes.length > 0 ? [tell('supporter.codes', { codes: codes.join(', ') })] : []),
    ...evidence.map((one) => tell('supporter.for', seen(tell, one))),
    ...evidence.flatMap(({ fact, value }) =>
      fact === 'codes' && typeof value === 'string' && isCode(value)
        ? [`${value}: ${tell(`supporter.code.${value}`)}`]
        : [],
    ),
    ...against.map((one) => tell('supporter.against', seen(tell, one))),
    ...gaps.map((gap) => missing(tell, gap)),
    tell('supporter.action', { what: supporterAdvice(tell, { situation, against }) }),
  ];
}

function seen(tell: Tell, { fact, value, source, at }: Evidence) {
  const timely = fact === 'blockedUntil' || fact === 'registrationChanged';
  return {
    fact: fact === 'said' ? 'said' : `${fact} [${factTerms[fact]}]`,
    value: timely && typeof value === 'number' ? tell.moment(value) : String(value),
    source,
    time: at === null ? tell('supporter.now') : tell.moment(at),
  };
}

function missing(tell: Tell, { fact, why, since }: Gap): string {
  const values = { fact: `${fact} [${factTerms[fact]}]`, reason: why };
  if (since === undefined) return tell('supporter.gap', values);
  return tell('supporter.gapSince', { ...values, time: tell.moment(since) });
}

/** What an administrator can do about a finding. What is seen to be otherwise, or is so no more, needs no mending: a look, at most. */
export function supporterAdvice(tell: Tell, { situation, against }: Pick<Finding, 'situation' | 'against'>): string {
  return tell(`supporter.${against.length > 0 ? 'unknown' : situation}.do`);
}
