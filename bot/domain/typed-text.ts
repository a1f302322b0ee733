/** Longer texts are cut: nobody says what matters after this many characters, and the work stays bounded. */
export const longestTyped = 4000;

/**
 * What a person wrote, without what clients and channels put around it: mark-up and quoted messages, invisible marks, digits of
 * other scripts. Line ends stay. Every pattern is linear: no repetition stands in another.
 */
export function plainText(text: string): string {
  const marked = text.slice(0, 4 * longestTyped);
  const own = /[<[&]/u.test(marked) ? withoutMarkup(marked) : marked;
  return withoutReplies(visibleText(own)).slice(0, longestTyped);
}

/** What stands in a field, as it is seen: in the usual form of each sign, digits in ASCII, nothing that can't be seen. */
export function visibleText(text: string): string {
  return asciiDigits(text.normalize('NFKC').replace(invisible, ''));
}

/** Direction marks, zero-width spaces, soft hyphens, variation selectors: nobody types or sees them. */
const invisible = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu;

/** Teams puts the message that is answered, and who is spoken to, into the text. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<(quoted|attachment)\b[^<>]{0,300}\/>/giu, ' ')
    .replace(/<(quoted|attachment|blockquote|at)\b[^<>]{0,300}>[^<]{0,2000}<\/\1>/giu, ' ')
    .replace(/<a\b[^<>]{0,400}href="(?:mailto|tel):([^"<>]{1,300})"[^<>]{0,400}>/giu, ' $1 ')
    .replace(/\[[^[\]\n]{0,300}\]\((?:mailto|tel):([^()\s]{1,300})\)/giu, ' $1 ')
    .replace(/<\/?(?:p|br|div|li|ul|ol|tr|h\d)\b[^<>]{0,300}>/giu, '\n')
    .replace(
      /<\/?(?:a|b|i|u|s|em|strong|span|code|pre|font|at|quoted|blockquote|attachment|table|td)\b[^<>]{0,400}>/giu,
      ' ',
    )
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/gu, (_, name: keyof typeof entities) => entities[name]);
}

const entities = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" } as const;

/** Lines that a mail program or a person quotes from somebody else, unless there is nothing beside them. */
function withoutReplies(text: string): string {
  if (!text.includes('>') || !/^\s{0,4}>/mu.test(text)) return text;
  const own = text
    .split('\n')
    .filter((line) => !/^\s{0,4}>/u.test(line))
    .join('\n');
  return /[\p{L}\p{N}]/u.test(own) ? own : text;
}

/** Arabic, Persian, Devanagari and all other decimal digits as ASCII. Their blocks begin at a code that ends in 0 or in 6. */
function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const begin = code & ~15;
    const value = code - (/\p{Nd}/u.test(String.fromCodePoint(begin)) ? begin : begin + 6);
    return value >= 0 && value <= 9 ? String(value) : digit;
  });
}
