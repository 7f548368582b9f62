import { remembered } from '../../text/remembered.ts';
import { parseSubnet, type Subnet } from '../addresses.ts';
import { compilePattern, type Pattern } from '../regex.ts';
import { type ExpressionToken, expressionTokens } from './expression-lexer.ts';

/** A word of an expression: what gives a string. */
export type Word =
  | { readonly op: 'string'; readonly value: string }
  | { readonly op: 'variable'; readonly name: string }
  | { readonly op: 'function'; readonly name: string; readonly argument: Word }
  | { readonly op: 'concat'; readonly left: Word; readonly right: Word }
  | { readonly op: 'backref'; readonly number: number };

/** A condition: what gives true or false. */
export type Condition =
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'and'; readonly left: Condition; readonly right: Condition }
  | { readonly op: 'or'; readonly left: Condition; readonly right: Condition }
  | SimpleCondition;

/** A condition without further conditions in it. */
export type SimpleCondition =
  | { readonly op: 'constant'; readonly value: boolean }
  | { readonly op: 'compare'; readonly operator: string; readonly left: Word; readonly right: Word }
  /** A null list: what a certificate holds (PeerExtList). */
  | { readonly op: 'in'; readonly left: Word; readonly list: readonly Word[] | null }
  | { readonly op: 'match'; readonly negate: boolean; readonly left: Word; readonly pattern: Pattern }
  | { readonly op: 'unary'; readonly operator: string; readonly word: Word; readonly subnet: Subnet | null }
  | {
      readonly op: 'binary';
      readonly operator: string;
      readonly left: Word;
      readonly right: Word;
      readonly subnet: Subnet | null;
    };

/** A parsed expression: a condition, or a word for directives that take a string. */
export interface Expression {
  readonly text: string;
  readonly condition: Condition | null;
  readonly word: Word | null;
  /** Names of the variables in it, upper case. */
  readonly variables: ReadonlySet<string>;
}

export interface ExpressionOptions {
  /** The directive takes a string with `%{…}` in it and not a condition. */
  readonly string?: boolean;
  /** In .htaccess: functions that read files are not to be had (operators that look at them are). */
  readonly restricted?: boolean;
  /** Loaded modules; null or absent: every usual one. */
  readonly modules?: ReadonlySet<string> | null;
}

const variables = new Set(
  (
    'TIME_YEAR TIME_MON TIME_DAY TIME_HOUR TIME_MIN TIME_SEC TIME_WDAY TIME SERVER_SOFTWARE API_VERSION ' +
    'HTTP_USER_AGENT HTTP_PROXY_CONNECTION HTTP_REFERER HTTP_COOKIE HTTP_FORWARDED HTTP_HOST HTTP_ACCEPT ' +
    'REQUEST_METHOD REQUEST_SCHEME REQUEST_URI REQUEST_FILENAME REMOTE_HOST REMOTE_IDENT REMOTE_USER SERVER_ADMIN ' +
    'SERVER_NAME SERVER_PORT SERVER_PROTOCOL SCRIPT_FILENAME PATH_INFO QUERY_STRING IS_SUBREQ DOCUMENT_ROOT ' +
    'AUTH_TYPE THE_REQUEST CONTENT_TYPE HANDLER REQUEST_LOG_ID SCRIPT_USER SCRIPT_GROUP DOCUMENT_URI LAST_MODIFIED ' +
    'CONTEXT_PREFIX CONTEXT_DOCUMENT_ROOT REQUEST_STATUS REMOTE_ADDR REMOTE_PORT ' +
    'HTTPS IPV6 CONN_LOG_ID CONN_REMOTE_ADDR HTTP2'
  ).split(' '),
);
const functions = new Set(
  (
    'osenv env resp req http note reqenv req_novary tolower toupper escape unescape file filesize base64 unbase64 ' +
    'sha1 md5 ldap'
  ).split(' '),
);
const fileFunctions = new Set(['file', 'filesize']);
const unaryOperators = new Set([...'nzRTdefsLhxFUA']);
const binaryOperators = new Set(['ipmatch', 'fnmatch', 'strmatch', 'strcmatch']);

/** Nesting deeper than this overflows the server's own parser stack. */
const depthLimit = 2000;

class ExpressionError extends Error {}

/** Parses an expression as httpd does (ap_expr_parse); the error is in its words. */
export function parseExpression(
  text: string,
  options: ExpressionOptions = {},
):
  | { readonly expression: Expression; readonly error?: never }
  | { readonly error: string; readonly expression?: never } {
  if (options.string && text !== '' && text.length < plainLimit && !/[%\\$\n]/.test(text)) return plainWords(text);
  try {
    return { expression: new Parser(text, options).parse() };
  } catch (error) {
    if (error instanceof ExpressionError) return { error: error.message };
    throw error;
  }
}

