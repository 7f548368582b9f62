import { oncePer } from '../once.ts';
import { rememberedWith } from '../text/remembered.ts';
import { SteppedPattern } from './regex-steps.ts';

/** Perl-compatible patterns as the servers compile them (ap_pregcomp, ngx_regex_compile), run by JavaScript's engine. */
export interface Pattern {
  readonly source: string;
  /** Number of capturing groups. */
  readonly groups: number;
  /** Names of named groups by number. */
  readonly names: ReadonlyMap<number, string>;
  /** Null where the pattern is valid for PCRE but cannot be run here: the outcome is not known. */
  readonly regexp: RegExp | null;
  /** How its time can grow with the text: exponentially, or with which power. */
  readonly growth: Growth;
  /** What every match begins with, where that can be seen: most texts are told apart by it without the engine. */
  readonly start: string;
}

interface Growth {
  readonly nested: boolean;
  readonly power: number;
}

const posix: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: ' \\t\\n\\r\\f\\v',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
  cntrl: '\\x00-\\x1f\\x7f',
  print: ' -~',
  graph: '!-~',
};

/** Patterns that are longer, in bytes, are made anew each time: few, and too large to keep. */
const longest = 1000;
const knownPattern = rememberedWith(20_000, translate);

/** A text as a pattern that matches it and nothing else. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Compiles a pattern; null where PCRE refuses it. */
export function compilePattern(source: string, insensitive = false): Pattern | null {
  return source.length > longest ? translate(source, insensitive) : knownPattern(source, insensitive);
}

