/** Tokens of httpd's expression language (server/util_expr_scan.l). */
export interface ExpressionToken {
  readonly type: ExpressionTokenType;
  readonly text: string;
}

export type ExpressionTokenType =
  | 'string'
  | 'string-begin'
  | 'string-end'
  | 'var-begin'
  | 'var-end'
  | 'id'
  | 'digit'
  | 'regex'
  | 'regex-i'
  | 'backref'
  | 'unary'
  | 'binary'
  | 'compare'
  | 'and'
  | 'or'
  | 'not'
  | 'concat'
  | 'true'
  | 'false'
  | 'punctuation'
  | 'error'
  | 'end';

type State = 'initial' | 'str' | 'var' | 'vararg';

const keywords: Readonly<Record<string, readonly [ExpressionTokenType, string]>> = {
  and: ['and', ''],
  or: ['or', ''],
  not: ['not', ''],
  true: ['true', ''],
  false: ['false', ''],
  lt: ['compare', '-lt'],
  le: ['compare', '-le'],
  gt: ['compare', '-gt'],
  ge: ['compare', '-ge'],
  ne: ['compare', '-ne'],
  eq: ['compare', '-eq'],
  in: ['compare', '-in'],
};
const dashed = new Set(['-in', '-eq', '-ne', '-ge', '-le', '-gt', '-lt']);
const regexDelimiters = '/#$%^,;:_?|^-!.\'"';
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Longest string or regular expression that the scanner keeps (MAX_STRING_LEN). */
const bufferLimit = 8192;

/**
 * Splits an expression as httpd's scanner does. A scanner error becomes an `error` token, whose text is the message,
 * and ends the list; otherwise `end` does. `string` starts inside a string, as for directives that take one.
 */
export function expressionTokens(text: string, string: boolean): ExpressionToken[] {
  return new Scanner(text, string).tokens();
}

const unterminated = 'Unterminated string or variable';
/** No rule of the scanner takes what stands there. */
const jammed = 'flex scanner jammed';

/** Walks over an expression; each state has a method that takes one piece, and gives the scanner's complaint or null. */
class Scanner {
  readonly #text: string;
  readonly #string: boolean;
  readonly #tokens: ExpressionToken[] = [];
  /** The states around the one at hand. */
  readonly #outer: State[] = [];
  #state: State;
  /** The quote that ends the string at hand. */
  #delimiter = '';
  #buffer = '';
  #at = 0;

  constructor(text: string, string: boolean) {
    this.#text = text;
    this.#string = string;
    this.#state = string ? 'str' : 'initial';
  }

  tokens(): ExpressionToken[] {
    let complaint: string | null = null;
    while (complaint === null && this.#at < this.#text.length) complaint = this.#piece();
    complaint ??= this.#end();
    if (complaint === null) this.#push('end');
    else this.#push('error', complaint);
    return this.#tokens;
  }

  #piece(): string | null {
    const c = this.#text[this.#at]!;
    switch (this.#state) {
      case 'initial':
        return this.#initial(c);
      case 'var':
        return this.#variable(c);
      default:
        return this.#inString(c);
    }
  }

  #end(): string | null {
    if (this.#state === 'var' || this.#state === 'vararg') return unterminated;
    if (this.#state === 'str') {
      if (!this.#string) return unterminated;
      this.#push('string', this.#buffer);
    }
    return null;
  }

  #push(type: ExpressionTokenType, text = ''): void {
    this.#tokens.push({ type, text });
  }

  /** Takes some characters as a token; of a string what stands before it goes first. */
  #take(length: number, type: ExpressionTokenType, text = ''): null {
    if (this.#buffer !== '') this.#push('string', this.#buffer);
    this.#buffer = '';
    this.#push(type, text);
    this.#at += length;
    return null;
  }

  #initial(c: string): string | null {
    if (c === ' ' || c === '\t' || c === '\n') {
      this.#at++;
      return null;
    }
    if (c === '"' || c === "'") {
      this.#delimiter = c;
      this.#state = 'str';
      return this.#take(1, 'string-begin');
    }
    if (c === '%' && this.#text[this.#at + 1] === '{') return this.#opening();
    const next = initialToken(this.#text, this.#at);
    if (typeof next === 'string') return next;
    return this.#take(next.end - this.#at, next.type, next.value);
  }

  /** `%{`, in a string or outside. */
  #opening(): null {
    this.#outer.push(this.#state);
    this.#state = 'var';
    return this.#take(2, 'var-begin');
  }