/** Strings with nothing in them to work out: the same few are written over and over. */
const plainWords = remembered(10_000, (text): { readonly expression: Expression } => {
  return { expression: { text, condition: null, word: { op: 'string', value: text }, variables: noVariables } };
});
const plainLimit = 1000;
const noVariables: ReadonlySet<string> = new Set();

class Parser {
  readonly #text: string;
  readonly #tokens: readonly ExpressionToken[];
  readonly #options: ExpressionOptions;
  readonly #variables = new Set<string>();
  #at = 0;
  #depth = 0;

  constructor(text: string, options: ExpressionOptions) {
    this.#text = text;
    this.#options = options;
    this.#tokens = expressionTokens(text, options.string ?? false);
  }

  parse(): Expression {
    const string = this.#options.string ?? false;
    const word = string ? this.#string('end') : null;
    const condition = string ? null : this.#or();
    if (this.#peek().type !== 'end') this.#fail();
    return { text: this.#text, condition, word, variables: this.#variables };
  }

  #peek(): ExpressionToken {
    return this.#tokens[this.#at] ?? this.#tokens.at(-1)!;
  }

  #next(): ExpressionToken {
    const token = this.#peek();
    if (this.#at < this.#tokens.length) this.#at++;
    return token;
  }

  #fail(): never {
    const token = this.#peek();
    if (token.type === 'error') throw new ExpressionError(`syntax error, unexpected T_ERROR: ${token.text}`);
    const shown = token.type === 'end' ? '$end' : token.type === 'punctuation' ? `'${token.text}'` : token.type;
    throw new ExpressionError(`syntax error, unexpected ${shown}`);
  }