function translate(source: string, insensitive: boolean): Pattern | null {
  let flags = insensitive ? 'is' : 's';
  let out = '';
  let groups = 0;
  let foreign = false;
  let depth = 0;
  let highest = 0;
  let extended = false;
  const names = new Map<number, string>();
  let at = 0;
  const lead = /^\(\?([imsx]+)\)/.exec(source);
  if (lead) {
    for (const flag of lead[1]!) {
      if (flag === 'x') extended = true;
      else if (flag !== 's' && !flags.includes(flag)) flags += flag;
    }
    at = lead[0].length;
  }
  while (at < source.length) {
    const c = source[at]!;
    if (c === '\\') {
      const next = source[at + 1];
      if (next === undefined) return null;
      at += 2;
      if (next === 'Q') {
        const end = source.indexOf('\\E', at);
        const literal = source.slice(at, end < 0 ? undefined : end);
        out += literalPattern(literal);
        at = end < 0 ? source.length : end + 2;
      } else if (next === 'E') continue;
      else if (next === 'A') out += '^';
      else if (next === 'z' || next === 'Z') out += '$';
      else if (next === 'h') out += '[ \\t]';
      else if (next === 'a') out += '\\x07';
      else if (next === 'e') out += '\\x1b';
      else if (/[GKRXCPpgkLlUuN]/.test(next)) {
        foreign = true;
        out += '.';
      } else {
        // a back reference to a group that is not there is an error for PCRE and an octal escape for JavaScript
        if (next >= '1' && next <= '9') highest = Math.max(highest, Number(next));
        out += `\\${next}`;
      }
      continue;
    }
    if (c === '[') {
      const end = classEnd(source, at);
      if (end < 0) return null;
      const translated = translateClass(source.slice(at, end));
      if (translated === null) return null;
      out += translated;
      at = end;
      continue;
    }
    if (c === '(') {
      depth++;
      if (source[at + 1] === '?') {
        const named = /^\(\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/.exec(source.slice(at, at + 80));
        const comment = source.startsWith('(?#', at);
        if (comment) {
          const end = source.indexOf(')', at);
          if (end < 0) return null;
          at = end + 1;
          depth--;
          continue;
        }
        if (named) {
          names.set(++groups, named[1] ?? named[2]!);
          out += '(';
          at += named[0].length;
          continue;
        }
        const plain = /^\(\?(?::|=|!|<=|<!)/.exec(source.slice(at, at + 4))?.[0];
        if (plain) {
          out += plain;
          at += plain.length;
          continue;
        }
        // inline options in the middle, atomic groups, conditionals, recursion: PCRE only
        foreign = true;
        out += '(?:';
        at = Math.max(at + 2, source.indexOf(':', at) + 1);
        continue;
      }
      if (source[at + 1] === '*') foreign = true;
      groups++;
      out += '(';
      at++;
      continue;
    }
    if (c === ')') {
      if (--depth < 0) return null;
      out += ')';
      at++;
      continue;
    }
    if (c === '*' || c === '+' || c === '?' || c === '}') {
      out += c === '}' && !/\{\d+(,\d*)?$/.test(out) ? '\\}' : c;
      at++;
      if (source[at] === '+' && out.length > 1 && c !== '}') {
        // possessive: the same unless it would have to give back
        foreign = true;
        at++;
      }
      continue;
    }
    if (c === '{' && !/^\{\d+(,\d*)?\}/.test(source.slice(at, at + 24))) {
      out += '\\{';
      at++;
      continue;
    }
    if (extended && /\s/.test(c)) {
      at++;
      continue;
    }
    if (extended && c === '#') {
      const end = source.indexOf('\n', at);
      at = end < 0 ? source.length : end + 1;
      continue;
    }
    out += c;
    at++;
  }
  if (depth > 0 || highest > groups) return null;
  const growth = growthOf(out);
  const start = flags === 's' ? literalStart(out) : '';
  if (foreign) return { source, groups, names, regexp: null, growth, start };
  try {
    return { source, groups, names, regexp: new RegExp(out, flags), growth, start };
  } catch {
    return null;
  }
}

/** The plain characters after `^` of a pattern without choices. */
function literalStart(out: string): string {
  if (!out.startsWith('^') || out.includes('|')) return '';
  let start = '';
  for (let at = 1; at < out.length; at++) {
    const escaped = out[at] === '\\' ? out[++at]! : null;
    const character = escaped ?? out[at]!;
    // the character before may be repeated or absent
    if (escaped === null && /[*?+{]/.test(character)) return start.slice(0, -1);
    if (escaped === null ? !/[\w/-]/.test(character) : /\w/.test(character)) break;
    start += character;
  }
  return start;
}

/** Index after a character class, or -1 where it is not closed. */
function classEnd(source: string, from: number): number {
  let at = from + 1;
  if (source[at] === '^') at++;
  if (source[at] === ']') at++;
  while (at < source.length) {
    const c = source[at]!;
    if (c === '\\') at += 2;
    else if (c === '[' && source[at + 1] === ':') {
      const end = source.indexOf(':]', at + 2);
      at = end < 0 ? at + 1 : end + 2;
    } else if (c === ']') return at + 1;
    else at++;
  }
  return -1;
}

/** Null for a class name that POSIX does not know. */
function translateClass(text: string): string | null {
  let out = '[';
  let at = 1;
  if (text[at] === '^') {
    out += '^';
    at++;
  }
  if (text[at] === ']') {
    out += '\\]';
    at++;
  }
  while (at < text.length - 1) {
    const named = /^\[:(\^?)([a-z]+):\]/.exec(text.slice(at, at + 14));
    if (named) {
      const set = posix[named[2]!];
      if (set === undefined) return null;
      // a negated name inside a class: everything else that is one byte
      out += named[1] === '' ? set : complement(set);
      at += named[0].length;
    } else if (text[at] === '\\') {
      out += text[at + 1] === 'h' ? ' \\t' : text.slice(at, at + 2);
      at += 2;
    } else {
      out += text[at] === '[' ? '\\[' : text[at];
      at++;
    }
  }
  return `${out}]`;
}

/** Groups of a match ($0 first); null where it does not match, undefined where that cannot be told. */
export function matchPattern(pattern: Pattern, text: string): readonly (string | undefined)[] | null | undefined {
  const { regexp, growth, start } = pattern;
  if (start !== '' && !text.startsWith(start)) return null;
  if (!regexp) return undefined;
  if (growth.nested || (growth.power > 2 && text.length ** growth.power > workLimit)) return stepped(pattern, text);
  try {
    return regexp.exec(text);
  } catch {
    // too large for the engine, which says so only now
    return undefined;
  }
}

/** Work beyond which a match is counted step by step. */
const workLimit = 10_000_000;

/** The matcher for a pattern; null: it cannot be matched step by step. */
const steppedPattern = oncePer(({ source, flags }: RegExp): SteppedPattern | null => {
  try {
    return new SteppedPattern(source, flags);
  } catch {
    return null;
  }
});

function stepped({ regexp }: Pattern, text: string): ReturnType<typeof matchPattern> {
  return steppedPattern(regexp!)?.exec(text);
}

/**
 * How the time of a backtracking engine can grow: a repetition inside a repetition, or a choice inside one, may take
 * exponential time; else each unbounded repetition adds a power, and so does a start that is not anchored.
 */
function growthOf(source: string): Growth {
  const plain = source.replace(/\\./gs, 'a').replace(/\[[^\]]*\]/g, 'a');
  const open: boolean[] = [];
  let inner = false;
  let nested = false;
  let power = plain.startsWith('^') && !plain.includes('|') ? 0 : 1;
  for (let at = 0; at < plain.length; at++) {
    const c = plain[at]!;
    if (c === '(') {
      open.push(inner);
      inner = false;
    } else if (c === '|') inner = true;
    else if (c === ')' || c === 'a' || /[^(*+?{|]/.test(c)) {
      const loops = /^(?:[*+]|\{\d+,|\{\d+\})/.test(plain.slice(at + 1, at + 12));
      const varies = loops || plain[at + 1] === '?';
      if (loops && c !== ')') power++;
      if (loops && c === ')' && inner) nested = true;
      if (c === ')') inner = (open.pop() ?? false) || inner || varies;
      else inner ||= varies;
    }
  }
  return { nested, power };
}

/** All single bytes that a set of a class does not hold, as a class body. */
function complement(set: string): string {
  const inside = new RegExp(`[${set}]`);
  let out = '';
  for (let code = 0; code < 256; code++) {
    if (!inside.test(String.fromCharCode(code))) out += `\\x${code.toString(16).padStart(2, '0')}`;
  }
  return out;
}
