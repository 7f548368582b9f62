import type { Absence, FileHost } from '../../host/host.ts';
import { absent } from '../../host/host.ts';
import { hasWildcard, matchesName } from '../fnmatch.ts';

/** How deep directories may nest below an included one (AP_MAX_FNMATCH_DIR_DEPTH). */
const depthLimit = 128;

const reasons: Readonly<Record<Absence, string>> = {
  missing: 'No such file or directory',
  denied: 'Permission denied',
  invisible: 'not visible',
  directory: 'Is a directory',
  'not-a-directory': 'Not a directory',
  'not-a-file': 'not a regular file',
  loop: 'Too many levels of symbolic links',
  'too-large': 'File too large',
};

/** How the operating system words an absence. */
export function absenceText(absence: Absence): string {
  return reasons[absence];
}

export type Included =
  | { readonly files: readonly string[]; readonly unseen: readonly string[] }
  | { readonly error: string };

/**
 * The files that one Include line brings in, in httpd's order: a directory with everything below it, wildcards in any
 * part of the path (`ap_process_fnmatch_configs`, server/config.c; `ap_dir_fnmatch`, server/util.c). `unseen` lists
 * what lies outside the visible files.
 */
export function includedFiles(host: FileHost, path: string, optional: boolean): Included {
  const walk = new Walk(host, optional);
  const error = hasWildcard(path) ? walk.wildcard('/', path.replace(/^\/+/, '')) : walk.plain(path, 0);
  return error === null ? { files: walk.files, unseen: walk.unseen } : { error };
}

const prefix = 'Include/IncludeOptional: ';

class Walk {
  readonly host: FileHost;
  readonly optional: boolean;
  readonly files: string[] = [];
  readonly unseen: string[] = [];

  constructor(host: FileHost, optional: boolean) {
    this.host = host;
    this.optional = optional;
  }

  plain(path: string, depth: number): string | null {
    const kind = this.host.kind(path);
    if (kind === 'invisible') {
      this.unseen.push(path);
      return null;
    }
    if (kind === 'file' || kind === 'other') {
      this.files.push(path);
      return null;
    }
    if (kind !== 'directory') {
      return this.optional ? null : `Could not open configuration file ${path}: ${absenceText(kind)}`;
    }
    if (depth >= depthLimit) {
      return (
        `${prefix}Directory '${path}' exceeds the maximum include directory nesting level of ${depthLimit}. You have ` +
        'probably a recursion somewhere.'
      );
    }
    const names = this.host.list(path);
    if (names === 'invisible') {
      this.unseen.push(path);
      return null;
    }
    if (absent(names)) return `${prefix}Could not open directory ${path}: ${absenceText(names)}`;
    for (const name of names) {
      const error = this.plain(full(path, name), depth + 1);
      if (error !== null) return error;
    }
    return null;
  }

  wildcard(directory: string, pattern: string): string | null {
    const slash = pattern.indexOf('/');
    const part = slash < 0 ? pattern : pattern.slice(0, slash);
    const rest = slash < 0 ? null : pattern.slice(slash + 1).replace(/^\/+/, '');
    if (!hasWildcard(part)) {
      const path = full(directory, part);
      return rest === null ? this.plain(path, 0) : this.wildcard(path, rest);
    }
    const names = this.host.list(directory);
    if (names === 'invisible') {
      this.unseen.push(full(directory, pattern));
      return null;
    }
    if (absent(names)) {
      if (names === 'missing' && this.optional) return null;
      return `${prefix}Could not open directory ${directory}: ${absenceText(names)}`;
    }
    let matched = false;
    for (const name of names) {
      if (!matchesName(part, name)) continue;
      const path = full(directory, name);
      if (rest === null) {
        matched = true;
        const error = this.plain(path, 0);
        if (error !== null) return error;
        continue;
      }
      // a link to a directory does not count as one inside a path
      const stat = this.host.link(path) === null ? this.host.stat(path) : 'missing';
      if (absent(stat) || stat.kind !== 'directory') continue;
      matched = true;
      const error = this.wildcard(path, rest);
      if (error !== null) return error;
    }
    if (!matched && !this.optional) return `${prefix}No matches for the wildcard '${part}' in '${directory}', failing`;
    return null;
  }
}

function full(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}
