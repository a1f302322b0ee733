import { z } from 'zod';
import type { Finding } from '../../bot/domain/diagnosis/finding.ts';
import {
  type RelatedProblemId,
  relatedProblemRemedies,
  type SignInPage,
  signInRemedies,
} from '../../bot/domain/diagnosis/related-problems.ts';
import type { Remedy } from '../../bot/domain/diagnosis/remedy.ts';
import type { Instant } from '../../bot/domain/time.ts';
import { evidenceSentence, gapsInWords } from '../../bot/texts/finding-sentences.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { resetPage } from '../parts/keep-words.ts';
import { type Button, type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './answer.json' with { type: 'json' };

/** What the card sends back: what to do now. */
export const answerForm = z.object({
  verb: z.enum(['do-register', 'do-confirm', 'do-manage', 'do-methods', 'do-rehearse', 'do-contact', 'ask-again']),
});
export type AnswerVerb = z.infer<typeof answerForm>['verb'];

const build = cardFrom(structure);
/** More would bury the answer. */
const mostEvidence = 3;
const mostRemedies = 4;

/** Why a reset failed, in three parts: what happened, why, what to do now. @param findings at least one, the first counts */
export function answerCard(tell: Tell, findings: readonly Finding[], now: Instant, note?: Note): Card {
  const [first, ...others] = findings;
  if (!first) throw new TypeError('no finding');
  const { situation, remedies } = first;
  const also = shown(others);
  const holding = also.filter(({ against }) => against.length === 0);
  return build(
    tell,
    {
      title: stillOpen(first) ? tell('looking.title') : tell(`${situation}.happened`),
      sections: [
        { heading: tell('why.because'), lines: whyLines(tell, first, others).map((text) => ({ text })) },
        ...(holding.length > 0
          ? [
              {
                heading: tell('why.more'),
                lines: holding.map(({ situation: other }) => ({ text: bullet(tell(`${other}.why`)) })),
              },
            ]
          : []),
        {
          heading: tell('why.now'),
          lines: [tell(`${situation}.now`), ...waitLines(tell, remedies, now)].map((text) => ({ text })),
        },
      ],
      asides: [
        ...alsoLines(
          tell,
          also.filter((one) => !holding.includes(one)),
        ),
        ...toldLines(tell, others),
      ],
    },
    buttonsOf(tell, remedies),
    note,
  );
}

/** What people meet beside a failed reset; and, below, what the account itself shows. */
export function relatedProblemCard(
  tell: Tell,
  aside: RelatedProblemId,
  findings: readonly Finding[],
  now: Instant,
  note?: Note,
): Card {
  const remedies = relatedProblemRemedies(aside, now);
  return build(
    tell,
    {
      title: tell(`${aside}.happened`),
      sections: [
        { heading: tell('why.because'), lines: [{ text: tell(`${aside}.why`) }] },
        {
          heading: tell('why.now'),
          lines: [tell(`${aside}.now`), ...waitLines(tell, remedies, now)].map((text) => ({ text })),
        },
      ],
      asides: alsoLines(tell, shown(findings)),
    },
    buttonsOf(tell, remedies),
    note,
  );
}

/** A page of the sign-in that was pasted; and, below, what the account itself shows. */
export function signInCard(
  tell: Tell,
  page: SignInPage,
  findings: readonly Finding[],
  now: Instant,
  note?: Note,
): Card {
  const lines = [tell(`code.${page}`), tell('signIn.why')].map((text) => ({ text }));
  return build(
    tell,
    {
      title: tell('signIn.title'),
      sections: [{ heading: tell('why.because'), lines }],
      asides: alsoLines(tell, shown(findings)),
    },
    buttonsOf(tell, signInRemedies(page, now)),
    note,
  );
}

function shown(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ certainty }) => certainty === 'proven' || certainty === 'likely');
}

const mostOthers = 2;

function alsoLines(tell: Tell, findings: readonly Finding[]) {
  return findings
    .slice(0, mostOthers)
    .map(({ situation }) => ({ text: tell('why.also', { what: tell(`${situation}.happened`) }) }));
}

/** What was said and is not seen is explained too. */
function toldLines(tell: Tell, others: readonly Finding[]) {
  const told = others.find(({ certainty, situation }) => certainty === 'told-only' && situation !== 'unknown');
  if (!told) return [];
  return [{ text: tell('why.told', { what: tell(`${told.situation}.why`) }) }];
}

function buttonsOf(tell: Tell, remedies: readonly Remedy[]): readonly Button[] {
  return [
    ...remedies.slice(0, mostRemedies).flatMap((remedy, at) => buttonOf(tell, remedy, at === 0)),
    { title: tell('why.again'), verb: 'ask-again' },
    { title: tell('button.back'), verb: 'back', data: { from: 'answer' }, leaves: true },
  ];
}

/** Nothing was found, and not everything is read yet. */
function stillOpen({ situation, gaps }: Finding): boolean {
  return situation === 'unknown' && gaps.some(({ why }) => why === 'looking');
}

export const bullet = (text: string) => `• ${text}`;

/** The reason, and what shows it; or what could not be seen. */
function whyLines(tell: Tell, finding: Finding, others: readonly Finding[]): readonly string[] {
  const { situation, certainty, evidence, against, gaps } = finding;
  const dark = gaps.filter(({ why }) => why !== 'looking');
  const shown = evidence.filter(({ kind }) => kind !== 'said').slice(0, mostEvidence);
  const saidOtherwise = others.some(
    ({ certainty: other, situation: said }) => other === 'told-only' && said !== situation,
  );
  return [
    stillOpen(finding) ? tell('looking.so-far') : tell(`${situation}.why`),
    ...(situation === 'unknown' ? [] : [tell(`finding.${certainty}`)]),
    ...shown.map((one) => bullet(evidenceSentence(tell, one))),
    ...(certainty !== 'told-only' && saidOtherwise ? [tell('finding.disagrees')] : []),
    ...(against.length > 0 ? [tell(certainty === 'told-only' ? 'finding.not-so' : 'finding.changed')] : []),
    ...against.slice(0, mostEvidence).map((one) => bullet(evidenceSentence(tell, one))),
    ...(dark.length > 0 ? [tell('finding.gaps', { gaps: gapsInWords(tell, dark) })] : []),
  ];
}

function waitLines(tell: Tell, remedies: readonly Remedy[], now: Instant): readonly string[] {
  const waiting = remedies.find(({ kind }) => kind === 'try-again-at');
  return waiting?.kind === 'try-again-at' ? [tell('remedy.try-again-at', { time: tell.time(waiting.at, now) })] : [];
}

/** Waiting has no button: the time stands in the text. */
function buttonOf(tell: Tell, remedy: Remedy, primary: boolean): readonly Button[] {
  switch (remedy.kind) {
    case 'open': {
      const url = remedy.page === 'reset' ? resetPage(tell) : remedy.url;
      return [{ title: tell(`remedy.open.${remedy.page}`), verb: 'open', url, primary }];
    }
    case 'contact':
      return [{ title: tell(`remedy.contact.${remedy.urgency}`), verb: 'do-contact', primary }];
    case 'try-again-at':
      return [];
    case 'other-method':
      return [{ title: tell('remedy.other-method'), verb: 'do-methods', primary }];
    default:
      return [{ title: tell(`remedy.${remedy.kind}`), verb: `do-${remedy.kind}`, primary }];
  }
}
