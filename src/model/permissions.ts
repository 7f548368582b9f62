import { type Absence, absent, type FileHost, type FileStat, type ListedFolder } from '../host/host.ts';
import { dirname, join } from '../host/paths.ts';
import { once } from '../once.ts';
import { fromBytes } from '../text/bytes.ts';

/** What the worker gets when it looks at a path: `denied` also where a folder above may not be searched. */
export type WorkerView = FileStat | Absence;

const wellKnownUsers: Readonly<Record<string, number>> = {
  root: 0,
  daemon: 1,
  'www-data': 33,
  apache: 48,
  http: 33,
  wwwrun: 30,
  nobody: 65534,
};
const wellKnownGroups: Readonly<Record<string, number>> = {
  ...wellKnownUsers,
  nogroup: 65534,
  www: 8,
};

/** The lines of a file of users or groups by name and by number, the first of each. */
interface AccountTable {
  readonly byName: ReadonlyMap<string, number>;
  readonly byId: ReadonlyMap<number, string>;
  /** Of a file of users: the home folders. */
  readonly homes: ReadonlyMap<string, string>;
  /** Of a file of groups: the groups that list a user. */
  readonly memberships: ReadonlyMap<string, readonly number[]>;
}

/** Users and groups by name and number, from the server's own /etc/passwd and /etc/group. */
export class Accounts {
  readonly #users: () => AccountTable | null;
  readonly #groups: () => AccountTable | null;

  constructor(host: FileHost) {
    this.#users = once(() => readAccounts(host, '/etc/passwd'));
    this.#groups = once(() => readAccounts(host, '/etc/group'));
  }

