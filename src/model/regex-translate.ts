/** What a Perl-compatible pattern is in JavaScript. */
export interface Translation {
  readonly source: string;
  readonly flags: string;
  /** Number of capturing groups. */
  readonly groups: number;
  /** Names of named groups by number. */
  readonly names: ReadonlyMap<number, string>;
  /** It has what JavaScript cannot do: the source only has its groups. */
  readonly foreign: boolean;
}

/** Translates a pattern; null where PCRE refuses it. */
export function translatePattern(source: string, insensitive: boolean): Translation | null {
  return new Translator(source, insensitive ? 'is' : 's').translate();
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

/** A text as a pattern that matches it and nothing else. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Walks over a pattern from left to right; each method takes one piece of it, and is false where PCRE refuses that. */
class Translator {
  readonly #source: string;
  #at = 0;
  #out = '';
  #flags: string;
  #groups = 0;
  readonly #names = new Map<number, string>();
  #foreign = false;
  /** Groups that are open. */
  #depth = 0;
  /** The highest group that a back reference names. */
  #referred = 0;
  /** Blanks and comments do not count (`x`). */
  #extended = false;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  translate(): Translation | null {
    this.#leadingOptions();
    while (this.#at < this.#source.length) if (!this.#piece()) return null;
    // a back reference to a group that is not there is an error for PCRE and an octal escape for JavaScript
    if (this.#depth > 0 || this.#referred > this.#groups) return null;
    return {
      source: this.#out,
      flags: this.#flags,
      groups: this.#groups,
      names: this.#names,
      foreign: this.#foreign,
    };
  }

  /** Takes some characters of the pattern, which are `written` otherwise. */
  #take(length: number, written: string): true {
    this.#out += written;
    this.#at += length;
    return true;
  }

  /** `(?i)` and the like at the start of the whole. */
  #leadingOptions(): void {
    const lead = /^\(\?([imsx]+)\)/.exec(this.#source);
    if (!lead) return;
    for (const flag of lead[1]!) {
      if (flag === 'x') this.#extended = true;
      else if (!this.#flags.includes(flag)) this.#flags += flag;
    }
    this.#at = lead[0].length;
  }

  #piece(): boolean {
    const c = this.#source[this.#at]!;
    switch (c) {
      case '\\':
        return this.#escape();
      case '[':
        return this.#class();
      case '(':
        return this.#opening();
      case ')':
        return --this.#depth >= 0 && this.#take(1, ')');
      case '*':
      case '+':
      case '?':
        return this.#repetition(c);
      case '}':
        return /\{\d+(,\d*)?$/.test(this.#out) ? this.#repetition(c) : this.#take(1, '\\}');
      case '{':
        return this.#take(1, /^\{\d+(,\d*)?\}/.test(this.#source.slice(this.#at, this.#at + 24)) ? '{' : '\\{');
      default:
        if (this.#extended && /\s/.test(c)) return this.#take(1, '');
        return this.#extended && c === '#' ? this.#comment('\n') : this.#take(1, c);
    }
  }

  #escape(): boolean {
    const next = this.#source[this.#at + 1];
    if (next === undefined) return false;
    if (next === 'Q') return this.#quoted();
    const plain = Object.hasOwn(escapes, next) ? escapes[next] : undefined;
    if (plain !== undefined) return this.#take(2, plain);
    if (/[GKRXCPpgkLlUuN]/.test(next)) {
      this.#foreign = true;
      return this.#take(2, '.');
    }
    if (next >= '1' && next <= '9') this.#referred = Math.max(this.#referred, Number(next));
    return this.#take(2, `\\${next}`);
  }

  /** `\Q…\E`: what is in it stands for itself. */
  #quoted(): true {
    const from = this.#at + 2;
    const end = this.#source.indexOf('\\E', from);
    const literal = this.#source.slice(from, end < 0 ? undefined : end);
    return this.#take(literal.length + (end < 0 ? 2 : 4), literalPattern(literal));
  }

  #class(): boolean {
    const end = classEnd(this.#source, this.#at);
    const translated = end < 0 ? null : translateClass(this.#source.slice(this.#at, end));
    return translated !== null && this.#take(end - this.#at, translated);
  }

  #opening(): boolean {
    if (this.#source.startsWith('(?#', this.#at)) return this.#comment(')');
    this.#depth++;
    if (this.#source[this.#at + 1] === '?') return this.#special();
    // a verb of backtracking
    if (this.#source[this.#at + 1] === '*') this.#foreign = true;
    this.#groups++;
    return this.#take(1, '(');
  }

  /** A group that begins with `(?`. */
  #special(): true {
    const head = this.#source.slice(this.#at, this.#at + 80);
    const named = /^\(\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/.exec(head);
    if (named) {
      this.#names.set(++this.#groups, named[1] ?? named[2]!);
      return this.#take(named[0].length, '(');
    }
    const plain = /^\(\?(?::|=|!|<=|<!)/.exec(head)?.[0];
    if (plain) return this.#take(plain.length, plain);
    // inline options in the middle, atomic groups, conditionals, recursion: PCRE only
    this.#foreign = true;
    const colon = this.#source.indexOf(':', this.#at);
    return this.#take(Math.max(2, colon + 1 - this.#at), '(?:');
  }

  #repetition(mark: string): true {
    this.#take(1, mark);
    if (this.#source[this.#at] === '+' && this.#out.length > 1) {
      // possessive: the same unless it would have to give back
      this.#foreign = true;
      this.#at++;
    }
    return true;
  }

  /** A comment up to its end; one in brackets must have one. */
  #comment(end: '\n' | ')'): boolean {
    const found = this.#source.indexOf(end, this.#at);
    if (found < 0 && end === ')') return false;
    return this.#take(found < 0 ? this.#source.length - this.#at : found + 1 - this.#at, '');
  }
}

/** Escapes that JavaScript writes otherwise. */
const escapes: Readonly<Record<string, string>> = {
  E: '',
  A: '^',
  z: '$',
  Z: '$',
  h: '[ \\t]',
  a: '\\x07',
  e: '\\x1b',
};

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

/** All single bytes that a set of a class does not hold, as a class body. */
function complement(set: string): string {
  const inside = new RegExp(`[${set}]`);
  let out = '';
  for (let code = 0; code < 256; code++) {
    if (!inside.test(String.fromCharCode(code))) out += `\\x${code.toString(16).padStart(2, '0')}`;
  }
  return out;
}
