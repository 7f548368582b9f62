import type { Override } from '../../model/apache/config.ts';
import { effectiveOptions, mergeAnew, mergeOptions } from '../../model/apache/merge.ts';
import type { PathSection } from '../../model/apache/section-index.ts';
import type { ServerParts } from '../../model/apache/server-parts.ts';
import { type CoreSettings, emptyCore, type OptionBits, option, type Settings } from '../../model/apache/settings.ts';
import type { Reason } from '../answer.ts';

/**
 * What becomes of .htaccess files where no AllowOverride holds: they are read as by httpd, whose OR_UNSET permits no line
 * but is not AllowOverride None, or ignored as by an AllowOverride None that cannot be seen.
 */
export type Unsaid = 'forbidden' | 'ignored';

/** AllowOverride and AllowOverrideList as they stand: what .htaccess files may do. */
class Overriding {
  readonly #settings: Pick<CoreSettings, 'override' | 'overrideOptions' | 'overrideList'>;
  readonly #unsaid: Unsaid;
  #allowed: Override | null | undefined;

  constructor(settings: Pick<CoreSettings, 'override' | 'overrideOptions' | 'overrideList'>, unsaid: Unsaid) {
    this.#settings = settings;
    this.#unsaid = unsaid;
  }

  with({ override, overrideOptions, overrideList }: CoreSettings): Overriding {
    if (override === null && overrideOptions === undefined && overrideList === null) return this;
    const base = this.#settings;
    const settings = {
      override: override ?? base.override,
      overrideOptions: overrideOptions === undefined ? base.overrideOptions : overrideOptions,
      overrideList: overrideList ?? base.overrideList,
    };
    return new Overriding(settings, this.#unsaid);
  }

  /** Null: .htaccess files are not looked for. The same object each time. */
  get allowed(): Override | null {
    if (this.#allowed === undefined) this.#allowed = this.#work();
    return this.#allowed;
  }

  #work(): Override | null {
    const { override, overrideList, overrideOptions } = this.#settings;
    const nonfatal = override?.nonfatal ?? { override: false, unknown: false };
    const classes: Override['classes'] = override?.classes ?? new Set();
    const none = classes.size === 0 && !nonfatal.override && !nonfatal.unknown;
    const ignored = override === null ? this.#unsaid === 'ignored' : none;
    if (ignored && (overrideList?.size ?? 0) === 0) return null;
    return { classes, nonfatal, options: overrideOptions ?? null, list: overrideList };
  }
}

const nothing: readonly Reason[] = [];
const wholeLimit = 16;

/**
 * What holds in a folder: the `<Directory>` sections and .htaccess files from the root down to it. The next walk to the
 * same folder, or to one below it, starts from there.
 */
export class Level {
  /** Settings merged on the way, without the server's own; null: nothing says anything. */
  merged: Settings | null;
  /** How many folders it is below the top. */
  readonly depth: number;
  /** Reasons noted on the way. */
  notes: readonly Reason[];
  // what the walk itself looks at as it goes down (core_opts_t)
  #options: OptionBits;
  #overriding: Overriding;
  /** What servers' own settings come to with these. */
  #whole: [own: Settings, whole: Settings][] = [];
  /** The sections for this folder, and what its access files are called. */
  readonly #sections: readonly PathSection[];
  readonly #accessNames: readonly string[];
  /** Folders in it by name; servers that have other sections for one have a level of their own. */
  #below: Map<string, Level | Level[]> | null = null;

  constructor(
    from: Level | { readonly core: CoreSettings; readonly unsaid: Unsaid },
    sections: readonly PathSection[],
    accessNames: readonly string[],
  ) {
    this.depth = from instanceof Level ? from.depth + 1 : 0;
    this.merged = from instanceof Level ? from.merged : null;
    this.notes = from instanceof Level ? from.notes : nothing;
    this.#options = from instanceof Level ? from.#options : from.core.options;
    this.#overriding = from instanceof Level ? from.#overriding : new Overriding(from.core, from.unsaid);
    this.#sections = sections;
    this.#accessNames = accessNames;
    for (const section of sections) this.add(section.settings());
  }

  /** Takes in the settings of a section or .htaccess file; only while the level is made. */
  add(settings: Settings): void {
    this.merged = this.merged ? mergeAnew(this.merged, settings) : settings;
    const { core } = settings;
    if (core === emptyCore) return;
    this.#options = mergeOptions(this.#options, core.options);
    this.#overriding = this.#overriding.with(core);
  }

  /** These settings over a server's own; the same object each time. */
  over(own: Settings): Settings {
    if (!this.merged) return own;
    let known = this.#whole.find(([one]) => one === own);
    if (!known) {
      known = [own, mergeAnew(own, this.merged)];
      // few servers say something else
      if (this.#whole.length >= wholeLimit) this.#whole = [];
      this.#whole.push(known);
    }
    return known[1];
  }

  /** Bits of the Options in force. */
  get options(): number {
    return effectiveOptions(this.#options, option.followLinks);
  }

  /** What .htaccess files may do here; null: they are not looked for. */
  get override(): Override | null {
    return this.#overriding.allowed;
  }

  /** Whether anything is known of a folder in it. */
  knows(name: string): boolean {
    return this.#below?.has(name) ?? false;
  }

  /** What is known of a folder in it, for a server with these sections and access files. */
  below(name: string, sections: readonly PathSection[], accessNames: readonly string[]): Level | null {
    const known = this.#below?.get(name);
    if (known === undefined) return null;
    const fits = (level: Level): boolean => level.#accessNames === accessNames && sameList(level.#sections, sections);
    if (known instanceof Level) return fits(known) ? known : null;
    return known.find(fits) ?? null;
  }

  keep(name: string, level: Level): void {
    this.#below ??= new Map();
    const known = this.#below.get(name);
    this.#below.set(name, known === undefined ? level : known instanceof Level ? [known, level] : [...known, level]);
  }
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** How many folders are remembered in all, and how many of one server by their whole path. */
const limit = 4096;
const recentLimit = 64;

/** The levels of all folders that requests have come to. */
export class Levels {
  /** Where walks start, by the server's own settings. */
  readonly #tops = new Map<CoreSettings, Level>();
  #kept = 0;
  /** Levels of a server by folder: requests to one folder, or to two that lie beside each other, come one after another. */
  #recent = new WeakMap<ServerParts, Map<string, Level>>();
  #remembered = 0;
  readonly #unsaid: Unsaid;

  constructor(unsaid: Unsaid) {
    this.#unsaid = unsaid;
  }

  top(core: CoreSettings): Level {
    let top = this.#tops.get(core);
    if (!top) {
      top = new Level({ core, unsaid: this.#unsaid }, [], []);
      this.#tops.set(core, top);
    }
    return top;
  }

  keep(above: Level, name: string, level: Level): void {
    if (this.#kept++ > limit) {
      this.#tops.clear();
      this.#kept = 0;
    }
    above.keep(name, level);
  }

  /** The levels that walks of a server came to a short while ago, by their folders (each with its slash). */
  recent(parts: ServerParts): ReadonlyMap<string, Level> | null {
    return this.#recent.get(parts) ?? null;
  }

  remember(parts: ServerParts, folder: string, level: Level): void {
    if (this.#remembered++ > limit) {
      this.#recent = new WeakMap();
      this.#remembered = 0;
    }
    let known = this.#recent.get(parts);
    if (!known) {
      known = new Map();
      this.#recent.set(parts, known);
    }
    if (known.size >= recentLimit) known.clear();
    known.set(folder, level);
  }
}
