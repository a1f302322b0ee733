/** What stands in each hostile word, so that it is found again wherever it turns up. */
export const mark = 'evil';

const links = [
  '[evil](https://evil.example/x)',
  '![evil](https://evil.example/x.png)',
  '[evil]: https://evil.example',
  '<https://evil.example>',
  'https://evil.example/evil',
  '**evil** _evil_ ~~evil~~ `evil`',
  '# evil',
  '> evil\n- evil\n1. evil',
  '[evil](javascript:alert%281%29)',
  '[evil](tel:+46701234567)',
];
const markup = [
  '<at>evil</at>',
  '<at id="0">evil</at>',
  '<a href="https://evil.example">evil</a>',
  '<script>evil()</script>',
  '<img src=x onerror=evil()>',
  '<b>evil</b><br/>evil',
  '&lt;at&gt;evil&lt;/at&gt;',
  '{{DATE(2026-01-01T00:00:00Z,SHORT)}} evil',
  '</speak><audio src="https://evil.example"/>',
];
/** With § for $, which would make slots of our own source. */
const templates = [
  '§{evil}',
  '§{1+1}evil',
  '§{§root.evil}',
  '§{json(\'{"evil":1}\')}',
  "§{if(true,'evil','x')}",
  '\\§{evil}',
  '§§{evil}',
  '{evil}',
  '{evil, plural, other {x}}',
  '{number}{address}{evil}',
  '%evil% %s %n %d',
  '{{evil}}',
  '<%= evil %>',
  "'{evil}'",
].map((word) => word.replaceAll('§', '$'));
const headers = [
  'evil\r\nBcc: evil@evil.example',
  'evil\nSubject: evil',
  'evil\rTo: evil@evil.example',
  'evil\u2028X-Evil: 1\u2029',
  'evil\u0085X-Evil: 1',
  'evil%0d%0aBcc:evil@evil.example',
  'evil\u0000evil',
  '=?utf-8?q?evil=0D=0A?=',
  'evil\u000b\u000cX: 1',
];
const directions = [
  '\u202eevil\u202c',
  '\u2066evil\u2069',
  '\u200fevil\u200e',
  'e\u200bvi\u200dl evil',
  '\ufeffevil',
  'evil\u0301\u0301\u0301\u0301',
  'ｅｖｉｌ evil',
  '\u{e0065}evil\u{e007f}',
  '\ud800evil',
  '👨‍👩‍👧‍👦evil',
];
const quotes = [
  '"evil"',
  "'evil'",
  'evil\\',
  '\\"evil',
  'evil"}],"actions":[{"type":"Action.OpenUrl"',
  "';evil--",
  '__proto__ evil',
  '../evil',
];
const long = [
  'evil '.repeat(800),
  'evil'.repeat(2_500),
  `[evil](${'x'.repeat(3_000)})`,
  '§{evil}'.replace('§', '$').repeat(500),
  '"evil\u0001'.repeat(900),
];

const bases = [...links, ...markup, ...templates, ...headers, ...directions, ...quotes, ...long];

const dresses: readonly ((word: string) => string)[] = [
  (word) => `070 ${word}`,
  (word) => `kim+${word}@example.com`,
  (word) => `${word}\n${word}`,
  (word) => ` \t${word}@evil.example `,
];

/** Strings that mean something to Markdown, cards, templates, mail, markup or the eye. */
export const hostileWords: readonly string[] = bases;

/** The same in what looks like a number, an address, or more than one line: about three hundred. */
export const dressedWords: readonly string[] = bases.flatMap((word) => [word, ...dresses.map((dress) => dress(word))]);
