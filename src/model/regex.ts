import { oncePer } from '../once.ts';
import { rememberedWith } from '../text/remembered.ts';
import { SteppedPattern } from './regex-steps.ts';
import { translatePattern } from './regex-translate.ts';

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

/** Patterns that are longer, in bytes, are made anew each time: few, and too large to keep. */
const longest = 1000;
const knownPattern = rememberedWith(20_000, compiled);

/** Compiles a pattern; null where PCRE refuses it. */
export function compilePattern(source: string, insensitive = false): Pattern | null {
  return source.length > longest ? compiled(source, insensitive) : knownPattern(source, insensitive);
}

function compiled(source: string, insensitive: boolean): Pattern | null {
  const translation = translatePattern(source, insensitive);
  if (!translation) return null;
  const { source: written, flags, groups, names, foreign } = translation;
  const growth = growthOf(written);
  const start = flags === 's' ? literalStart(written) : '';
  if (foreign) return { source, groups, names, regexp: null, growth, start };
  try {
    return { source, groups, names, regexp: new RegExp(written, flags), growth, start };
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
