import { type Absence, absent, type FileHost, linesOf } from '../host/host.ts';
import { decode } from '../text/bytes.ts';
import { LineCursor } from './passwords-cursor.ts';
import { PasswordEntry } from './passwords-entry.ts';
import { type Dialect, nextEntry, type RawEntry, swallowed } from './passwords-lines.ts';
import { sealedHead, sealOf } from './passwords-sealed.ts';

export { PasswordEntry } from './passwords-entry.ts';
export type { Dialect } from './passwords-lines.ts';

/** Files up to this many bytes are indexed by user; larger ones are read from the top for each user asked for. */
const indexLimit = 32 * 1024 * 1024;
/** Answers for single users that are remembered for a file too large for an index. */
const memoLimit = 1024;

/** A password file as one server's own reader sees it. */
export class PasswordFile {
  readonly path: string;
  readonly #host: FileHost;
  readonly #dialect: Dialect;
  readonly #indexed: boolean;
  #index: Map<string, RawEntry> | null = null;
  readonly #entries = new Map<string, PasswordEntry | null>();
  #first: { readonly limit: number; readonly users: readonly string[] } | null = null;

  constructor(host: FileHost, path: string, dialect: Dialect, size: number) {
    this.#host = host;
    this.path = path;
    this.#dialect = dialect;
    this.#indexed = size <= indexLimit;
  }

  /** The entry at which the server ends its search for a user (bytes), or null where it finds none. */
  find(user: string): PasswordEntry | null {
    const known = this.#entries.get(user);
    if (known !== undefined) return known;
    const raw = this.#look(user);
    const entry = raw === null ? null : this.#entry(raw);
    if (this.#entries.size >= memoLimit && !this.#indexed) this.#entries.clear();
    if (entry !== null || !this.#indexed) this.#entries.set(user, entry);
    return entry;
  }

  /** Names of the first `limit` users that a login can find, in the order of the file. */
  users(limit: number): readonly string[] {
    if (this.#first?.limit === limit) return this.#first.users;
    const names = new Set<string>();
    for (const raw of this.#raw()) {
      if (names.size >= limit) break;
      if (raw.colon && this.#seen(raw.user, raw)) names.add(raw.user);
    }
    this.#first = { limit, users: [...names] };
    return this.#first.users;
  }

  #look(user: string): RawEntry | null {
    if (user.includes(':')) return null;
    // nginx compares byte by byte, so that such a name would run on over the end of a line: no client sends one
    if (user.includes('\n') || user.includes('\0')) return null;
    if (this.#indexed) {
      this.#index ??= this.#makeIndex();
      const first = this.#index.get(user);
      if (first === undefined || this.#seen(user, first)) return first ?? null;
    }
    for (const raw of this.#raw()) if (raw.user === user && this.#seen(user, raw)) return raw;
    return null;
  }

  #seen(user: string, { above }: RawEntry): boolean {
    return above.length === 0 || !swallowed(user, above);
  }

  #makeIndex(): Map<string, RawEntry> {
    const index = new Map<string, RawEntry>();
    for (const raw of this.#raw()) if (!index.has(raw.user)) index.set(raw.user, raw);
    return index;
  }

  *#raw(): Generator<RawEntry> {
    const cursor = LineCursor.open(this.#host, this.path);
    if (absent(cursor)) return;
    try {
      for (let raw = nextEntry(cursor, this.#dialect); raw !== null; raw = nextEntry(cursor, this.#dialect)) yield raw;
    } finally {
      cursor.close();
    }
  }

  #entry({ user, secret, line, column, length }: RawEntry): PasswordEntry {
    const width = decode(user).length + Math.max(0, length - user.length);
    const where = linesOf(this.#host, this.path)(line, column + 1, column + 1 + width);
    return new PasswordEntry(user, secret, where);
  }
}

/**
 * Opens a password file as `dialect` reads it; of its users nothing is read until one is asked for. What is encrypted or
 * made by a template is `invisible`: nobody knows what the server will see.
 */
export function openPasswordFile(host: FileHost, path: string, dialect: Dialect): PasswordFile | Absence {
  const reader = host.open(path);
  if (absent(reader)) return reader;
  const head = Buffer.alloc(Math.min(sealedHead, reader.size));
  let length = 0;
  try {
    length = reader.read(head);
  } finally {
    reader.close();
  }
  if (sealOf(head.toString('latin1', 0, length)) !== null) return 'invisible';
  return new PasswordFile(host, path, dialect, reader.size);
}