  userId(name: string): number | null {
    return idOf(name, this.#users, wellKnownUsers);
  }

  groupId(name: string): number | null {
    return idOf(name, this.#groups, wellKnownGroups);
  }

  /** Null where it cannot be seen. */
  userName(id: number): string | null {
    return this.#users()?.byId.get(id) ?? null;
  }

  groupName(id: number): string | null {
    return this.#groups()?.byId.get(id) ?? null;
  }

  /** The home folder of a user; null where it cannot be seen. */
  homeOf(name: string): string | null {
    return this.#users()?.homes.get(name) ?? null;
  }

  /** The users that can be seen, with their home folders. */
  homes(): Iterable<readonly [name: string, home: string]> {
    return this.#users()?.homes ?? [];
  }

  /** Further groups of a user (initgroups). */
  groupsOf(user: string): readonly number[] {
    return this.#groups()?.memberships.get(user) ?? [];
  }
}

/** The number that a `User` or `Group` directive means: `#33`, or a name. */
function idOf(
  name: string,
  table: () => AccountTable | null,
  wellKnown: Readonly<Record<string, number>>,
): number | null {
  if (/^#\d+$/.test(name)) return Number(name.slice(1));
  return table()?.byName.get(name) ?? (Object.hasOwn(wellKnown, name) ? wellKnown[name]! : null);
}

/** Reads passwd(5) or group(5), whose lines both begin with name, password and number; null: it cannot be read. */
function readAccounts(host: FileHost, path: string): AccountTable | null {
  const bytes = host.read(path);
  if (absent(bytes)) return null;
  const byName = new Map<string, number>();
  const byId = new Map<number, string>();
  const homes = new Map<string, string>();
  const memberships = new Map<string, number[]>();
  for (const line of fromBytes(bytes).split('\n')) {
    const [name, , number, members = '', , home] = line.split(':');
    if (!name || number === undefined || !/^\d+$/.test(number)) continue;
    const id = Number(number);
    if (!byName.has(name)) byName.set(name, id);
    if (!byId.has(id)) byId.set(id, name);
    if (home && !homes.has(name)) homes.set(name, home);
    for (const member of members.split(',')) {
      if (member === '') continue;
      const known = memberships.get(member);
      if (known) known.push(id);
      else memberships.set(member, [id]);
    }
  }
  return { byName, byId, homes, memberships };
}

/** A folder that the worker may search, by its path without links. */
interface Folder {
  readonly real: string;
  readonly listed: ListedFolder | null;
}

interface Viewed {
  readonly path: string;
  readonly view: WorkerView;
}

/** How many folders are remembered. */
const folderLimit = 2048;

/** The account that httpd's workers run as, and what it may see. Folders are remembered: they do not change in a run. */
export class Worker {
  readonly #host: FileHost;
  readonly #uid: number | null;
  readonly #gids: ReadonlySet<number>;
  readonly #folders = new Map<string, Folder | Absence>();
  /** What was asked for last, and before: requests for one file, which look at its folder too, follow one another. */
  #last: Viewed = { path: '', view: 'missing' };
  #before: Viewed = this.#last;
  #lastFolder: { readonly path: string; readonly folder: Folder | Absence } | null = null;
  #lastLink: { readonly path: string; readonly target: string | null } = { path: '', target: null };

  constructor(host: FileHost, uid: number | null, gids: readonly number[]) {
    this.#host = host;
    this.#uid = uid;
    this.#gids = new Set(gids);
  }

  /** Follows links; search permission of every folder on the way counts. */
  stat(path: string): WorkerView {
    if (path !== this.#last.path) {
      const viewed = path === this.#before.path ? this.#before : { path, view: this.#look(path) };
      this.#before = this.#last;
      this.#last = viewed;
    }
    return this.#last.view;
  }

  #look(path: string): WorkerView {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (path.startsWith('/') && isPlain(name)) {
      const folder = this.#folderOf(path);
      if (typeof folder === 'string') return folder;
      const view = folder.listed?.stat(name);
      if (view) return view;
    }
    const real = this.#resolve(path);
    return real.startsWith('/') ? this.#host.stat(real) : (real as Absence);
  }

  /** Whether the path is readable by the worker: its stat, or why not. */
  readable(path: string): WorkerView {
    const stat = this.stat(path);
    if (absent(stat)) return stat;
    return this.#may(stat, 4) ? stat : 'denied';
  }

  /** Whether a path itself is a symbolic link, and whose; null where it is none. */
  link(path: string): string | null {
    if (path !== this.#lastLink.path) this.#lastLink = { path, target: this.#lookForLink(path) };
    return this.#lastLink.target;
  }

  #lookForLink(path: string): string | null {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const folder = path.startsWith('/') && isPlain(name) ? this.#folderOf(path) : 'missing';
    if (typeof folder !== 'string' && folder.listed && folder.listed.kind(name) !== null) return null;
    return this.#host.link(path);
  }

  #may(stat: FileStat, bit: number): boolean {
    if (!stat.trusted || this.#uid === 0 || this.#uid === null) return true;
    if (stat.uid === this.#uid) return ((stat.mode >> 6) & bit) !== 0;
    if (this.#gids.has(stat.gid)) return ((stat.mode >> 3) & bit) !== 0;
    return (stat.mode & bit) !== 0;
  }

  /** The path without links, or why it cannot be reached. */
  #resolve(path: string, links = 0): string | Absence {
    const slash = path.lastIndexOf('/');
    if (slash < 0) return 'missing';
    const name = path.slice(slash + 1);
    if (name === '' && slash === 0) return '/';
    const folder = this.#folder(slash === 0 ? '/' : path.slice(0, slash), links);
    if (typeof folder === 'string') return folder;
    const parent = folder.real;
    if (name === '' || name === '.') return parent;
    const full = name === '..' ? join(parent, '..') : parent === '/' ? `/${name}` : `${parent}/${name}`;
    const target = this.#host.link(full);
    if (target === null) return full;
    if (links > 39) return 'loop';
    return this.#resolve(target.startsWith('/') ? target : `${parent}/${target}`, links + 1);
  }

  /** The folder that a path stands in. */
  #folderOf(path: string): Folder | Absence {
    const last = this.#lastFolder;
    if (last && path.lastIndexOf('/') === last.path.length && path.startsWith(last.path)) return last.folder;
    const parent = dirname(path);
    const folder = this.#folder(parent, 0);
    this.#lastFolder = { path: parent, folder };
    return folder;
  }

  /** A folder that the worker may search. */
  #folder(path: string, links: number): Folder | Absence {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const real = path === '/' ? '/' : this.#resolve(path, links);
    // what keeps from a folder above is remembered of that one
    if (!real.startsWith('/')) return real as Absence;
    let result: Folder | Absence;
    const stat = this.#host.stat(real);
    // nothing is known of what lies above the visible tree: take it as open
    if (absent(stat)) result = stat === 'invisible' ? { real, listed: null } : stat;
    else if (stat.kind !== 'directory') result = 'not-a-directory';
    else result = this.#may(stat, 1) ? { real, listed: this.#host.listed(real) } : 'denied';
    if (this.#folders.size >= folderLimit) this.#folders.clear();
    this.#folders.set(path, result);
    return result;
  }
}

/** Whether a part of a path is a name and leads nowhere else. */
function isPlain(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..';
}
