import type { lines as english } from '../../en/supporter/lines.ts';

/** Raderna som ett fynd blir i ett ärende. */
export const lines: Readonly<Record<keyof typeof english, string>> = {
  'supporter.certainty.proven': 'styrkt',
  'supporter.certainty.likely': 'trolig',
  'supporter.certainty.told-only': 'bara sagt av den anställda',
  'supporter.certainty.none': 'inget funnet',
  'supporter.title': '{situation}: {certainty}',
  'supporter.codes': 'Koder: {codes}',
  'supporter.for': 'Talar för: {fact} = {value} ({source}, {time})',
  'supporter.against': 'Talar emot: {fact} = {value} ({source}, {time})',
  'supporter.gap': 'Inte läst: {fact} ({reason})',
  'supporter.gapSince': 'Inte läst: {fact} ({reason}, {time})',
  'supporter.action': 'Förslag: {what}',
  'supporter.now': 'vid frågan',
};
