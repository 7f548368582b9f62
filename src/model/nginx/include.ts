import { type Absence, absent, type FileHost } from '../../host/host.ts';
import { join } from '../../host/paths.ts';
import { type NginxFile, readNginxFile } from '../../syntax/nginx.ts';
import { sourceOf } from '../../syntax/template.ts';
import type { Source } from '../../text/source.ts';
import { wildcardMatches } from '../apache/fnmatch.ts';

export interface ReadFile extends NginxFile {
  readonly source: Source;
}

/** Reads configuration files, each one once however often it is included. */
export class Files {
  readonly #host: FileHost;
  readonly #globbed = new Map<string, readonly string[] | 'invisible'>();
  readonly #read = new Map<string, ReadFile | Absence>();

  constructor(host: FileHost) {
    this.#host = host;
  }

  get sources(): Source[] {
    return [...this.#read.values()].flatMap((file) => (absent(file) ? [] : [file.source]));
  }

  read(path: string): ReadFile | Absence {
    const known = this.#read.get(path);
    if (known !== undefined) return known;
    const read = this.#host.text(path);
    let file: ReadFile | Absence;
    if (absent(read)) file = read;
    else {
      const source = sourceOf(this.#host, path, read.text, 'nginx');
      file = { source, ...readNginxFile(source) };
    }
    this.#read.set(path, file);
    return file;
  }

  /** Paths that a glob matches, sorted; `invisible` where a folder on the way cannot be seen. Source: ngx_open_glob. */
  glob(pattern: string): readonly string[] | 'invisible' {
    let found = this.#globbed.get(pattern);
    if (found === undefined) {
      found = this.#glob(pattern);
      this.#globbed.set(pattern, found);
    }
    return found;
  }

  #glob(pattern: string): readonly string[] | 'invisible' {
    let found: string[] = ['/'];
    for (const part of pattern.split('/').filter(Boolean)) {
      const next: string[] = [];
      for (const folder of found) {
        if (!isGlob(part)) {
          next.push(join(folder, part));
          continue;
        }
        const names = this.#host.list(folder);
        if (names === 'invisible') return 'invisible';
        if (absent(names)) continue;
        for (const name of names) {
          if (name.startsWith('.') && !part.startsWith('.')) continue;
          if (wildcardMatches(part, name, true)) next.push(join(folder, name));
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

export function isGlob(text: string): boolean {
  return /[*?[]/.test(text);
}

/** Names of included files that hold no access control, whoever ships them. */
const harmless =
  /(?:^|\/)(?:mime\.types|(?:fastcgi|uwsgi|scgi|proxy)_params|fastcgi\.conf|proxy\.conf|koi-(?:utf|win)|win-utf|modules-enabled\/\*\.conf|options-ssl-nginx\.conf|fastcgi-php\.conf|ssl[-_.\w]*\.conf|gzip[-_.\w]*\.conf)$/;

export function isHarmless(path: string): boolean {
  return harmless.test(path);
}
