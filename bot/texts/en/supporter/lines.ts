/** The lines that a finding makes on a ticket. */
export const lines = {
  'supporter.certainty.proven': 'proven',
  'supporter.certainty.likely': 'likely',
  'supporter.certainty.told-only': 'only told by the employee',
  'supporter.certainty.none': 'nothing found',
  'supporter.title': '{situation}, {certainty}',
  'supporter.codes': 'Codes: {codes}',
  'supporter.for': 'For it: {fact} = {value} ({source}, {time})',
  'supporter.against': 'Against it: {fact} = {value} ({source}, {time})',
  'supporter.gap': 'Not read: {fact} ({reason})',
  'supporter.gapSince': 'Not read: {fact} ({reason}, {time})',
  'supporter.action': 'Suggested: {what}',
  'supporter.now': 'when asked',
} as const;
