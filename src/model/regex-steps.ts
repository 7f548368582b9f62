/**
 * A backtracking matcher that counts its steps, for the patterns that can keep JavaScript's engine busy for ever. Takes
 * the same syntax (what `translatePattern` writes) and gives the same groups.
 */

/** Steps after which a match is given up; PCRE has such a limit too (match_limit, ten million). */
const stepLimit = 200_000;
/** How many texts' answers are remembered: the same request is asked with several logins. */
const answerLimit = 500;
/** How deep matches of groups may nest, far under the stack. */
const nestLimit = 800;

type Continue = (at: number) => boolean;
/** Tries to match from a place and hands on each place where it can end. */
type Node = (state: State, at: number, next: Continue) => boolean;

class GivenUp extends Error {}

class State {
  readonly text: string;
  readonly groups: (readonly [number, number] | undefined)[];
  #steps = stepLimit;
  depth = 0;

  constructor(text: string, groups: number) {
    this.text = text;
    this.groups = new Array(groups + 1).fill(undefined);
  }

  step(): void {
    if (--this.#steps < 0) throw new GivenUp();
  }

  deeper<T>(run: () => T): T {
    if (++this.depth > nestLimit) throw new GivenUp();
    const result = run();
    this.depth--;
    return result;
  }
}

/** A pattern that is run step by step. */
export class SteppedPattern {
  readonly #root: Node;
  readonly #groups: number;
  readonly #answers = new Map<string, readonly (string | undefined)[] | null | undefined>();

  /** @throws SyntaxError for what this matcher does not know */
  constructor(source: string, flags: string) {
    const reader = new Reader(source, flags);
    this.#root = reader.whole();
    this.#groups = reader.groups;
  }

  /** Groups of the first match as `RegExp.exec` gives them; null where there is none, undefined where it takes too long. */
  exec(text: string): readonly (string | undefined)[] | null | undefined {
    const known = this.#answers.get(text);
    if (known !== undefined || this.#answers.has(text)) return known;
    const answer = this.#run(text);
    if (this.#answers.size >= answerLimit) this.#answers.clear();
    this.#answers.set(text, answer);
    return answer;
  }

  #run(text: string): readonly (string | undefined)[] | null | undefined {
    try {
      const state = new State(text, this.#groups);
      for (let start = 0; start <= text.length; start++) {
        let end = -1;
        const found = this.#root(state, start, (at) => {
          end = at;
          return true;
        });
        if (found) return [text.slice(start, end), ...state.groups.slice(1).map((at) => at && text.slice(...at))];
        state.groups.fill(undefined);
      }
      return null;
    } catch (error) {
      if (error instanceof GivenUp) return undefined;
      throw error;
    }
  }
}

const one =
  (test: (character: string) => boolean): Node =>
  (state, at, next) => {
    state.step();
    return at < state.text.length && test(state.text[at]!) && next(at + 1);
  };

/** Reads a JavaScript pattern into nodes. */
class Reader {
  readonly #source: string;
  readonly #flags: string;
  #at = 0;
  groups = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  whole(): Node {
    const node = this.#alternatives();
    if (this.#at < this.#source.length) throw new SyntaxError('unmatched )');
    return node;
  }

  #alternatives(): Node {
    const branches = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      branches.push(this.#sequence());
    }
    if (branches.length === 1) return branches[0]!;
    return (state, at, next) => branches.some((branch) => branch(state, at, next));
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) nodes.push(this.#repeated());
    return nodes.reduceRight<Node>(
      (after, node) => (state, at, next) => node(state, at, (end) => after(state, end, next)),
      (_state, at, next) => next(at),
    );
  }

  #repeated(): Node {
    const first = this.groups + 1;
    const atom = this.#atom();
    const last = this.groups;
    const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(this.#source.slice(this.#at, this.#at + 24));
    if (!found) return atom.node;
    this.#at += found[0].length;
    const lazy = this.#source[this.#at] === '?';
    if (lazy) this.#at++;
    const mark = found[0][0]!;
    const least = mark === '{' ? Number(found[1]) : mark === '+' ? 1 : 0;
    const upper = found[3] ? Number(found[3]) : Number.POSITIVE_INFINITY;
    const most = mark === '?' ? 1 : mark === '{' ? (found[2] ? upper : least) : Number.POSITIVE_INFINITY;
    if (most < least) throw new SyntaxError('numbers out of order');
    return atom.test
      ? repeatedCharacter(atom.test, least, most, lazy)
      : repeatedNode(atom.node, least, most, lazy, first, last);
  }

