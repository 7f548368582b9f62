import { normalize } from '../../host/paths.ts';
import type { Directive } from '../../syntax/tree.ts';
import { hasWildcard } from '../fnmatch.ts';
import { compilePattern, type Pattern } from '../regex.ts';
import { compileSettings } from './compile.ts';
import type { CompileContext } from './compile-mapping.ts';
import type { Section, Settings } from './settings.ts';

/** A `<Directory>`, `<Location>` or `<Proxy>` of a server. */
export class PathSection implements Section {
  readonly origin: Directive;
  /** As compared: a folder ends with a slash. */
  readonly path: string;
  readonly glob: boolean;
  readonly pattern: Pattern | null;
  /** Number of slashes, by which folders are ordered. */
  readonly components: number;
  readonly #context: CompileContext;
  #settings: Settings | null = null;

  constructor(directive: Directive, context: CompileContext, kind: 'folder' | 'url') {
    const tilde = directive.args[0]?.value === '~';
    const regex = tilde || directive.name.toLowerCase().endsWith('match');
    let path = directive.args[tilde ? 1 : 0]?.value ?? '';
    const glob = !regex && hasWildcard(path);
    if (kind === 'folder' && !regex) {
      path = normalize(path);
      if (path !== '/') path += '/';
    }
    this.origin = directive;
    this.path = path;
    this.glob = glob;
    this.pattern = regex ? compilePattern(path) : null;
    this.components = kind === 'folder' && path !== '/' ? countSlashes(path) : 0;
    this.#context = context;
  }

  settings(): Settings {
    this.#settings ??= compileSettings(this.origin.children ?? [], {
      ...this.#context,
      server: false,
      path: this.path,
    });
    return this.#settings;
  }
}

/** ap_count_dirs: `/a/` counts two. */
function countSlashes(path: string): number {
  let count = 0;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) count++;
  return count;
}

const none: readonly PathSection[] = [];

/**
 * Sections of one kind of a server, those that it takes over from the main server among them, found by path without
 * looking at each.
 */
export class SectionIndex {
  /** Wildcard and pattern sections, those taken over first. */
  readonly others: readonly PathSection[];
  readonly isEmpty: boolean;
  /** Length of the longest plain path. */
  readonly longest: number;
  readonly #own: readonly PathSection[];
  readonly #base: SectionIndex | null;
  readonly #plain = new Map<string, PathSection[]>();
  #ranks: Map<PathSection, number> | null = null;

  constructor(own: readonly PathSection[], base: SectionIndex | null = null) {
    this.#own = own;
    this.#base = base;
    this.isEmpty = own.length === 0 && (base === null || base.isEmpty);
    const others: PathSection[] = base ? [...base.others] : [];
    let longest = base ? base.longest : 0;
    for (const section of own) {
      if (section.glob || section.pattern) {
        others.push(section);
        continue;
      }
      longest = Math.max(longest, section.path.length);
      const list = this.#plain.get(section.path);
      if (list) list.push(section);
      else this.#plain.set(section.path, [section]);
    }
    this.others = others;
    this.longest = longest;
  }

  /** Sections whose plain path is this one. */
  at(path: string): readonly PathSection[] {
    if (path.length > this.longest) return none;
    const inherited = this.#base?.at(path) ?? none;
    const own = this.#plain.get(path);
    if (!own) return inherited;
    return inherited.length === 0 ? own : [...inherited, ...own];
  }

  /** Puts sections of the index into the order in which they merge: folders by depth, then as they are written, those taken over first. */
  sort(sections: PathSection[]): void {
    if (sections.length > 1) sections.sort((a, b) => a.components - b.components || this.#rank(a) - this.#rank(b));
  }

  #rank(section: PathSection): number {
    this.#ranks ??= new Map(this.#own.map((one, index) => [one, index]));
    const own = this.#ranks.get(section);
    // those taken over stand before all of its own
    return own ?? (this.#base ? this.#base.#rank(section) - this.#base.#size : 0);
  }

  get #size(): number {
    return this.#own.length + (this.#base === null ? 0 : this.#base.#size);
  }
}
