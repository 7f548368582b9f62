import type { Directive } from '../../syntax/tree.ts';

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** Splits a line into words as httpd does (ap_getword_conf): blanks part, quotes group, a backslash saves a quote. */
export function configWords(line: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    while (at < line.length && isSpace(line.charCodeAt(at))) at++;
    if (at >= line.length) break;
    const quote = line[at]!;
    if (quote === '"' || quote === "'") {
      let word = '';
      at++;
      while (at < line.length && line[at] !== quote) {
        if (line[at] === '\\' && (line[at + 1] === '\\' || line[at + 1] === quote)) at++;
        word += line[at];
        at++;
      }
      at++;
      // an empty quoted word ends the list for callers that stop at the first empty word, as httpd's do
      words.push(word);
    } else {
      const start = at;
      while (at < line.length && !isSpace(line.charCodeAt(at))) at++;
      words.push(line.slice(start, at));
    }
  }
  return words;
}

/** The words up to the first empty one: httpd's loops end there. */
export function leadingWords(line: string): string[] {
  const words = configWords(line);
  const empty = words.indexOf('');
  return empty < 0 ? words : words.slice(0, empty);
}

/**
 * What follows a directive's name, as handlers of raw arguments get it. Read from the source where that is what the
 * server saw; put together from the arguments where variables, macros or continued lines changed it.
 */
export function rawArguments(directive: Directive): string {
  const { source, args, nameEnd, end } = directive;
  const text = source.text;
  if (args.length === 0) return '';
  let plain = args[0]!.start >= nameEnd && args.at(-1)!.end <= end;
  for (const argument of plain ? args : []) {
    const written = text.slice(argument.start, argument.end);
    const inner = argument.quote === '' ? written : written.slice(1, written.endsWith(argument.quote) ? -1 : undefined);
    if (inner !== argument.value && inner.replace(/\\(["'\\])/g, '$1') !== argument.value) {
      plain = false;
      break;
    }
  }
  if (plain) {
    const raw = text.slice(args[0]!.start, args.at(-1)!.end);
    if (!/\\\r?\n/.test(raw)) return raw;
  }
  return args
    .map(({ value, quote }) => (quote === '' ? value : quote + value.replaceAll(quote, `\\${quote}`) + quote))
    .join(' ');
}
