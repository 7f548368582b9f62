import { canCheck } from '../catalog/hashes.ts';
import type { Platform } from '../catalog/platforms.ts';
import { type Absence, absent, type FileHost, type FileReader } from '../host/host.ts';
import { type HashKind, kindOf } from '../syntax/passwords-kind.ts';
import { decode } from '../text/bytes.ts';
import { printable } from '../text/printable.ts';
import type { FileLine } from '../text/source.ts';
import { Lines } from './lines.ts';
import { looks, QuickLook } from './quick-look.ts';
import { faultOf } from './shape.ts';
import { firstHigh, firstLow, nextHigh, nextLow, UserTable } from './user-table.ts';

export type ProblemCode =
  | 'empty-file'
  | 'utf16'
  | 'bom'
  | 'nul'
  | 'no-colon'
  | 'empty-user'
  | 'empty-hash'
  | 'blank-in-line'
  | 'quotes'
  | 'carriage-return'
  | 'pasted-web-text'
  | 'wrapped-line'
  | 'user-too-long'
  | 'duplicate-user'
  | 'plain-text'
  | 'hex-digest'
  | 'argon2'
  | 'unknown-scheme'
  | 'framework-hash'
  | 'doubled-dollar'
  | 'eaten-dollar'
  | 'htdigest-line'
  | 'malformed-hash'
  | 'weak-des'
  | 'weak-sha1'
  | 'weak-md5crypt'
  | 'apr1'
  | 'bcrypt-cost-high'
  | 'bcrypt-cost-low'
  | 'unsupported-here';

type Server = 'apache' | 'nginx';

/** One thing wrong with a password file. No text of a hash or password is in it. */
export interface PasswordProblem {
  readonly code: ProblemCode;
  /** What is wrong and where, in words. */
  readonly message: string;
  readonly help: string;
  readonly where: FileLine;
  /** The line that it goes with: the first entry of a user who stands there twice. */
  readonly related?: FileLine;
  /** Servers on which the entry (or, for the file, everybody) can never log in. */
  readonly fatal: readonly Server[];
}

/** What a password file holds, read once as a stream. */
export interface PasswordAudit {
  readonly path: string;
  /** Path as shown to people. */
  readonly display: string;
  /** Lines that are entries, duplicates included. */
  readonly users: number;
  /** First entries of a user that a server can check. */
  readonly sound: Readonly<Record<Server, number>>;
  readonly kinds: ReadonlyMap<HashKind, number>;
  /** At most `problemsKept` of each code, in the order of the file. */
  readonly problems: readonly PasswordProblem[];
  readonly totals: ReadonlyMap<ProblemCode, number>;
  /** Comment lines that speak to authlint. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

export interface AuditOptions {
  /** The servers that read the file. */
  readonly servers: readonly Server[];
  readonly platform: Platform;
}

const problemsKept = 100;
const pieceLimit = 1 << 16;
/** Bytes of a usual line, from which the number of users is guessed: a name and a hash of any kind but the longest. */
const usualLine = 70;
const renew = 'write the entry anew with htpasswd -B';

/** Audits a password file of any size in one pass, or two where users stand there twice; memory grows with the users only. */
export function auditPasswords(host: FileHost, path: string, options: AuditOptions): PasswordAudit | Absence {
  const reader = host.open(path);
  if (absent(reader)) return reader;
  const audit = new Audit(host.display(path), path, options, reader.size);
  try {
    audit.read(reader);
  } finally {
    reader.close();
  }
  if (audit.hasTwins) {
    const again = host.open(path);
    if (!absent(again)) {
      try {
        audit.findFirsts(again);
      } finally {
        again.close();
      }
    }
  }
  return audit.result();
}

/** A user met twice, whose first line is still to be found. */
interface Twin {
  readonly problem: PasswordProblem;
  readonly user: string;
  readonly line: number;
}

class Audit {
  readonly #display: string;
  readonly #path: string;
  readonly #servers: readonly Server[];
  readonly #platform: Platform;
  readonly #problems: PasswordProblem[] = [];
  readonly #totals = new Map<ProblemCode, number>();
  readonly #kinds = new Map<HashKind, number>();
  readonly #seen: UserTable;
  readonly #sound: Record<Server, number> = { apache: 0, nginx: 0 };
  readonly #twins: Twin[] = [];
  readonly #comments: { line: number; text: string }[] = [];
  /** How often each quick look was enough, by its number. */
  readonly #looked = new Uint32Array(looks.length);
  /** Whether a look is worth nothing but a count: it finds nothing wrong, or nothing that is still told. */
  readonly #settled: boolean[];
  #users = 0;
  #line = 0;
  #text = '';
  /** The entry above was cut short, so that a line without a colon may be the rest of it. */
  #cut = false;

