import type { FileReader } from '../host/host.ts';
import { decode, isAscii } from '../text/bytes.ts';
import { Lines, lineAt } from './lines.ts';
import { shownName, shownOwner } from './names.ts';
import type { Notes } from './problems.ts';
import { hashesOf, UserTable } from './user-table.ts';

/** Names and hashes of so many first lines are also compared as people see them: longer files are written by programs. */
export const humanLines = 5_000;

/** A user met twice, whose first line is still to be found. */
interface Again {
  readonly user: string;
  readonly field: string;
  readonly line: number;
}

/** Finds users who stand in a file twice, names that differ for the server alone, and hashes that users share. */
export class Twins {
  readonly #notes: Notes;
  /** Takes the users of lines that a quick look tells. */
  readonly table: UserTable;
  readonly #again: Again[] = [];
  /** Lines that were read as text and not looked up yet. */
  readonly #texts = new Map<number, string>();
  readonly #folded = new Map<string, { readonly name: string; readonly line: number }>();
  readonly #secrets = new Map<string, { readonly name: string; readonly line: number }>();

  constructor(notes: Notes, expected: number) {
    this.#notes = notes;
    this.table = new UserTable(expected, (line, place) => this.#met(line, place));
  }

  /** A line read carefully. `secret`: its hash where it is one. */
  noteText(text: string, user: string, secret: string | null, line: number): void {
    const [high, low] = hashesOf(user);
    this.#texts.set(line, text);
    this.table.note(high, low, line, 0);
    if (line > humanLines) return;
    this.#compareNames(text, user, line);
    if (secret !== null) this.#compareSecrets(text, user, secret, line);
  }

  /** Looks up what was noted, as long as its places in the buffer hold. */
  settle(): void {
    this.table.settle();
    this.#texts.clear();
  }

  #met(line: number, place: number): void {
    if (!this.#notes.count('duplicate-user')) return;
    const text = this.#texts.get(line) ?? lineAt(place);
    const colon = text.indexOf(':');
    this.#again.push({ user: text.slice(0, colon), field: fieldOf(text, colon), line });
  }

  /** Whether the file must be read again to say where the users came first. */
  get unsettled(): boolean {
    return this.#again.length > 0;
  }

  /** Finds the lines on which the users that stand there twice came first. */
  findFirsts(reader: FileReader): void {
    const firsts = new Map<string, { line: number; field: string }>();
    const open = new Set(this.#again.map(({ user }) => user));
    const lines = new Lines(reader);
    for (let line = 1; open.size > 0 && (lines.ready || lines.refill()); line++) {
      const text = lines.next();
      const colon = text.indexOf(':');
      const user = colon < 0 ? text : text.slice(0, colon);
      if (open.delete(user)) firsts.set(user, { line, field: fieldOf(text, colon) });
    }
    for (const { user, field, line } of this.#again) {
      const first = firsts.get(user);
      // two names that look alike to the table
      if (!first || first.line >= line) {
        this.#notes.count('duplicate-user', -1);
        continue;
      }
      const same = first.field === field;
      if (same) {
        this.#notes.count('duplicate-user', -1);
        this.#notes.count('repeated-user');
      }
      this.#notes.keep(
        { line, text: user, start: 0, end: user.length },
        {
          code: same ? 'repeated-user' : 'duplicate-user',
          message: same
            ? `${shownOwner(user, field)} stands in line ${this.#notes.line(first.line)} already, with the same hash`
            : `${shownOwner(user, field)} stands in line ${this.#notes.line(first.line)} already: only that entry counts, this one (line ${this.#notes.line(line)}) is dead`,
          help: same ? 'remove one of the two' : 'remove the entry that is not meant; the first one wins',
          related: this.#notes.at({ line: first.line, text: user, start: 0, end: user.length }),
          relatedMessage: 'the first entry of this user',
          fatal: [],
        },
      );
    }
  }

  #compareNames(text: string, user: string, line: number): void {
    const composed = isAscii(user) ? user : decode(user).normalize('NFC');
    const folded = composed.toLowerCase();
    const known = this.#folded.get(folded);
    if (!known) {
      this.#folded.set(folded, { name: user, line });
      return;
    }
    if (known.name === user || !this.#notes.count('twin-user')) return;
    const owner = shownOwner(user, fieldOf(text, user.length));
    const letterCase = decode(known.name).normalize('NFC') !== composed;
    this.#notes.keep(
      { line, text, start: 0, end: user.length },
      {
        code: 'twin-user',
        message: letterCase
          ? `${owner} and the user of line ${this.#notes.line(known.line)} differ in letter case alone: the servers take them for two users, and a login needs the right one`
          : `${owner} and the user of line ${this.#notes.line(known.line)} look the same and differ in bytes (composed and decomposed accents): which one a browser sends depends on the keyboard`,
        help: 'keep the one that people type, or give both the same hash',
        related: this.#notes.at({ line: known.line, text: known.name, start: 0, end: known.name.length }),
        relatedMessage: 'the other user',
        fatal: [],
      },
    );
  }

  #compareSecrets(text: string, user: string, secret: string, line: number): void {
    const known = this.#secrets.get(secret);
    if (!known) {
      this.#secrets.set(secret, { name: user, line });
      return;
    }
    if (known.name === user || !this.#notes.count('shared-hash')) return;
    this.#notes.keep(
      { line, text, start: 0, end: user.length },
      {
        code: 'shared-hash',
        message: `${shownName(user)} has the very hash of line ${this.#notes.line(known.line)}: whoever knows the one password knows the other`,
        help: 'set a password for each',
        related: this.#notes.at({ line: known.line, text: known.name, start: 0, end: known.name.length }),
        relatedMessage: 'the same hash',
        fatal: [],
      },
    );
  }
}

function fieldOf(text: string, colon: number): string {
  const second = text.indexOf(':', colon + 1);
  return text.slice(colon + 1, second < 0 ? text.length : second).trim();
}
