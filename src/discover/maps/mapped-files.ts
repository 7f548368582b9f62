import { absent, type FileHost } from '../../host/host.ts';
import { basename, join } from '../../host/paths.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { FileLine, Span } from '../../text/source.ts';
import { hole } from '../../text/template.ts';
import { type Deployment, originOf, type Placed } from './deployment.ts';
import { wholeText } from './whole.ts';

/** A password or group file that a deployment takes from the repository, where it is not, or is not for others; or from a volume that lacks it. */
export interface MappedFile {
  /** The server's path. */
  readonly path: string;
  /** Its path in the repository, as shown to people. */
  readonly local: string;
  readonly kind: Placed['kind'];
  /** The ConfigMap or Secret that is mounted there and has no such key: `Secret users`. */
  readonly volume: string | null;
  /** The whole folder is mounted, so that the file can come from nowhere else. */
  readonly inFolder: boolean;
  /** It is in this work tree. */
  readonly there: boolean;
  /** It has no entry. */
  readonly empty: boolean;
  /** A .gitignore keeps it out: whoever sets the server up makes it. */
  readonly ignored: boolean;
  /** A line of the repository that tells how to make it. */
  readonly maker: FileLine | null;
  /** The line that places it. */
  readonly placedAt: Span;
  /** The directive that names it. */
  readonly namedAt: Span;
}

const naming: ReadonlySet<string> = new Set(['authuserfile', 'authgroupfile', 'auth_basic_user_file']);

/** More than comments take, in bytes. */
const emptyLimit = 16_384;

/** Whether a file has nothing but blank lines and comments. */
function isEmpty(host: FileHost, path: string): boolean {
  const read = host.text(path, emptyLimit);
  return !absent(read) && read.text.length < emptyLimit && !/^[ \t]*[^\s#]/m.test(read.text);
}

/** The missing, the empty and the left out ones among the files that directives name and a deployment places. `base`: where relative names are taken from. */
export function missingFiles(
  host: FileHost,
  directives: readonly Directive[],
  deployment: Deployment,
  base: string | null,
  given: { readonly files: readonly string[]; readonly ignored?: (file: string) => boolean },
): MappedFile[] {
  const found = new Map<string, MappedFile>();
  const visit = (list: readonly Directive[]): void => {
    for (const directive of list) {
      if (directive.children) visit(directive.children);
      const named = directive.args[0]?.value;
      if (!named || !naming.has(directive.name.toLowerCase()) || /[$|]/.test(named) || named.includes(hole)) continue;
      if (!named.startsWith('/') && base === null) continue;
      const path = join(base ?? '/', named);
      const origin = originOf(deployment, path);
      if (!origin || origin.to === null || found.has(path)) continue;
      const { placed, to } = origin;
      const inFolder = placed.from !== path;
      // what is laid over an image may be there before
      const stat = host.stat(to);
      // a value that a template puts in is there when it is set up
      if (stat === 'invisible') continue;
      // a key that a volume lacks leaves an empty folder
      const there = !absent(stat) && !(placed.volume !== undefined && stat.kind === 'directory');
      const ignored = given.ignored?.(to) ?? false;
      const empty = there && isEmpty(host, to);
      if (there ? !ignored && !empty : inFolder && placed.kind !== 'bind') continue;
      found.set(path, {
        path,
        local: host.display(to),
        kind: placed.kind,
        volume: placed.volume ?? null,
        inFolder,
        there,
        empty,
        ignored,
        maker: placed.volume === undefined ? makerOf(host, given.files, to) : null,
        placedAt: placed.where,
        namedAt: directive,
      });
    }
  };
  visit(directives);
  return [...found.values()];
}

const telling =
  /(?:\.(?:sh|bash|md|rst|txt|adoc|mk|yml|yaml|ps1|bat|toml|json|py)|(?:^|\/)(?:Makefile|justfile|Taskfile|README|INSTALL|Vagrantfile|[\w.-]*Dockerfile[\w.-]*))$/i;

const command = String.raw`(?:^|[\s"'\`|;&(])(?:\S*bin/)?(?:htpasswd|htdigest)(?:\.exe)?`;
/** What makes a file and comes before its name. */
const ahead = new RegExp(String.raw`${command}\s|openssl\s+passwd|\b(?:cp|mv|touch|tee)\b|>|ln -s`);
const behind = new RegExp(String.raw`${command}(?=["'\`,.)\s]|$)`);
/** Lines that place a file: of a Dockerfile, and of the volumes of compose. */
const placing = /^\s*(?:(?:COPY|ADD)\s|-\s+["']?[^\s:]+:\/)/i;

/** Whether a line of a script or a page makes a file of this name: what makes files comes first, but for htpasswd and its like. */
function makes(line: string, name: string): boolean {
  const at = line.indexOf(name);
  if (at < 0 || placing.test(line)) return false;
  return ahead.test(line.slice(0, line.lastIndexOf(name))) || behind.test(line.slice(at + name.length));
}

/** How many of a path's last names a line has in a row. */
function namesShared(line: string, path: string): number {
  let count = 0;
  for (
    let at = path.lastIndexOf('/');
    at >= 0 && line.includes(path.slice(at + 1));
    at = path.lastIndexOf('/', at - 1)
  ) {
    count++;
    if (at === 0) break;
  }
  return count;
}

/** The line of the repository's scripts and pages that makes a file of this name, of several that nearest to its path. */
function makerOf(host: FileHost, files: readonly string[], file: string): FileLine | null {
  const name = basename(file);
  let best: { readonly shared: number; readonly maker: FileLine } | null = null;
  let left = 500;
  for (const candidate of files) {
    if (!telling.test(candidate) || left-- <= 0) continue;
    const text = wholeText(host, candidate, 256 * 1024);
    if (!text?.includes(name)) continue;
    for (const [index, line] of text.split('\n').entries()) {
      if (!makes(line, name)) continue;
      const shared = namesShared(line, file);
      if (best && best.shared >= shared) continue;
      best = {
        shared,
        maker: { file: host.display(candidate), line: index + 1, column: 1, endColumn: line.length + 1 },
      };
    }
  }
  return best?.maker ?? null;
}
