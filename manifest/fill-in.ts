/** Anything a JSON document may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const placeholder = /\$\{\{\s*(\w+)\s*\}\}/g;

/** The document with every `${{NAME}}` in its strings replaced; one without a value is left, for the checks to find. */
export function filledIn(document: Json, values: Readonly<Record<string, string>>): Json {
  if (typeof document === 'string') {
    return document.replace(placeholder, (whole, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
    );
  }
  if (Array.isArray(document)) return document.map((one) => filledIn(one, values));
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, filledIn(value, values)]));
}

/** The names of the placeholders in a document. */
export function placeholdersIn(document: Json): readonly string[] {
  return [...new Set(Array.from(JSON.stringify(document).matchAll(placeholder), ([, name = '']) => name))].sort();
}
