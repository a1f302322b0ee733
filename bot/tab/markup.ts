/** Text as it may stand in markup and in an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A page with its slots filled and its language named. The values are markup already. */
export function filledPage(template: string, language: string, slots: Readonly<Record<string, string>>): string {
  return template
    .replace('<html lang="en"', `<html lang="${language}"`)
    .replace(/\{\{(\w+)\}\}/g, (_, slot: string) => slots[slot] ?? '');
}
