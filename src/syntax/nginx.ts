import type { Source } from '../text/source.ts';
import type { Argument, Directive, SyntaxProblem } from './tree.ts';

/** A file as nginx's reader takes it: all directives up to the first thing that it cannot read. */
export interface NginxFile {
  readonly directives: readonly NginxDirective[];
  /** nginx's own words; it stops there, so that nothing follows. */
  readonly problem: SyntaxProblem | null;
  /** The problem is ours: blocks nest deeper than is followed, which nginx would have taken. */
  readonly tooDeep: boolean;
}

/**
 * One directive of a nginx file. Arguments are split each time that they are asked for: most directives are only
 * counted (`count`), few are looked at twice, and keeping the arguments of a large configuration costs more.
 */
export class NginxDirective implements Directive {
  readonly source: Source;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly nameEnd: number;
  readonly count: number;
  /** Filled when the block is closed. */
  children: readonly NginxDirective[] | null;

  constructor(
    source: Source,
    name: string,
    start: number,
    nameEnd: number,
    end: number,
    count: number,
    children: readonly NginxDirective[] | null,
  ) {
    this.source = source;
    this.name = name;
    this.start = start;
    this.end = end;
    this.nameEnd = nameEnd;
    this.count = count;
    this.children = children;
  }

  get args(): readonly Argument[] {
    return this.count === 0 ? none : splitArguments(this.source.text, this.nameEnd, this.end);
  }

  /** The value of one argument, without making the others; undefined: there are fewer. */
  value(index: number): string | undefined {
    return index < this.count ? valueAt(this.source.text, this.nameEnd, this.end, index) : undefined;
  }

  /** The same block with other children: its includes put in. */
  holding(children: readonly NginxDirective[]): NginxDirective {
    return new NginxDirective(this.source, this.name, this.start, this.nameEnd, this.end, this.count, children);
  }
}

/** The longest argument in bytes (NGX_CONF_BUFFER). */
const longest = 4096;
/** Blocks deeper than this are given up: far over what a configuration has, far under the stack. */
const deepest = 1000;

/** What a byte is between and within words: 1 blank, 2 `;` or `{`. */
const kinds = new Uint8Array(256);
for (const code of [9, 10, 13, 32]) kinds[code] = 1;
kinds[59] = 2;
kinds[123] = 2;

const hash = 35;
const dollar = 36;
const semicolon = 59;
const backslash = 92;
const opening = 123;
const closing = 125;

/** Words read before, by their length and three of their characters: the same few are written over and over. */
const known: string[] = new Array<string>(4096).fill('');
/** Words that are longer seldom come again. */
const longestKept = 32;

/** The text between two offsets, one string for each word however often it is written. */
function wordOf(text: string, start: number, end: number): string {
  const length = end - start;
  if (length > longestKept || length === 0) return text.slice(start, end);
  const middle = text.charCodeAt(start + (length >> 1));
  const slot = (length * 29 + text.charCodeAt(start) * 37 + middle * 193 + text.charCodeAt(end - 1) * 1031) & 4095;
  const word = known[slot]!;
  if (word.length === length && text.startsWith(word, start)) return word;
  const fresh = text.slice(start, end);
  known[slot] = fresh;
  return fresh;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

/** Offset of the quote that closes the one at `start`; the end where there is none. */
function closingQuote(text: string, start: number, end: number): number {
  const mark = text.charCodeAt(start);
  let at = start + 1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === mark) break;
  }
  return Math.min(at, end);
}

/** Offset after an unquoted word that begins at `start`. A `{` after a `$` belongs to it. */
function endOfWord(text: string, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === dollar && text.charCodeAt(at + 1) === opening) at++;
    else if (kinds[code] !== 0) break;
  }
  return Math.min(at, end);
}

/** The arguments that stand between two offsets, which hold nothing but whole words, blanks and comments. */
function splitArguments(text: string, from: number, to: number): readonly Argument[] {
  const args: Argument[] = [];
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    if (kinds[code] === 1) at++;
    else if (code === hash) at = endOfLine(text, at, to);
    else if (isQuote(code)) {
      const close = closingQuote(text, at, to);
      args.push({ value: meaningOf(text, at + 1, close), start: at, end: close + 1, quote: code === 34 ? '"' : "'" });
      at = close + 1;
    } else {
      const end = endOfWord(text, at, to);
      args.push({ value: meaningOf(text, at, end), start: at, end, quote: '' });
      at = end;
    }
  }
  return args;
}

/** The value of the argument of a number among those between two offsets. */
function valueAt(text: string, from: number, to: number, index: number): string | undefined {
  let left = index;
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    if (kinds[code] === 1) at++;
    else if (code === hash) at = endOfLine(text, at, to);
    else {
      const quoted = isQuote(code);
      const end = quoted ? closingQuote(text, at, to) : endOfWord(text, at, to);
      if (left-- === 0) return meaningOf(text, quoted ? at + 1 : at, end);
      at = quoted ? end + 1 : end;
    }
  }
  return undefined;
}

function endOfLine(text: string, at: number, end: number): number {
  const eol = text.indexOf('\n', at);
  return eol < 0 || eol >= end ? end : eol + 1;
}

