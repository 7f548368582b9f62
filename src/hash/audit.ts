import { canCheck, comparesPlainText, hashSupport } from '../catalog/hashes.ts';
import type { Platform } from '../catalog/platforms.ts';
import { type Absence, absent, type FileHost, type FileReader } from '../host/host.ts';
import type { HashKind } from '../syntax/passwords-kind.ts';
import { sealedHead, sealOf } from '../syntax/passwords-sealed.ts';
import { CarefulReader } from './careful.ts';
import { unreadableStart } from './encoding.ts';
import { Lines, textAt } from './lines.ts';
import { type FileAudit, Notes, type ProblemCode, type Server } from './problems.ts';
import { type Looked, looks, quickLook, Tally } from './quick-look.ts';
import { humanLines, Twins } from './twins.ts';

/** What a password file holds, read once as a stream. */
export interface PasswordAudit extends FileAudit {
  /** Lines that are entries, duplicates included. */
  readonly users: number;
  readonly kinds: ReadonlyMap<HashKind, number>;
  /** Why nothing can be said of it (encrypted, a template); null where it is as it seems. */
  readonly seal: string | null;
  /** Comment lines that speak to authlint. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

interface AuditOptions {
  /** The servers that read the file. */
  readonly servers: readonly Server[];
  readonly platform: Platform;
}

/** Bytes of a usual line, from which the number of users is guessed: a name and a hash of any kind but the longest. */
const usualLine = 70;

/** Audits a password file of any size in one pass, or two where users stand there twice; memory grows with the users only. */
export function auditPasswords(host: FileHost, path: string, options: AuditOptions): PasswordAudit | Absence {
  const reader = host.open(path);
  if (absent(reader)) return reader;
  const audit = new Audit(new Notes(host.display(path), host.inset(path)), options, reader.size);
  try {
    audit.read(reader);
  } finally {
    reader.close();
  }
  if (audit.twins.unsettled) {
    const again = host.open(path);
    if (!absent(again)) {
      try {
        audit.twins.findFirsts(again);
      } finally {
        again.close();
      }
    }
  }
  return audit.result(path);
}

/** What the careful reader says of a line that gets this look. */
export function saidOf(
  { kind, prefix, problem }: Looked,
  servers: readonly Server[],
  platform: Platform,
): ProblemCode | null {
  if (problem === 'plain-text') return comparesPlainText(platform) ? 'weak-plain' : problem;
  if (problem === 'malformed-hash') return problem;
  return servers.every((server) => canCheck(kind, prefix, server, platform)) ? problem : 'unsupported-here';
}

class Audit {
  readonly #notes: Notes;
  readonly twins: Twins;
  readonly #careful: CarefulReader;
  readonly #servers: readonly Server[];
  /** What each quick look would say. */
  readonly #says: (ProblemCode | null)[];
  readonly #tally = new Tally();
  #line = 0;
  #seal: string | null = null;

  constructor(notes: Notes, { servers, platform }: AuditOptions, size: number) {
    this.#notes = notes;
    this.twins = new Twins(this.#notes, size / usualLine);
    this.#careful = new CarefulReader(this.#notes, this.twins, servers, platform);
    this.#servers = servers;
    this.#says = looks.map((look) => saidOf(look, servers, platform));
  }

  /** Reads the file in pieces: a quick look at each line, and the careful reader where that is not enough. */
  read(reader: FileReader): void {
    const lines = new Lines(reader);
    if (lines.refill() && this.#sealed(lines)) return;
    this.#settle();
    while (lines.ready || lines.refill()) {
      this.#readFirst(lines);
      this.#readRest(lines);
      this.twins.settle();
    }
    this.#end(lines);
  }

  /** Reads each of the first lines as text, since names and hashes are compared; with care where a look does not tell all. */
  #readFirst(lines: Lines): void {
    const { look } = quickLook();
    while (lines.ready && this.#line < humanLines) {
      const seen = look(lines.at);
      const says = this.#says[seen]!;
      const told = this.#tally.settled[seen] === 1 && says !== 'malformed-hash' && says !== 'plain-text';
      if (told) this.#careful.pass(lines.next(), ++this.#line, looks[seen]!.kind, says);
      else this.#readCarefully(lines);
    }
  }

  #readRest(lines: Lines): void {
    const { skim } = quickLook();
    while (lines.ready) {
      this.#line += skim(lines, this.#line + 1, this.#tally, this.twins.table);
      if (lines.ready) this.#readCarefully(lines);
    }
  }

  #readCarefully(lines: Lines): void {
    this.#careful.read(lines.next(), ++this.#line);
    this.#settle();
  }

  /** Whether nothing of the file can be read; marks at its start are noted. */
  #sealed(lines: Lines): boolean {
    const head = textAt(0, Math.min(lines.end, sealedHead));
    this.#seal = sealOf(head);
    return this.#seal !== null || unreadableStart(this.#notes, head, this.#servers);
  }

  #settle(): void {
    const { settled } = this.#tally;
    for (const [look, says] of this.#says.entries())
      if (look > 0 && (says === null || this.#notes.full(says))) settled[look] = 1;
  }

  #end(lines: Lines): void {
    const line = Math.max(1, this.#line);
    const spot = { line, text: '', start: 0, end: 0 };
    const users = this.#careful.users + this.#tally.counts.reduce((sum, count) => sum + count, 0);
    if (users === 0 && this.#notes.totals.size === 0)
      this.#notes.add(spot, {
        code: 'empty-file',
        message: 'the password file has no user',
        help: 'add one: htpasswd -B FILE USER',
        fatal: this.#servers,
      });
    else if (users > 0 && lines.unfinished)
      this.#notes.add(spot, {
        code: 'no-final-newline',
        message: 'the last line has no newline: a user who is appended with >> lands in the same line',
        help: 'end the file with a newline',
        fatal: [],
      });
  }

  /** Where hashes of several kinds stand side by side. */
  #mixed(kinds: ReadonlyMap<HashKind, number>): void {
    const hashes = [...kinds].filter(([kind]) => hashSupport[kind].crypt.length + hashSupport[kind].own.length > 0);
    if (hashes.length < 2) return;
    const counts = hashes.map(([kind, count]) => `${kind} (${count})`).join(', ');
    this.#notes.add(
      { line: 1, text: '', start: 0, end: 0 },
      {
        code: 'mixed-kinds',
        message: `the file has hashes of ${hashes.length} kinds: ${counts}`,
        help: 'renew the older entries with htpasswd -B',
        fatal: [],
      },
    );
  }

  result(path: string): PasswordAudit {
    const kinds = new Map(this.#careful.kinds);
    for (const [look, count] of this.#tally.counts.entries()) {
      if (count === 0) continue;
      const { kind } = looks[look]!;
      kinds.set(kind, (kinds.get(kind) ?? 0) + count);
      const says = this.#says[look];
      if (says) this.#notes.count(says, count);
    }
    this.#mixed(kinds);
    const users = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    return {
      path,
      display: this.#notes.display,
      inset: this.#notes.inset,
      servers: this.#servers,
      users,
      kinds,
      seal: this.#seal,
      comments: this.#careful.comments,
      problems: this.#notes.result(),
      totals: this.#notes.totals,
    };
  }
}
