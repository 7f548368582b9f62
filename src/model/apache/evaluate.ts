import { crypto } from '../../hash/crypto.ts';
import { addressBytes, subnetHolds } from '../addresses.ts';
import { wildcardMatches } from '../fnmatch.ts';
import { matchPattern } from '../regex.ts';
import type { Condition, SimpleCondition, Word } from './expression.ts';
import { escapePath, unescapePath } from './target.ts';

/** What an expression may ask of the request. Strings are bytes; nothing there is ''. */
export interface ExpressionScope {
  variable(name: string): string;
  header(name: string): string;
  environment(name: string): string;
  /** One-letter file test (d e f s L h x) or subrequest test (F U). */
  file(test: string, path: string): boolean;
  readFile(path: string): string | null;
  readonly address: readonly number[] | null;
  /** Ends the evaluation: this cannot be known. */
  unknown(what: string): never;
}

/** Groups of the last match, shared by the parts of one expression. */
export interface MatchState {
  groups: readonly (string | undefined)[] | null;
}

const recursionLimit = 20;

/** How the operators for wildcards compare. */
const comparisons = { fnmatch: 'path', strmatch: 'text', strcmatch: 'caseless' } as const;

/** Evaluates parsed expressions as server/util_expr_eval.c does; `error` where httpd gives up. */
export class Evaluator {
  readonly #scope: ExpressionScope;
  readonly state: MatchState;
  #depth = 0;
  #failed = false;

  constructor(scope: ExpressionScope, state: MatchState = { groups: null }) {
    this.#scope = scope;
    this.state = state;
  }

  condition(condition: Condition): boolean | 'error' {
    const result = this.#test(condition);
    return this.#failed ? 'error' : result;
  }

  /** Null where httpd gives up. */
  word(word: Word): string | null {
    const result = this.#text(word);
    return this.#failed ? null : result;
  }

  /** Whether the last evaluation ran into an error. */
  get failed(): boolean {
    return this.#failed;
  }

  #enter(): boolean {
    if (this.#depth < recursionLimit) {
      this.#depth++;
      return true;
    }
    this.#failed = true;
    this.#depth = Number.MAX_SAFE_INTEGER / 2;
    return false;
  }

  #text(word: Word): string {
    if (!this.#enter()) return '';
    let result = '';
    switch (word.op) {
      case 'string':
        result = word.value;
        break;
      case 'variable':
        result = this.#scope.variable(word.name);
        break;
      case 'backref':
        result = this.state.groups?.[word.number] ?? '';
        break;
      case 'function':
        result = this.#function(word.name, word.argument);
        break;
      default: {
        // chains of pieces are walked, not nested
        const parts: Word[] = [];
        let at: Word = word;
        while (at.op === 'concat' && at.left.op === 'concat') {
          parts.unshift(at.right);
          at = at.left;
        }
        if (at.op === 'concat') {
          parts.unshift(at.right);
          parts.unshift(at.left);
        }
        while (parts.at(-1)?.op === 'concat') {
          const last = parts.pop() as Extract<Word, { op: 'concat' }>;
          parts.push(last.left, last.right);
        }
        result = parts.map((part) => this.#text(part)).join('');
      }
    }
    this.#depth--;
    return result;
  }

  #function(name: string, argument: Word): string {
    const text = this.#text(argument);
    switch (name) {
      case 'req':
      case 'http':
      case 'req_novary':
        return this.#scope.header(text.toLowerCase());
      case 'reqenv':
      case 'env':
        return this.#scope.environment(text);
      case 'note':
      case 'resp':
        return '';
      case 'tolower':
        return text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase());
      case 'toupper':
        return text.replace(/[a-z]+/g, (lower) => lower.toUpperCase());
      case 'escape':
        return escapePath(text);
      case 'unescape': {
        const plain = unescapePath(text, 'nodecode');
        return typeof plain === 'string' ? plain : '';
      }
      case 'base64':
        return Buffer.from(text, 'latin1').toString('base64');
      case 'unbase64':
        return Buffer.from(text, 'base64').toString('latin1').replace(/\0.*$/s, '');
      case 'sha1':
      case 'md5':
        return crypto().createHash(name).update(text, 'latin1').digest('hex');
      case 'file': {
        const content = this.#scope.readFile(text);
        if (content === null) this.#failed = true;
        return content ?? '';
      }
      case 'filesize':
        return String(this.#scope.readFile(text)?.length ?? 0);
      default:
        return this.#scope.unknown(`the function ${name}`);
    }
  }

  #test(condition: Condition): boolean {
    if (!this.#enter()) return false;
    let at = condition;
    let negate = false;
    let result = false;
    for (;;) {
      if (at.op === 'not') {
        negate = !negate;
        at = at.of;
      } else if (at.op === 'and' || at.op === 'or') {
        const stop = at.op === 'or';
        if (this.#test(at.left) === stop) {
          result = stop;
          break;
        }
        at = at.right;
      } else {
        result = this.#simple(at);
        break;
      }
    }
    this.#depth--;
    return result !== negate;
  }

  #simple(condition: SimpleCondition): boolean {
    switch (condition.op) {
      case 'constant':
        return condition.value;
      case 'compare':
        return compare(condition.operator, this.#text(condition.left), this.#text(condition.right));
      case 'in': {
        const needle = this.#text(condition.left);
        if (!condition.list) return this.#scope.unknown('a certificate');
        return condition.list.some((word) => this.#text(word) === needle);
      }
      case 'match': {
        const text = this.#text(condition.left);
        const groups = matchPattern(condition.pattern, text);
        if (groups === undefined) return this.#scope.unknown('the outcome of a regular expression');
        if (condition.pattern.groups > 0) this.state.groups = groups;
        return (groups !== null) !== condition.negate;
      }
      case 'unary':
        return this.#unary(condition.operator, condition);
      default:
        return this.#binary(condition);
    }
  }

  #unary(operator: string, condition: Extract<Condition, { op: 'unary' }>): boolean {
    const text = this.#text(condition.word);
    switch (operator) {
      case 'n':
        return text !== '';
      case 'z':
        return text === '';
      case 'T':
        return text !== '' && !/^(off|no|false|0)$/i.test(text);
      case 'R':
        return this.#scope.address !== null && subnetHolds(condition.subnet!, this.#scope.address);
      case 'A':
        return this.#scope.file('U', text);
      default:
        return this.#scope.file(operator, text);
    }
  }

  #binary(condition: Extract<Condition, { op: 'binary' }>): boolean {
    const left = this.#text(condition.left);
    const right = this.#text(condition.right);
    if (condition.operator === 'ipmatch') {
      const address = addressBytes(left);
      return address !== null && subnetHolds(condition.subnet!, address);
    }
    return wildcardMatches(right, left, comparisons[condition.operator as keyof typeof comparisons]);
  }
}

/** Leading decimal digits as a number, as atoi reads them. */
export function leadingNumber(text: string): number {
  return Number.parseInt(/^\s*[+-]?\d+/.exec(text)?.[0] ?? '0', 10);
}

function compare(operator: string, left: string, right: string): boolean {
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default: {
      const a = leadingNumber(left);
      const b = leadingNumber(right);
      if (operator === '-eq') return a === b;
      if (operator === '-ne') return a !== b;
      if (operator === '-lt') return a < b;
      if (operator === '-le') return a <= b;
      if (operator === '-gt') return a > b;
      return a >= b;
    }
  }
}
