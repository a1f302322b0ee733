/** Words before a parenthesis that make what follows it no function. */
const control: ReadonlySet<string> = new Set(['if', 'for', 'while', 'switch', 'catch', 'with', 'await']);
/** After these a slash begins a pattern; after anything else it divides. */
const beforePattern = /^(?:[(,=:[!&|?{};+\-*<>~^%]|=>|return|typeof|case|in|of|void|await|yield|throw|else)?$/u;
const pattern = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/uy;
const token =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[\p{ID_Start}$_#][\p{ID_Continue}$]*|\d[\w.]*|=>|[\s\S]/uy;
const words = /(?:[^\\`$]|\\[\s\S]|\$(?!\{))*/uy;

/**
 * JavaScript with a report at the start of every function: declared, a method, an accessor, an arrow with or without braces.
 * Reads it token by token, so that what stands in texts, comments and patterns is left alone.
 * @param report the expression that reports the function which starts at this place; it must be falsy
 */
export function withReports(source: string, report: (at: number) => string): string {
  let made = '';
  let at = 0;
  /** The last token that says something. */
  let last = '';
  /** Before each open parenthesis, the token there; before the one that was closed last. */
  const opened: string[] = [];
  let closed = '';
  /** Of each open brace, whether a template goes on behind it. */
  const braces: boolean[] = [];

  function take(form: RegExp): string {
    form.lastIndex = at;
    const [found = ''] = form.exec(source) ?? [];
    at += found.length;
    return found;
  }

  /** The words of a template up to its end or its next slot. */
  function template(): string {
    const text = take(words);
    const slot = source[at] === '$';
    at += slot ? 2 : 1;
    if (slot) braces.push(true);
    last = slot ? '{' : '`';
    return text + (slot ? '${' : '`');
  }

  while (at < source.length) {
    const start = at;
    const found =
      source[at] === '/' && !/[/*]/u.test(source[at + 1] ?? '') && beforePattern.test(last)
        ? take(pattern)
        : take(token);
    made += found;
    if (/^(?:\s|\/[/*])/u.test(found)) continue;
    if (found === '(') opened.push(last);
    if (found === ')') closed = opened.pop() ?? '';
    if (found === '{') {
      const starts = last === '=>' || (last === ')' && !control.has(closed));
      if (starts) made += `${report(start)};`;
      braces.push(false);
    }
    last = found;
    if (found === '`') made += template();
    else if (found === '}' && braces.pop()) made += template();
    else if (found === '=>' && !/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\{/u.test(source.slice(at, at + 500))) {
      made += ` ${report(start)} ? 0 :`;
    }
  }
  return made;
}
