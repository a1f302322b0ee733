/** JSON from a file that people write by hand; where it is none, the first place that is wrong. */
export type JsonReading =
  | { readonly kind: 'json'; readonly value: unknown }
  /** `at`: `line 3, column 5`, counted from 1 · `says`: what is wrong there. */
  | { readonly kind: 'broken'; readonly at: string; readonly says: string };

/** A byte order mark at the beginning, as some editors write it, is no mistake. */
export function readJson(text: string): JsonReading {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return { kind: 'json', value: JSON.parse(json) };
  } catch {
    const { position, says } = firstMistake(json);
    const before = json.slice(0, position).split(/\r\n|\n|\r/);
    const column = [...(before.at(-1) ?? '')].length + 1;
    return { kind: 'broken', at: `line ${before.length}, column ${column}`, says };
  }
}

class Mistake extends Error {
  readonly position: number;
  readonly says: string;

  constructor(position: number, says: string) {
    super(says);
    this.position = position;
    this.says = says;
  }
}

const space = /[ \t\r\n]*/y;
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const plain = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** The runtime's own messages name no place for most mistakes, so the text is walked through (RFC 8259). */
function firstMistake(text: string): { readonly position: number; readonly says: string } {
  let at = 0;

  function took(form: RegExp): boolean {
    form.lastIndex = at;
    const length = form.exec(text)?.[0].length;
    at += length ?? 0;
    return length !== undefined;
  }

  function next(): string {
    took(space);
    return text[at] ?? '';
  }

  function stop(otherwise: string): never {
    const sign = text[at];
    if (sign === undefined) throw new Mistake(at, 'the file ends here, in the middle');
    if (sign === "'") throw new Mistake(at, 'texts stand in double quotes (")');
    if (sign === '/') throw new Mistake(at, 'JSON has no comments');
    if (sign === '"')
      throw new Mistake(at, 'this text has no end on its line, or holds a backslash that means nothing');
    throw new Mistake(at, `${otherwise}, not ${JSON.stringify(sign)}`);
  }

  /** What stands between two brackets, with commas in between. */
  function members(end: string, member: () => void): void {
    at += 1;
    if (next() === end) {
      at += 1;
      return;
    }
    for (;;) {
      member();
      const sign = next();
      if (sign !== end && sign !== ',') stop(`here should be a comma or ${end}`);
      const comma = at;
      at += 1;
      if (sign === end) return;
      if (next() === end) throw new Mistake(comma, `there is a comma too many before ${end}`);
    }
  }

  function value(): void {
    const sign = next();
    if (sign === '{') {
      members('}', () => {
        next();
        if (!took(string)) stop('here should be the name of a field, in double quotes');
        if (next() !== ':') stop('here should be a colon');
        at += 1;
        value();
      });
    } else if (sign === '[') members(']', value);
    else if (!took(string) && !took(plain)) stop('here should be a value');
  }

  try {
    if (next() === '') return { position: at, says: 'the file is empty' };
    value();
    if (next() !== '') stop('nothing should follow');
  } catch (mistake) {
    if (mistake instanceof Mistake) return mistake;
    // Nested deeper than the walk can go.
    if (!(mistake instanceof RangeError)) throw mistake;
  }
  return { position: at, says: 'this is not JSON' };
}