  constructor(display: string, path: string, { servers, platform }: AuditOptions, size: number) {
    this.#display = display;
    this.#path = path;
    this.#servers = servers;
    this.#platform = platform;
    this.#seen = new UserTable(size / usualLine);
    this.#settled = looks.map(({ problem }) => problem === null);
    // what a server cannot check is told for each entry
    for (const [look, { kind }] of looks.entries())
      if (!servers.every((server) => canCheck(kind, '$2y$', server, platform))) this.#settled[look] = false;
  }

  /** Reads the file in pieces: a quick look at each line, and the careful reader where that is not enough. */
  read(reader: FileReader): void {
    const lines = new Lines(reader);
    const quick = new QuickLook();
    while (lines.more()) {
      this.#line++;
      const look = this.#line === 1 ? 0 : quick.look(lines.bytes, lines.at, lines.end);
      if (look !== 0 && this.#settled[look]) {
        this.#count(look, quick, lines);
        continue;
      }
      const line = lines.next(pieceLimit);
      if (this.#line === 1 && this.#encoding(line)) break;
      this.#take(line);
    }
    if (this.#users === 0 && this.#totals.size === 0) {
      this.#line = Math.max(1, this.#line);
      this.#report(
        'empty-file',
        'the password file has no user',
        'add one: htpasswd -B FILE USER',
        0,
        0,
        this.#servers,
      );
    }
  }

  /** An entry of which nothing is told any more. */
  #count(look: number, { high, low, colon, next }: QuickLook, lines: Lines): void {
    this.#users++;
    this.#looked[look]!++;
    this.#cut = looks[look]!.problem === 'malformed-hash';
    if (this.#seen.seen(high, low)) this.#twin(() => lines.text(lines.at, colon));
    else if (!this.#cut) for (const server of this.#servers) this.#sound[server]++;
    lines.at = next;
  }

  get hasTwins(): boolean {
    return this.#twins.length > 0;
  }

  /** Finds the lines on which the users that stand there twice came first. */
  findFirsts(reader: FileReader): void {
    const wanted = new Map<string, number>();
    const open = new Set(this.#twins.map(({ user }) => user));
    const lines = new Lines(reader);
    for (let line = 1; open.size > 0 && lines.more(); line++) {
      const text = lines.next(pieceLimit);
      const colon = text.indexOf(':');
      const user = colon < 0 ? text : text.slice(0, colon);
      if (!open.delete(user)) continue;
      wanted.set(user, line);
    }
    for (const { problem, user, line } of this.#twins) {
      const first = wanted.get(user) ?? line;
      const at = this.#problems.indexOf(problem);
      if (first < line) {
        const message = `${printable(user, 60)} stands in line ${first} already: only the first entry counts, this one is dead`;
        const related = { file: this.#display, line: first, column: 1, endColumn: 1 };
        this.#problems[at] = { ...problem, message, related };
        continue;
      }
      // two names that look alike to the table
      this.#problems.splice(at, 1);
      this.#totals.set('duplicate-user', this.#totals.get('duplicate-user')! - 1);
    }
  }

  result(): PasswordAudit {
    for (const [look, count] of this.#looked.entries()) {
      if (count === 0) continue;
      const { kind, problem } = looks[look]!;
      this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + count);
      if (problem) this.#totals.set(problem, (this.#totals.get(problem) ?? 0) + count);
    }
    return {
      path: this.#path,
      display: this.#display,
      users: this.#users,
      sound: this.#sound,
      kinds: this.#kinds,
      problems: this.#problems,
      totals: this.#totals,
      comments: this.#comments,
    };
  }

  #report(
    code: ProblemCode,
    message: string,
    help: string,
    start: number,
    end: number,
    fatal: readonly Server[],
  ): void {
    const total = (this.#totals.get(code) ?? 0) + 1;
    this.#totals.set(code, total);
    if (total === problemsKept) this.#settle(code);
    if (total > problemsKept) return;
    const column = (offset: number): number => decode(this.#text.slice(0, offset)).length + 1;
    const where = {
      file: this.#display,
      line: this.#line,
      column: column(start),
      endColumn: column(Math.max(end, start)),
    };
    this.#problems.push({ code, message, help, where, fatal });
  }

  /** Enough was told of one problem: where a server can check the kind, a quick look is enough from now on. */
  #settle(code: ProblemCode): void {
    for (const [look, { kind, problem }] of looks.entries()) {
      const checked = this.#servers.every((server) => canCheck(kind, '$2y$', server, this.#platform));
      if (problem === code && checked) this.#settled[look] = true;
    }
  }

  /** Marks at the start of the file; true where nothing of it can be read. */
  #encoding(first: string): boolean {
    const help = 'save it as UTF-8 without a byte order mark';
    const nuls = first.slice(0, 64).split('\0').length - 1;
    if (/^(?:\xff\xfe|\xfe\xff)/.test(first) || nuls > 8) {
      this.#report('utf16', 'the file is UTF-16, in which neither server finds a user', help, 0, 0, this.#servers);
      return true;
    }
    if (first.startsWith('\xef\xbb\xbf')) {
      this.#report(
        'bom',
        'a byte order mark sticks to the first user name, which then never matches',
        help,
        0,
        3,
        this.#servers,
      );
    }
    return false;
  }

