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
