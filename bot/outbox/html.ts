import type { Language } from '../texts/languages.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words as text of an HTML page, wherever they come from. */
export function asHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? '');
}

/** The same, line by line. */
export function linesAsHtml(text: string): string {
  return asHtml(text).replaceAll('\n', '<br>');
}

/** A page of its own, as a mail is one. @param blocks HTML below the title */
export function htmlPage(language: Language, title: string, blocks: readonly string[]): string {
  const words = asHtml(title);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${words}</title></head><body>`,
    `<h1>${words}</h1>`,
    `${blocks.join('\n')}</body></html>`,
  ].join('\n');
}