/** Reads one file. Source: ngx_conf_read_token and ngx_conf_parse in src/core/ngx_conf_file.c. */
export function readNginxFile(source: Source): NginxFile {
  const { text } = source;
  const end = text.length;
  // directives of the blocks that are open, outermost first; a block takes its own off when it is closed
  const stack: NginxDirective[] = [];
  const open: { readonly block: NginxDirective; readonly from: number }[] = [];
  let at = 0;
  // the directive at hand: its name and how many words it has, the name included
  let words = 0;
  let name = '';
  let nameStart = 0;
  let nameEnd = 0;
  let lastEnd = 0;
  let problem: SyntaxProblem | null = null;
  let tooDeep = false;
  // a byte order mark is part of the first word for nginx: nothing special here

  const stop = (message: string, start: number, stopAt = start + 1): void => {
    problem = { message, span: { source, start, end: Math.min(stopAt, end) } };
  };

  while (problem === null) {
    // between words
    while (at < end && kinds[text.charCodeAt(at)] === 1) at++;
    if (at >= end) break;
    const first = text.charCodeAt(at);
    if (first === hash) at = endOfLine(text, at, end);
    else if (first === semicolon || first === opening) {
      if (words === 0) {
        stop(`unexpected "${text[at]}"`, at);
        break;
      }
      at++;
      const isBlock = first === opening;
      if (isBlock && open.length >= deepest) {
        tooDeep = true;
        stop(`blocks nest more than ${deepest} deep`, at - 1);
        break;
      }
      const made = new NginxDirective(source, name, nameStart, nameEnd, lastEnd, words - 1, isBlock ? empty : null);
      stack.push(made);
      words = 0;
      if (!isBlock) continue;
      if (name.endsWith('_by_lua_block')) {
        const close = endOfLua(text, at);
        if (close < 0) stop('unexpected end of file, expecting "}"', end);
        else at = close + 1;
      } else {
        open.push({ block: made, from: stack.length });
      }
    } else if (first === closing) {
      if (words > 0 || open.length === 0) {
        stop('unexpected "}"', at);
        break;
      }
      close();
      at++;
    } else at = word(at, first);
  }
  const unclosed = open.length > 0;
  while (open.length > 0) close();
  if (problem === null && words > 0) stop('unexpected end of file, expecting ";" or "}"', end);
  else if (problem === null && unclosed) stop('unexpected end of file, expecting "}"', end);
  return { directives: stack, problem, tooDeep };

  function close(): void {
    const { block, from } = open.pop()!;
    block.children = stack.slice(from);
    stack.length = from;
  }

  /** One word from its first byte; gives the place after it. */
  function word(start: number, first: number): number {
    const quoted = isQuote(first);
    const to = quoted ? closingQuote(text, start, end) : endOfWord(text, start, end);
    if (to - start > longest) {
      stop(`too long parameter "${text.slice(start, start + 10)}..." started`, start);
      return end;
    }
    if (to >= end) {
      stop('unexpected end of file, expecting ";" or "}"', start, end);
      return end;
    }
    lastEnd = quoted ? to + 1 : to;
    if (words === 0) {
      name = quoted ? meaningOf(text, start + 1, to) : plainName(start, to);
      nameStart = start;
      nameEnd = lastEnd;
    }
    words++;
    return quoted ? afterQuote(to + 1) : to;
  }

  function plainName(start: number, to: number): string {
    const written = wordOf(text, start, to);
    return written.includes('\\') ? unescaped(written) : written;
  }

  /** After a closing quote only a blank, `;`, `{` or `)` may stand. */
  function afterQuote(place: number): number {
    if (place >= end) {
      stop('unexpected end of file, expecting ";" or "}"', place);
      return end;
    }
    const code = text.charCodeAt(place);
    if (kinds[code] !== 0) return place;
    if (code === 41) return word(place, code);
    stop(`unexpected "${text[place]}"`, place);
    return end;
  }
}

const none: readonly Argument[] = [];
const empty: readonly NginxDirective[] = [];

/** What a word between two offsets means. */
function meaningOf(text: string, start: number, end: number): string {
  const value = wordOf(text, start, end);
  return value.includes('\\') ? unescaped(value) : value;
}

/** A backslash goes before a quote or another backslash, makes t, r and n control characters, and stays elsewhere. */
function unescaped(written: string): string {
  let out = '';
  // what stands behind the last escape is taken in one piece
  let from = 0;
  for (let at = written.indexOf('\\'); at >= 0 && at + 1 < written.length; at = written.indexOf('\\', at + 1)) {
    const meant = escapes[written[at + 1]!];
    if (meant === undefined) continue;
    out += written.slice(from, at) + meant;
    from = at + 2;
    at++;
  }
  return from === 0 ? written : out + written.slice(from);
}

const escapes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '\\': '\\', t: '\t', r: '\r', n: '\n' };

/** End of a Lua block that starts after its `{`: braces in strings and comments do not count; -1 where it has none. */
function endOfLua(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at;
    else if (code === 34 || code === 39) {
      for (at++; at < text.length && text.charCodeAt(at) !== code && text.charCodeAt(at) !== 10; at++) {
        if (text.charCodeAt(at) === 92) at++;
      }
    } else if (code === 45 && text.charCodeAt(at + 1) === 45) {
      const eol = text.indexOf('\n', at);
      if (eol < 0) return -1;
      at = eol;
    }
  }
  return -1;
}
