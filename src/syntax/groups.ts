import { type Absence, absent, type FileHost } from '../host/host.ts';
import { wordsOf } from './apache-words.ts';
import { apacheLine, getWord } from './passwords-apache.ts';
import { LineCursor } from './passwords-cursor.ts';

/** VARBUF_MAX_LEN of mod_authz_groupfile.c: a longer line ends the reading. */
export const groupLineLimit = 16 * 1024 * 1024;

/** A group file as mod_authz_groupfile reads it: names compared without letter case, users with. */
export class GroupFile {
  readonly path: string;
  readonly #names: readonly string[];
  readonly #members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #lines = new Map<string, number>();

  constructor(path: string, lines: Iterable<readonly [name: string, members: readonly string[], line: number]>) {
    const names: string[] = [];
    const all = new Map<string, Set<string>>();
    for (const [name, members, line] of lines) {
      const key = name.toLowerCase();
      let set = all.get(key);
      if (set === undefined) {
        names.push(name);
        this.#lines.set(key, line);
        set = new Set();
        all.set(key, set);
      }
      // a group may stand on several lines: the module enters the user for each line that names them
      for (const member of members) set.add(member);
    }
    this.path = path;
    this.#names = names;
    this.#members = all;
  }

  /** Whether a user is in a group. */
  has(group: string, user: string): boolean {
    return this.#members.get(group.toLowerCase())?.has(user) ?? false;
  }

  /** The groups that a user is in, in lower case. */
  groupsOf(user: string): ReadonlySet<string> {
    const groups = new Set<string>();
    for (const [group, members] of this.#members) if (members.has(user)) groups.add(group);
    return groups;
  }

  /** Names of the groups as first written. */
  groups(): string[] {
    return [...this.#names];
  }

  /** The first line (from 1) of a group; null: there is none. */
  lineOf(group: string): number | null {
    return this.#lines.get(group.toLowerCase()) ?? null;
  }

  members(group: string): string[] {
    return [...(this.#members.get(group.toLowerCase()) ?? [])];
  }
}

/** Reads a group file (groups_for_user of mod_authz_groupfile.c). */
export function openGroupFile(host: FileHost, path: string): GroupFile | Absence {
  const cursor = LineCursor.open(host, path);
  if (absent(cursor)) return cursor;
  try {
    return new GroupFile(path, groupLines(cursor));
  } finally {
    cursor.close();
  }
}

function* groupLines(cursor: LineCursor): Generator<readonly [string, readonly string[], number]> {
  for (let line = apacheLine(cursor, groupLineLimit); line !== null; line = apacheLine(cursor, groupLineLimit)) {
    const { text } = line;
    if (text === '' || text.charCodeAt(0) === 35) continue;
    const { name, members } = groupOf(text);
    yield [name, members, line.pieces[0].line];
  }
}

/** A line of a group file, comments and blank lines apart. */
export function groupOf(text: string): { readonly name: string; readonly members: readonly string[] } {
  const [written, rest] = getWord(text, 0, ':');
  return { name: written.replace(/[ \t-\r]+$/, ''), members: wordsOf(text.slice(rest)) };
}