  #take(raw: string): void {
    let text = raw;
    if (text.charCodeAt(text.length - 1) === 13) {
      text = text.slice(0, -1);
      if (!this.#totals.has('carriage-return')) {
        this.#text = text;
        this.#report(
          'carriage-return',
          'lines end in CR LF, which both servers take',
          'save it with LF line ends',
          text.length,
          text.length,
          [],
        );
      }
    }
    this.#text = text;
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.charCodeAt(0) === 35) {
      if (trimmed.includes('authlint-')) this.#comments.push({ line: this.#line, text });
      return;
    }
    const cut = this.#cut;
    this.#cut = false;
    if (/^(?:(?:Enter|Exit) fullscreen mode\s*)+$/.test(trimmed)) {
      this.#report(
        'pasted-web-text',
        'this line is text of a web page, not an entry',
        'remove the line',
        0,
        text.length,
        [],
      );
      return;
    }
    const colon = text.indexOf(':');
    if (colon < 0) {
      if (/\{\{|\{%|<%|\$\{|^\$ANSIBLE_VAULT|^[0-9a-f]{60,}$/.test(text)) return;
      const [code, message] = cut
        ? (['wrapped-line', 'the hash of the line above was wrapped on to this one'] as const)
        : (['no-colon', 'this line has no colon, so that it is no entry'] as const);
      this.#report(code, message, 'write it as one line user:hash', 0, text.length, this.#servers);
      return;
    }
    this.#users++;
    const second = text.indexOf(':', colon + 1);
    const end = second < 0 ? text.length : second;
    this.#entry(text.slice(0, colon), text.slice(colon + 1, end), colon, second < 0 ? null : text.slice(second + 1));
  }

  #entry(user: string, field: string, colon: number, third: string | null): void {
    const start = colon + 1;
    const end = start + field.length;
    const whoever = `of ${printable(user.trim(), 60) || 'nobody'}`;
    const blanks = this.#blanks(user, field, third, start);
    const secret = field.trim();
    const kind = kindOf(secret);
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    const first = this.#first(user);
    if (user === '')
      this.#report('empty-user', 'this entry has no user name', 'write the name before the colon', 0, 1, this.#servers);
    if (user.length > 255)
      this.#report(
        'user-too-long',
        'this user name is longer than any that htpasswd writes',
        'choose a shorter name',
        0,
        user.length,
        [],
      );
    if (secret.includes('\0') || user.includes('\0'))
      this.#report(
        'nul',
        `the entry ${whoever} holds a NUL byte, where the servers stop reading`,
        renew,
        start,
        end,
        this.#servers,
      );
    if (/^['"]/.test(user) || /['"]$/.test(secret)) {
      this.#report(
        'quotes',
        `quotes became part of the entry ${whoever}`,
        'write it without quotes',
        0,
        end,
        this.#servers,
      );
      return;
    }
    if (third !== null && /^[0-9a-fA-F]{32}\s*$/.test(third) && !secret.startsWith('$')) {
      this.#report(
        'htdigest-line',
        `the entry ${whoever} is one of htdigest (user:realm:hash), not of htpasswd`,
        'make it with htpasswd, or use AuthType Digest',
        0,
        end,
        this.#servers,
      );
      return;
    }
    const refused = this.#kind(kind, secret, whoever, start, end);
    if (!first) return;
    for (const server of this.#servers) {
      if (!refused.includes(server) && !blanks.includes(server)) this.#sound[server]++;
    }
  }

  /** Blanks that became part of a name or hash; the servers for which they are fatal. */
  #blanks(user: string, field: string, third: string | null, start: number): readonly Server[] {
    const inside = /[ \t]$/.test(user) || /^[ \t]/.test(field);
    const outside = /^[ \t]/.test(user) || (third === null && /[ \t]$/.test(field));
    if (!inside && !outside) return [];
    // httpd trims the line as a whole, nginx trims nothing
    const fatal = inside ? this.#servers : this.#servers.filter((server) => server === 'nginx');
    const where = inside ? 'beside the colon' : 'at the beginning or end of the line';
    this.#report(
      'blank-in-line',
      `a blank ${where} became part of the entry`,
      'remove the blank',
      start - 1,
      start,
      fatal,
    );
    return fatal;
  }

  /** Whether the user stands here for the first time. */
  #first(user: string): boolean {
    let high = firstHigh;
    let low = firstLow;
    for (let at = 0; at < user.length; at++) {
      const code = user.charCodeAt(at);
      high = nextHigh(high, code);
      low = nextLow(low, code);
    }
    if (!this.#seen.seen(high, low)) return true;
    this.#twin(() => user);
    return false;
  }

  /** Notes a user who stood here before; where, a second look at the file tells. */
  #twin(user: () => string): void {
    const kept = this.#problems.length;
    const name = (this.#totals.get('duplicate-user') ?? 0) < problemsKept ? user() : '';
    this.#text = name;
    this.#report('duplicate-user', '', 'remove the entry that is not meant', 0, name.length, []);
    const problem = this.#problems[kept];
    if (problem) this.#twins.push({ problem, user: name, line: this.#line });
  }

  /** What is wrong with the hash; the servers that can never accept it. */
  #kind(kind: HashKind, secret: string, whoever: string, start: number, end: number): readonly Server[] {
    const all = this.#servers;
    const say = (code: ProblemCode, message: string, fatal: readonly Server[], help = renew): readonly Server[] => {
      this.#report(code, message, help, start, end, fatal);
      return fatal;
    };
    switch (kind) {
      case 'templated':
        return [];
      case 'empty':
        return say('empty-hash', `the entry ${whoever} has no hash`, all);
      case 'text':
        return say('plain-text', `the entry ${whoever} is no hash: a password in plain text never matches`, all);
      case 'hex-digest':
        return say(
          'hex-digest',
          `the entry ${whoever} is a bare digest in hexadecimal, which neither server checks`,
          all,
        );
      case 'argon2':
        return say('argon2', `the entry ${whoever} is Argon2, which neither server checks`, all);
      case 'unknown-scheme':
        return say('unknown-scheme', `the entry ${whoever} has a scheme in braces that neither server checks`, all);
      case 'framework':
        return say(
          'framework-hash',
          `the entry ${whoever} is a hash of a web framework, which neither server checks`,
          all,
        );
      case 'doubled-dollar':
        return say(
          'doubled-dollar',
          `the dollar signs of the hash ${whoever} are doubled, as for a compose file`,
          all,
          'write each dollar sign once',
        );
      case 'eaten-dollar':
        return say(
          'eaten-dollar',
          `a shell took part of the hash ${whoever} for a variable`,
          all,
          'quote the hash when writing it, or use htpasswd -B',
        );
    }
    const fault = faultOf(kind, secret);
    if (fault !== null) {
      this.#cut = true;
      return say('malformed-hash', `the hash ${whoever} is damaged: ${fault}`, all);
    }
    const without = all.filter((server) => !canCheck(kind, secret, server, this.#platform));
    if (without.length > 0)
      say(
        'unsupported-here',
        `the entry ${whoever} is of a kind (${kind}) that ${without.join(' and ')} cannot check on ${this.#platform}`,
        without,
      );
    else this.#weak(kind, secret, whoever, start, end);
    return without;
  }

  #weak(kind: HashKind, secret: string, whoever: string, start: number, end: number): void {
    const say = (code: ProblemCode, what: string): void =>
      this.#report(code, `the hash ${whoever} is ${what}`, renew, start, end, []);
    if (kind === 'des' || kind === 'bigcrypt' || kind === 'bsdi-des')
      say('weak-des', 'DES crypt, which is guessed in no time');
    else if (kind === 'sha1') say('weak-sha1', 'SHA-1 without a salt, which is guessed fast');
    else if (kind === 'md5crypt') say('weak-md5crypt', 'MD5 crypt, which is guessed fast');
    else if (kind === 'apr1') say('apr1', 'Apache MD5, which is guessed faster than bcrypt');
    else if (kind === 'bcrypt') {
      const cost = Number(secret.slice(4, 6));
      if (cost > 14) say('bcrypt-cost-high', `bcrypt of cost ${cost}, which takes seconds for each request`);
      else if (cost < 5) say('bcrypt-cost-low', `bcrypt of cost ${cost}, the weakest there is`);
    }
  }
}