  #punctuation(text: string): boolean {
    const token = this.#peek();
    return token.type === 'punctuation' && token.text === text;
  }

  #expect(type: ExpressionToken['type'], text?: string): ExpressionToken {
    const token = this.#peek();
    if (token.type !== type || (text !== undefined && token.text !== text)) this.#fail();
    return this.#next();
  }

  #deeper(): void {
    if (++this.#depth > depthLimit) throw new ExpressionError('memory exhausted');
  }

  #or(): Condition {
    const parts = [this.#and()];
    while (this.#peek().type === 'or') {
      this.#next();
      parts.push(this.#and());
    }
    return parts.reduceRight((right, left) => ({ op: 'or', left, right }));
  }

  #and(): Condition {
    const parts = [this.#not()];
    while (this.#peek().type === 'and') {
      this.#next();
      parts.push(this.#not());
    }
    return parts.reduceRight((right, left) => ({ op: 'and', left, right }));
  }

  #not(): Condition {
    let count = 0;
    while (this.#peek().type === 'not') {
      this.#next();
      count++;
    }
    let of = this.#primary();
    while (count-- > 0) of = { op: 'not', of };
    return of;
  }

  #primary(): Condition {
    const token = this.#peek();
    if (token.type === 'true' || token.type === 'false') {
      this.#next();
      return { op: 'constant', value: token.type === 'true' };
    }
    if (token.type === 'error') throw new ExpressionError(token.text);
    if (this.#punctuation('(')) {
      this.#next();
      this.#deeper();
      const inner = this.#or();
      this.#depth--;
      this.#expect('punctuation', ')');
      return inner;
    }
    if (token.type === 'unary') {
      this.#next();
      const word = this.#word();
      const operator = token.text;
      if (!unaryOperators.has(operator)) throw new ExpressionError(`Unary operator '-${operator}' does not exist`);
      return { op: 'unary', operator, word, subnet: operator === 'R' ? subnetOf('R', word) : null };
    }
    return this.#comparison();
  }

  #comparison(): Condition {
    const left = this.#word();
    const token = this.#peek();
    if (token.type === 'binary') {
      this.#next();
      const right = this.#word();
      const operator = token.text.toLowerCase();
      if (!binaryOperators.has(operator)) throw new ExpressionError(`Binary operator '-${token.text}' does not exist`);
      return {
        op: 'binary',
        operator,
        left,
        right,
        subnet: operator === 'ipmatch' ? subnetOf(token.text, right) : null,
      };
    }
    if (token.type !== 'compare') this.#fail();
    this.#next();
    if (token.text === '=~' || token.text === '!~') {
      const regex = this.#peek();
      if (regex.type !== 'regex' && regex.type !== 'regex-i') this.#fail();
      this.#next();
      const pattern = compilePattern(regex.text, regex.type === 'regex-i');
      if (!pattern) throw new ExpressionError('Failed to compile regular expression');
      return { op: 'match', negate: token.text === '!~', left, pattern };
    }
    if (token.text === '-in') return this.#membership(left);
    return { op: 'compare', operator: token.text, left, right: this.#word() };
  }

  #membership(left: Word): Condition {
    if (this.#punctuation('{')) {
      this.#next();
      const list = [this.#word()];
      while (this.#punctuation(',')) {
        this.#next();
        list.push(this.#word());
      }
      this.#expect('punctuation', '}');
      return { op: 'in', left, list };
    }
    const name = this.#expect('id').text;
    this.#expect('punctuation', '(');
    this.#word();
    this.#expect('punctuation', ')');
    if (name.toLowerCase() !== 'peerextlist' || !this.#may('mod_ssl'))
      throw new ExpressionError(`List-returning function '${name}' does not exist`);
    return { op: 'in', left, list: null };
  }

  #word(): Word {
    const parts = [this.#part()];
    while (this.#peek().type === 'concat') {
      this.#next();
      parts.push(this.#part());
    }
    return parts.reduceRight((right, left) => ({ op: 'concat', left, right }));
  }

  #part(): Word {
    const token = this.#peek();
    switch (token.type) {
      case 'digit':
        this.#next();
        return { op: 'string', value: token.text };
      case 'backref':
        this.#next();
        return { op: 'backref', number: Number(token.text) };
      case 'var-begin':
        return this.#variable();
      case 'string-begin': {
        this.#next();
        if (this.#peek().type === 'string-end') {
          this.#next();
          return { op: 'string', value: '' };
        }
        const word = this.#string('string-end');
        this.#expect('string-end');
        return word;
      }
      case 'id': {
        this.#next();
        this.#expect('punctuation', '(');
        this.#deeper();
        const argument = this.#word();
        this.#depth--;
        this.#expect('punctuation', ')');
        return this.#function(token.text, argument);
      }
      default:
        return this.#fail();
    }
  }

  /** Pieces of a string up to the token that ends it. */
  #string(end: ExpressionToken['type']): Word {
    let word: Word | null = null;
    while (this.#peek().type !== end) {
      const token = this.#peek();
      let part: Word;
      if (token.type === 'string') {
        this.#next();
        part = { op: 'string', value: token.text };
      } else if (token.type === 'backref') {
        this.#next();
        part = { op: 'backref', number: Number(token.text) };
      } else if (token.type === 'var-begin') part = this.#variable();
      else if (token.type === 'error' && !word) throw new ExpressionError(token.text);
      else return this.#fail();
      word = word ? { op: 'concat', left: word, right: part } : part;
    }
    return word ?? this.#fail();
  }

  #variable(): Word {
    this.#expect('var-begin');
    const name = this.#expect('id').text;
    if (this.#peek().type === 'var-end') {
      this.#next();
      const upper = name.toUpperCase();
      const known =
        variables.has(upper) ||
        (name.startsWith('SSL_') && this.#may('mod_ssl')) ||
        (/^H2|^HTTP2$/.test(upper) && this.#may('mod_http2'));
      if (!known) throw new ExpressionError(`Variable '${name}' does not exist`);
      this.#variables.add(upper);
      return { op: 'variable', name: upper };
    }
    this.#expect('punctuation', ':');
    this.#deeper();
    const argument = this.#string('var-end');
    this.#depth--;
    this.#expect('var-end');
    return this.#function(name, argument);
  }

  #function(name: string, argument: Word): Word {
    const lower = name.toLowerCase();
    const ssl = name === 'SSL' && this.#may('mod_ssl');
    if (!ssl && !functions.has(lower)) throw new ExpressionError(`Function '${name}' does not exist`);
    if (this.#options.restricted && fileFunctions.has(lower))
      throw new ExpressionError(`${lower} not available in restricted context`);
    return { op: 'function', name: lower, argument };
  }

  #may(module: string): boolean {
    const modules = this.#options.modules;
    return !modules || modules.has(module);
  }
}

function subnetOf(operator: string, word: Word): Subnet {
  if (word.op !== 'string') throw new ExpressionError(`-${operator} requires subnet/netmask as constant argument`);
  const subnet = parseSubnet(word.value);
  if (typeof subnet === 'string') throw new ExpressionError('parsing of subnet/netmask failed');
  return subnet;
}
