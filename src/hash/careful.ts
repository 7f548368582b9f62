import { canCheck, comparesPlainText } from '../catalog/hashes.ts';
import type { Platform } from '../catalog/platforms.ts';
import { type HashKind, kindOf } from '../syntax/passwords-kind.ts';
import { looksLikeHash, shownName } from './names.ts';
import type { Notes, PasswordProblem, ProblemCode, Server } from './problems.ts';
import { faultOf } from './shape.ts';
import { oddField } from './stranger.ts';
import { unportable, weaknessOf } from './strength.ts';
import type { Twins } from './twins.ts';

const renew = 'write a new entry with htpasswd -B';
/** AP_MAX_STRING of httpd: a longer line ends its reading of the file. */
const longestLine = 8190;
/** More than htpasswd takes for a name. */
const longestUser = 255;
/** Lines of a template that stand for others, or for none. */
const templateLine = /\{\{|\{%|<%|\$\{|^\$[A-Z_][A-Z0-9_]*$|^@@?\w+@@?$|^%\w+%$/;

/** Reads one line at a time and says all that is wrong with it. */
export class CarefulReader {
  readonly #notes: Notes;
  readonly #twins: Twins;
  readonly #servers: readonly Server[];
  readonly #platform: Platform;
  readonly kinds = new Map<HashKind, number>();
  /** Comment lines that speak to authlint. */
  readonly comments: { readonly line: number; readonly text: string }[] = [];
  users = 0;
  #line = 0;
  #text = '';
  /** A hash that was cut short in the line above, of which this line may be the rest. */
  #open = '';
  #openLine = 0;

  constructor(notes: Notes, twins: Twins, servers: readonly Server[], platform: Platform) {
    this.#notes = notes;
    this.#twins = twins;
    this.#servers = servers;
    this.#platform = platform;
  }

  /** `raw`: the line without its LF, bytes as a latin-1 string. */
  read(raw: string, line: number): void {
    this.#line = line;
    this.#text = raw;
    const text = this.#withoutReturn(raw);
    this.#text = text;
    const trimmed = text.trim();
    const open = this.#openLine === line - 1 ? this.#open : '';
    if (trimmed === '' || trimmed.charCodeAt(0) === 35) {
      if (trimmed.includes('authlint-')) this.comments.push({ line, text });
      return;
    }
    if (this.#broken(text)) return;
    const colon = text.indexOf(':');
    if (colon < 0) {
      this.#noColon(text, trimmed, open);
      return;
    }
    this.users++;
    const second = text.indexOf(':', colon + 1);
    const end = second < 0 ? text.length : second;
    this.#entry(text.slice(0, colon), text.slice(colon + 1, end), second < 0 ? null : text.slice(second + 1));
  }

  /** Counts a line of whose hash all is told: it is sound, and `problem` is told of enough other lines. */
  pass(text: string, line: number, kind: HashKind, problem: ProblemCode | null): void {
    const colon = text.indexOf(':');
    this.users++;
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    if (problem) this.#notes.count(problem);
    this.#twins.noteText(text, text.slice(0, colon), text.slice(colon + 1), line);
  }

  #add(code: ProblemCode, message: string, help: string, start: number, end: number, fatal: readonly Server[]): void {
    this.#notes.add({ line: this.#line, text: this.#text, start, end }, { code, message, help, fatal });
  }

  #withoutReturn(raw: string): string {
    if (raw.charCodeAt(raw.length - 1) !== 13) return raw;
    const text = raw.slice(0, -1);
    if (!this.#notes.totals.has('carriage-return'))
      this.#add(
        'carriage-return',
        'lines end in CR LF, which both servers take',
        'save it with LF line ends',
        text.length,
        text.length,
        [],
      );
    return text;
  }

  /** What is wrong with a line as a whole for httpd, whose reader joins and cuts lines; whether it is no line of its own. */
  #broken(text: string): boolean {
    if (!this.#servers.includes('apache')) return false;
    if (text.length > longestLine)
      this.#add(
        'too-long-line',
        `the line has more than ${longestLine} bytes: httpd stops here and reads none of the lines below`,
        'split or remove the line',
        0,
        1,
        ['apache'],
      );
    if (!text.endsWith('\\')) return false;
    this.#add(
      'continued-line',
      'a backslash at the end of the line makes httpd read the next line as part of this one',
      'remove the backslash',
      text.length - 1,
      text.length,
      this.#servers,
    );
    return true;
  }

  #cut(secret: string): void {
    this.#open = secret;
    this.#openLine = this.#line;
  }

  #noColon(text: string, trimmed: string, open: string): void {
    if (/^(?:(?:Enter|Exit) fullscreen mode\s*)+$/.test(trimmed)) {
      this.#add(
        'pasted-web-text',
        'this line is text of a web page, not an entry',
        'remove the line',
        0,
        text.length,
        [],
      );
      return;
    }
    if (templateLine.test(trimmed)) return;
    const joined = open + trimmed;
    const wrapped = open !== '' && /^[./0-9A-Za-z+=$]+$/.test(trimmed);
    if (wrapped && faultOf(kindOf(joined), joined) !== null) this.#cut(joined);
    const [code, message]: [ProblemCode, string] = wrapped
      ? ['wrapped-line', 'the hash of the line above was wrapped on to this one']
      : looksLikeHash(trimmed)
        ? ['no-colon', 'this line is a hash alone: the user and the colon before it are missing']
        : ['no-colon', 'this line has no colon, so that it is no entry'];
    this.#add(code, message, 'write it as one line user:hash', 0, text.length, this.#servers);
  }

  #entry(user: string, field: string, third: string | null): void {
    const start = user.length + 1;
    const end = start + field.length;
    const secret = field.trim();
    const kind = kindOf(secret);
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    this.#user(user, secret);
    this.#blanks(user, field, third);
    if (/^['"]/.test(user) || /['"]$/.test(secret)) {
      this.#add(
        'quotes',
        `quotes became part of the entry${kind === 'text' ? '' : ` of ${shownName(user.replace(/^['"]+/, ''))}`}`,
        'write it without quotes',
        0,
        end,
        this.#servers,
      );
      return;
    }
    if (third !== null && /^[0-9a-fA-F]{32}\s*$/.test(third) && !secret.startsWith('$')) {
      this.#add(
        'htdigest-line',
        `the entry of ${shownName(user)} is one of htdigest (user:realm:hash), not of htpasswd`,
        'make it with htpasswd, or use AuthType Digest',
        0,
        end,
        this.#servers,
      );
      return;
    }
    if (kind === 'text' && looksLikeHash(user) && faultOf(kindOf(user), user) === null) {
      this.#add(
        'swapped-fields',
        'the hash stands before the colon and the user behind it',
        'write it as user:hash',
        0,
        end,
        this.#servers,
      );
      return;
    }
    const sound = this.#field(kind, secret, user, start, end);
    this.#twins.noteText(this.#text, user, sound ? secret : null, this.#line);
  }

  #user(user: string, secret: string): void {
    if (user === '')
      this.#add('empty-user', 'this entry has no user name', 'write the name before the colon', 0, 1, this.#servers);
    if (user.length > longestUser)
      this.#add(
        'user-too-long',
        `this user name has ${user.length} bytes, and htpasswd takes no more than ${longestUser}`,
        'choose a shorter name',
        0,
        user.length,
        [],
      );
    if (/[\x80-\xff]/.test(user) && !user.startsWith('\xef\xbb\xbf'))
      this.#add(
        'user-not-ascii',
        `the name ${shownName(user)} has letters that some clients send as latin-1 and others as UTF-8: the bytes must be the same`,
        'choose a name in ASCII',
        0,
        user.length,
        [],
      );
    const nul = this.#text.indexOf('\0');
    if (nul >= 0 && nul <= user.length + 1 + secret.length)
      this.#add(
        'nul',
        `the entry of ${shownName(user.replaceAll('\0', ''))} holds a NUL byte, where the servers stop reading`,
        renew,
        nul,
        nul + 1,
        this.#servers,
      );
  }

  /** Blanks that became part of a name or hash. */
  #blanks(user: string, field: string, third: string | null): void {
    const start = user.length + 1;
    const behind = /[ \t]$/.test(user);
    const before = /^[ \t]/.test(field);
    const leading = /^[ \t]/.test(user);
    const trailing = third === null && /[ \t]$/.test(field);
    if (behind || before) {
      this.#add(
        'blank-in-line',
        `a blank ${behind ? 'before' : 'after'} the colon became part of the ${behind ? 'user name' : 'hash'}`,
        'remove the blank',
        behind ? start - 2 : start,
        behind ? start - 1 : start + 1,
        this.#servers,
      );
      return;
    }
    if (!leading && !trailing) return;
    // httpd trims the line as a whole, nginx trims nothing
    const at = leading ? 0 : start + field.trimEnd().length;
    this.#add(
      'blank-in-line',
      `a blank at the ${leading ? 'beginning' : 'end'} of the line: httpd leaves it out, for nginx it is part of the ${leading ? 'user name' : 'hash'}`,
      'remove the blank',
      at,
      leading ? 1 : start + field.length,
      this.#servers.filter((server) => server === 'nginx'),
    );
  }

  /** What is wrong with the hash; whether it is one at all, and whole. */
  #field(kind: HashKind, secret: string, user: string, start: number, end: number): boolean {
    const all = this.#servers;
    const whoever = `of ${shownName(user)}`;
    const say = (problem: Pick<PasswordProblem, 'code' | 'message' | 'help'>, fatal: readonly Server[]): void =>
      this.#add(problem.code, problem.message, problem.help, start, Math.max(end, start + 1), fatal);
    if (kind === 'text' && comparesPlainText(this.#platform)) {
      const message = 'this entry is the password itself: who reads the file knows it';
      say({ code: 'weak-plain', message, help: renew }, []);
      return true;
    }
    const odd = oddField(kind, secret);
    if (odd !== null) {
      // the name is not shown with a plain text: it may be the password, where the fields are swapped
      const entry = kind === 'text' ? 'this entry' : `the entry ${whoever}`;
      say({ code: odd.code, message: `${entry} ${odd.what}`, help: odd.help }, all);
      return false;
    }
    if (kind === 'templated') return false;
    const fault = faultOf(kind, secret);
    if (fault !== null) {
      this.#cut(secret);
      say({ code: 'malformed-hash', message: `the hash ${whoever} is damaged: ${fault}`, help: renew }, all);
      return false;
    }
    const without = all.filter((server) => !canCheck(kind, secret, server, this.#platform));
    if (without.length > 0) {
      say(this.#refused(kind, whoever, without), without);
      return true;
    }
    const weakness = weaknessOf(kind, secret);
    if (weakness) say({ code: weakness.code, message: `the hash ${whoever} is ${weakness.what}`, help: renew }, []);
    if (all.some((server) => unportable(kind, secret, server)))
      say(
        {
          code: 'unportable-hash',
          message: `the hash ${whoever} is of a kind (${kind}) that not every system checks: an image of Alpine (musl) or FreeBSD refuses it`,
          help: renew,
        },
        [],
      );
    return true;
  }

  #refused(
    kind: HashKind,
    whoever: string,
    without: readonly Server[],
  ): Pick<PasswordProblem, 'code' | 'message' | 'help'> {
    if (kind === 'ssha' || kind === 'plain')
      return {
        code: 'nginx-only-hash',
        message: `the entry ${whoever} is {${kind.toUpperCase()}}, which nginx knows and httpd does not`,
        help: renew,
      };
    return {
      code: 'unsupported-here',
      message: `the entry ${whoever} is of a kind (${kind}) that ${without.join(' and ')} cannot check on ${this.#platform}`,
      help: `${renew}, or with htpasswd -m where bcrypt is not known either`,
    };
  }
}
