import { type Absence, absent, type FileHost, linesOf } from '../host/host.ts';
import type { FileLine } from '../text/source.ts';
import { apacheLine, getWord, stretchOf } from './passwords-apache.ts';
import { LineCursor } from './passwords-cursor.ts';

/** One line of a digest file (`user:realm:hash`). The hash is kept private: no form of printing shows it. */
export class DigestEntry {
  readonly user: string;
  readonly realm: string;
  readonly where: FileLine;
  readonly #secret: string;

  constructor(user: string, realm: string, secret: string, where: FileLine) {
    this.user = user;
    this.realm = realm;
    this.where = where;
    this.#secret = secret;
  }

  /**
   * Whether some password can match: the server puts the field as it stands into its own sum, so that one in capitals
   * or of another length never does.
   */
  get sound(): boolean {
    return /^[0-9a-f]{32}$/.test(this.#secret);
  }

  /** Whether the field is just this text: MD5 of `user:realm:password` in lower-case hexadecimal. */
  matches(hash: string): boolean {
    return this.sound && hash === this.#secret;
  }

  toString(): string {
    return '[digest entry]';
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** A digest file as mod_authn_file reads it: the first line with the user and the realm counts. */
export class DigestFile {
  readonly path: string;
  #realms: readonly string[] | null = null;
  readonly #entries = new Map<string, DigestEntry>();

  constructor(path: string, entries: Iterable<DigestEntry>) {
    this.path = path;
    for (const entry of entries) {
      const key = `${entry.user}:${entry.realm}`;
      if (!this.#entries.has(key)) this.#entries.set(key, entry);
    }
  }

  find(user: string, realm: string): DigestEntry | null {
    // neither word of a line can hold a colon
    if (user.includes(':') || realm.includes(':')) return null;
    return this.#entries.get(`${user}:${realm}`) ?? null;
  }

  /** Whether any line has what a digest is checked with: three fields, the last of them a sum. */
  get usable(): boolean {
    for (const { sound } of this.#entries.values()) if (sound) return true;
    return false;
  }

  /** Names of the first `limit` users of a realm, in the order of the file. */
  users(realm: string, limit: number): string[] {
    const names: string[] = [];
    for (const entry of this.#entries.values()) {
      if (names.length >= limit) break;
      if (entry.realm === realm) names.push(entry.user);
    }
    return names;
  }

  /** The realms that the file has users for, in the order of the file. */
  realms(): readonly string[] {
    this.#realms ??= [...new Set(Array.from(this.#entries.values(), ({ realm }) => realm))];
    return this.#realms;
  }
}

/** Reads a digest file (get_realm_hash of mod_authn_file.c). */
export function openDigestFile(host: FileHost, path: string): DigestFile | Absence {
  const cursor = LineCursor.open(host, path);
  if (absent(cursor)) return cursor;
  try {
    return new DigestFile(path, digestLines(cursor, linesOf(host, path)));
  } finally {
    cursor.close();
  }
}

function* digestLines(cursor: LineCursor, place: ReturnType<typeof linesOf>): Generator<DigestEntry> {
  for (let read = apacheLine(cursor); read !== null; read = apacheLine(cursor)) {
    const { text } = read;
    if (text === '' || text.charCodeAt(0) === 35) continue;
    const [user, second] = getWord(text, 0, ':');
    const [realm, third] = getWord(text, second, ':');
    // a line without a realm of its own is passed over
    if (realm === '') continue;
    const [secret] = getWord(text, third, ':');
    const { line, column, length } = stretchOf(read, 0, text.length);
    yield new DigestEntry(user, realm, secret, place(line, column + 1, column + 1 + length));
  }
}
