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
  const tokens: ExpressionToken[] = [];
  const push = (type: ExpressionTokenType, value = ''): void => {
    tokens.push({ type, text: value });
  };
  const fail = (message: string): ExpressionToken[] => {
    push('error', message);
    return tokens;
  };
  const states: State[] = [];
  let state: State = string ? 'str' : 'initial';
  let delimiter = '';
  let buffer = '';
  let at = 0;
  const flush = (): void => {
    if (buffer !== '') push('string', buffer);
    buffer = '';
  };
  while (at < text.length) {
    const c = text[at]!;
    if (state === 'initial') {
      if (c === ' ' || c === '\t' || c === '\n') {
        at++;
        continue;
      }
      if (c === '"' || c === "'") {
        delimiter = c;
        buffer = '';
        state = 'str';
        push('string-begin');
        at++;
        continue;
      }
      if (c === '%' && text[at + 1] === '{') {
        states.push(state);
        state = 'var';
        push('var-begin');
        at += 2;
        continue;
      }
      const next = initialToken(text, at);
      if (typeof next === 'string') return fail(next);
      push(next.type, next.value);
      at = next.end;
      continue;
    }
    if (state === 'var') {
      const name = /[a-zA-Z][a-zA-Z0-9_]*/y;
      name.lastIndex = at;
      const match = name.exec(text);
      if (match) {
        push('id', match[0]);
        at += match[0].length;
      } else if (c === '}') {
        push('var-end');
        state = states.pop() ?? 'initial';
        at++;
      } else if (c === ':') {
        push('punctuation', ':');
        state = 'vararg';
        at++;
      } else if (c === '\n') return fail('Unterminated string or variable');
      else return fail(`Invalid character in variable name '${c}'`);
      continue;
    }
    if (c === '\n') return fail('Unterminated string or variable');
    if (buffer.length >= bufferLimit) return fail('String too long');
    if (c === '\\') {
      const digits = /[0-9]+/y;
      digits.lastIndex = at + 1;
      const number = digits.exec(text)?.[0];
      if (number !== undefined) {
        const octal = /^[0-7]{1,3}/.exec(number)?.[0] ?? '';
        if (octal.length < number.length) return fail('Bad escape sequence');
        const code = Number.parseInt(octal, 8);
        if (code > 255) return fail('Escape sequence out of bound');
        buffer += String.fromCharCode(code);
        at += 1 + octal.length;
      } else if (at + 1 < text.length) {
        buffer += escapes[text[at + 1]!] ?? text[at + 1]!;
        at += 2;
      } else {
        // no rule of the scanner takes a backslash at the very end
        return fail('flex scanner jammed');
      }
      continue;
    }
    if (c === '$' && text[at + 1]! >= '0' && text[at + 1]! <= '9') {
      flush();
      push('backref', text[at + 1]!);
      at += 2;
      continue;
    }
    if (c === '%' && text[at + 1] === '{') {
      flush();
      states.push(state);
      state = 'var';
      push('var-begin');
      at += 2;
      continue;
    }
    if (state === 'vararg' && c === '}') {
      flush();
      push('var-end');
      state = states.pop() ?? 'initial';
      at++;
      continue;
    }
    if (c === '"' || c === "'") {
      if (state === 'vararg') return fail('flex scanner jammed');
      if (c === delimiter) {
        flush();
        push('string-end');
        state = 'initial';
        at++;
        continue;
      }
    }
    buffer += c;
    at++;
  }
  if (state === 'var' || state === 'vararg') return fail('Unterminated string or variable');
  if (state === 'str') {
    if (!string) return fail('Unterminated string or variable');
    push('string', buffer);
  }
  push('end');
  return tokens;
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