  /** The closing brace of a variable. */
  #closing(): null {
    this.#state = this.#outer.pop() ?? 'initial';
    return this.#take(1, 'var-end');
  }

  #variable(c: string): string | null {
    const name = /[a-zA-Z][a-zA-Z0-9_]*/y;
    name.lastIndex = this.#at;
    const match = name.exec(this.#text)?.[0];
    if (match !== undefined) return this.#take(match.length, 'id', match);
    if (c === '}') return this.#closing();
    if (c === ':') {
      this.#state = 'vararg';
      return this.#take(1, 'punctuation', ':');
    }
    return c === '\n' ? unterminated : `Invalid character in variable name '${c}'`;
  }

  /** Inside a string, or the argument of a function in `%{name:…}`. */
  #inString(c: string): string | null {
    if (c === '\n') return unterminated;
    if (this.#buffer.length >= bufferLimit) return 'String too long';
    if (c === '\\') return this.#escape();
    const next = this.#text[this.#at + 1] ?? '';
    if (c === '$' && next >= '0' && next <= '9') return this.#take(2, 'backref', next);
    if (c === '%' && next === '{') return this.#opening();
    const isArgument = this.#state === 'vararg';
    if (isArgument && c === '}') return this.#closing();
    if (isArgument && (c === '"' || c === "'")) return jammed;
    if (c === this.#delimiter) {
      this.#state = 'initial';
      return this.#take(1, 'string-end');
    }
    this.#buffer += c;
    this.#at++;
    return null;
  }

  #escape(): string | null {
    const digits = /[0-9]+/y;
    digits.lastIndex = this.#at + 1;
    const number = digits.exec(this.#text)?.[0];
    if (number === undefined) {
      const next = this.#text[this.#at + 1];
      if (next === undefined) return jammed;
      this.#buffer += escapes[next] ?? next;
      this.#at += 2;
      return null;
    }
    const octal = /^[0-7]{1,3}/.exec(number)?.[0] ?? '';
    if (octal.length < number.length) return 'Bad escape sequence';
    const code = Number.parseInt(octal, 8);
    if (code > 255) return 'Escape sequence out of bound';
    this.#buffer += String.fromCharCode(code);
    this.#at += 1 + octal.length;
    return null;
  }
}

interface InitialToken {
  readonly type: ExpressionTokenType;
  readonly value: string;
  readonly end: number;
}

/** One token outside strings and variables, or the scanner's complaint. */
function initialToken(text: string, at: number): InitialToken | string {
  const c = text[at]!;
  const two = text.slice(at, at + 2);
  const token = (type: ExpressionTokenType, length: number, value = text.slice(at, at + length)): InitialToken => ({
    type,
    value,
    end: at + length,
  });
  if (c === '$' && /^\$[0-9]/.test(two)) return token('backref', 2, two[1]);
  if (c === '/') return regexToken(text, at + 1, '/');
  if (c === 'm' && two.length === 2 && regexDelimiters.includes(two[1]!)) {
    // an identifier that is longer than `m_` wins, as the scanner takes the longest match
    const word = /[a-zA-Z][a-zA-Z0-9_]*/y;
    word.lastIndex = at;
    if (two[1] !== '_' || word.exec(text)![0].length <= 2) return regexToken(text, at + 2, two[1]!);
  }
  if (two === '==') return token('compare', 2, '==');
  if (two === '=~' || two === '!~' || two === '!=' || two === '<=' || two === '>=') return token('compare', 2);
  if (two === '&&') return token('and', 2);
  if (two === '||') return token('or', 2);
  if (c === '=') return token('compare', 1, '==');
  if (c === '<' || c === '>') return token('compare', 1);
  if (c === '!') return token('not', 1);
  if (c === '.') return token('concat', 1);
  if ('(){},:'.includes(c)) return token('punctuation', 1);
  const pattern = /-[a-zA-Z_][a-zA-Z_0-9]*|-?[0-9]+|[a-zA-Z][a-zA-Z0-9_]*/y;
  pattern.lastIndex = at;
  const word = pattern.exec(text)?.[0];
  if (word === undefined) return `Parse error near '${c}'`;
  if (word[0] === '-' && !/[0-9]/.test(word[1]!)) {
    if (dashed.has(word)) return token('compare', word.length);
    return token(word.length === 2 ? 'unary' : 'binary', word.length, word.slice(1));
  }
  if (/^-?[0-9]/.test(word)) return token('digit', word.length);
  const keyword = Object.hasOwn(keywords, word) ? keywords[word] : undefined;
  return keyword ? token(keyword[0], word.length, keyword[1]) : token('id', word.length);
}

function regexToken(text: string, from: number, delimiter: string): InitialToken | string {
  const end = text.indexOf(delimiter, from);
  // an unterminated regular expression runs into the end: the parser sees nothing more
  if (end < 0) return { type: 'end', value: '', end: text.length };
  if (end - from >= bufferLimit) return 'Regexp too long';
  const insensitive = text[end + 1] === 'i';
  return {
    type: insensitive ? 'regex-i' : 'regex',
    value: text.slice(from, end),
    end: end + (insensitive ? 2 : 1),
  };
}