  #atom(): { node: Node; test?: (character: string) => boolean } {
    const source = this.#source;
    const c = source[this.#at]!;
    if (c === '(') return { node: this.#group() };
    if (c === '^') return this.#assertion((text, at) => at === 0 || (this.#multiline && isNewline(text[at - 1]!)));
    if (c === '$')
      return this.#assertion((text, at) => at === text.length || (this.#multiline && isNewline(text[at]!)));
    let end = this.#at + 1;
    if (c === '[') {
      while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
      end++;
    } else if (c === '\\') {
      const next = source[end] ?? '';
      if (next === 'b' || next === 'B')
        return this.#assertion((text, at) => (isWord(text[at - 1]) !== isWord(text[at])) === (next === 'b'));
      if (next >= '1' && next <= '9') return this.#back();
      end += next === 'x' ? 3 : 1;
    }
    const written = source.slice(this.#at, end);
    this.#at = end;
    const set = new RegExp(`^(?:${written})$`, this.#flags.replace('m', ''));
    const test = (character: string): boolean => set.test(character);
    return { node: one(test), test };
  }

  get #multiline(): boolean {
    return this.#flags.includes('m');
  }

  #assertion(holds: (text: string, at: number) => boolean): { node: Node } {
    this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    return {
      node: (state, at, next) => {
        state.step();
        return holds(state.text, at) && next(at);
      },
    };
  }

  #back(): { node: Node } {
    const digits = /^\\([1-9]\d*)/.exec(this.#source.slice(this.#at))!;
    this.#at += digits[0].length;
    const group = Number(digits[1]);
    const same = (a: string, b: string): boolean =>
      this.#flags.includes('i') ? a.toLowerCase() === b.toLowerCase() : a === b;
    return {
      node: (state, at, next) => {
        state.step();
        const found = state.groups[group];
        if (!found) return next(at);
        const wanted = state.text.slice(...found);
        return same(state.text.slice(at, at + wanted.length), wanted) && next(at + wanted.length);
      },
    };
  }

  #group(): Node {
    const kind = /^\(\?(?::|=|!|<=|<!)/.exec(this.#source.slice(this.#at, this.#at + 4))?.[0] ?? '(';
    if (kind === '(?<=' || kind === '(?<!') throw new SyntaxError('no looking behind');
    this.#at += kind.length;
    const number = kind === '(' ? ++this.groups : 0;
    const inside = this.#alternatives();
    if (this.#source[this.#at] !== ')') throw new SyntaxError('unclosed group');
    this.#at++;
    if (kind === '(?:') return inside;
    if (kind === '(?=' || kind === '(?!') return ahead(inside, kind === '(?=');
    return (state, at, next) => {
      const before = state.groups[number];
      const done = state.deeper(() =>
        inside(state, at, (end) => {
          const inner = state.groups[number];
          state.groups[number] = [at, end];
          if (next(end)) return true;
          state.groups[number] = inner;
          return false;
        }),
      );
      if (!done) state.groups[number] = before;
      return done;
    };
  }
}

function ahead(inside: Node, wanted: boolean): Node {
  return (state, at, next) => {
    const before = [...state.groups];
    const restore = (): void => {
      for (const [index, group] of before.entries()) state.groups[index] = group;
    };
    if (inside(state, at, () => true) !== wanted) {
      restore();
      return false;
    }
    if (!wanted) restore();
    if (next(at)) return true;
    restore();
    return false;
  };
}

/** A single character over and over: by counting, not by nesting. */
function repeatedCharacter(test: (c: string) => boolean, least: number, most: number, lazy: boolean): Node {
  return (state, at, next) => {
    const { text } = state;
    let end = at;
    const more = (): boolean => {
      state.step();
      return end - at < most && end < text.length && test(text[end]!);
    };
    while (end - at < (lazy ? least : most) && more()) end++;
    if (end - at < least) return false;
    for (;;) {
      state.step();
      if (next(end)) return true;
      if (lazy ? !more() : end - at <= least) return false;
      end += lazy ? 1 : -1;
    }
  };
}

function repeatedNode(node: Node, least: number, most: number, lazy: boolean, first: number, last: number): Node {
  return (state, at, next) => {
    const again = (count: number, from: number): boolean =>
      state.deeper(() => {
        state.step();
        const one = (): boolean => {
          if (count >= most) return false;
          const before = state.groups.slice(first, last + 1);
          // JavaScript forgets the groups of the last round
          for (let group = first; group <= last; group++) state.groups[group] = undefined;
          const found = node(state, from, (end) => (end === from && count >= least ? false : again(count + 1, end)));
          if (!found) for (const [index, group] of before.entries()) state.groups[first + index] = group;
          return found;
        };
        if (count < least) return one();
        return lazy ? next(from) || one() : one() || next(from);
      });
    return again(0, at);
  };
}

function isNewline(character: string): boolean {
  return /[\n\r\u2028\u2029]/.test(character);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}
