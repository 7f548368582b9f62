import { type Absence, absent, type FileHost } from '../../host/host.ts';
import { join } from '../../host/paths.ts';
import { type NginxFile, readNginxFile } from '../../syntax/nginx.ts';
import { sourceOf } from '../../syntax/template.ts';
import type { Source } from '../../text/source.ts';
import { wildcardMatches } from '../fnmatch.ts';

/** A pattern with more folders that have wildcards is not followed: nginx itself would look through the whole disk. */
const wildFolders = 6;
/** How many names one pattern may match at any depth. */
const matchLimit = 500_000;

export interface ReadFile extends NginxFile {
  readonly source: Source;
}

/** Reads configuration files, each one once however often it is included. */
export class Files {
  readonly #host: FileHost;
  readonly #globbed = new Map<string, Matches>();
  readonly #read = new Map<string, ReadFile | Absence>();

  readonly #reading: (bytes: number) => void;
  #bytes = 0;

  constructor(host: FileHost, reading: (bytes: number) => void = () => {}) {
    this.#host = host;
    this.#reading = reading;
  }

  get sources(): Source[] {
    return [...this.#read.values()].flatMap((file) => (absent(file) ? [] : [file.source]));
  }

  read(path: string): ReadFile | Absence {
    const known = this.#read.get(path);
    if (known !== undefined) return known;
    const found = this.#host.text(path);
    // of a device nginx reads as much as its size says, which is nothing
    const read = found === 'not-a-file' || (found === 'invisible' && path.startsWith('/dev/')) ? { text: '' } : found;
    let file: ReadFile | Absence;
    if (absent(read)) file = read;
    else {
      this.#bytes += read.text.length;
      this.#reading(this.#bytes);
      const source = sourceOf(this.#host, path, read.text, 'nginx');
      file = { source, ...readNginxFile(source) };
    }
    this.#read.set(path, file);
    return file;
  }

  /** Paths that a glob matches, sorted. Source: ngx_open_glob. */
  glob(pattern: string): Matches {
    let found = this.#globbed.get(pattern);
    if (found === undefined) {
      found = this.#glob(pattern);
      this.#globbed.set(pattern, found);
    }
    return found;
  }

  #glob(pattern: string): Matches {
    let found: string[] = ['/'];
    const parts = pattern.split('/').filter(Boolean);
    if (parts.slice(0, -1).filter(isGlob).length > wildFolders) return 'too-many';
    for (const part of parts) {
      const next: string[] = [];
      for (const folder of found) {
        if (!isGlob(part)) {
          next.push(join(folder, part));
          continue;
        }
        const names = this.#host.list(folder);
        if (names === 'invisible') return 'invisible';
        if (absent(names)) continue;
        if (next.length > matchLimit) return 'too-many';
        for (const name of names) {
          if (name.startsWith('.') && !part.startsWith('.')) continue;
          if (wildcardMatches(part, name, 'path')) next.push(join(folder, name));
        }
      }
      found = next;
      if (found.length === 0) return found;
    }
    // only what exists counts as a match
    const last = pattern.slice(pattern.lastIndexOf('/') + 1);
    return isGlob(last) ? found : found.filter((path) => !absent(this.#host.stat(path)));
  }
}

/** What a pattern matches; `invisible` where a folder on the way cannot be seen, `too-many` beyond our limits. */
type Matches = readonly string[] | 'invisible' | 'too-many';

export function isGlob(text: string): boolean {
  return /[*?[]/.test(text);
}

/** Names of included files that hold no access control, whoever ships them. */
const harmless =
  /(?:^|\/)(?:mime\.types|(?:fastcgi|uwsgi|scgi|proxy)_params|fastcgi\.conf|proxy\.conf|koi-(?:utf|win)|win-utf|modules-enabled\/\*\.conf|options-ssl-nginx\.conf|fastcgi-php\.conf|ssl[-_.\w]*\.conf|gzip[-_.\w]*\.conf)$/;

export function isHarmless(path: string): boolean {
  return harmless.test(path);
}
