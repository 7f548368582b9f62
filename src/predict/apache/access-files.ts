import { absent, type FileHost } from '../../host/host.ts';
import { compileSettings } from '../../model/apache/compile.ts';
import type { ApacheConfig, Htaccess, Override } from '../../model/apache/config.ts';
import { HtaccessReader, overrideBits } from '../../model/apache/htaccess.ts';
import { commandsLoaded } from '../../model/apache/modules.ts';
import type { Settings } from '../../model/apache/settings.ts';
import type { Directive } from '../../syntax/tree.ts';

/** A .htaccess file and the settings that it makes. */
export interface AccessFile {
  readonly file: Htaccess;
  readonly settings: Settings;
}

/** What was read under one override. */
interface Reading {
  readonly reader: HtaccessReader;
  /** Which directives count; null: all. */
  readonly permits: ((directive: Directive) => boolean) | null;
  readonly files: Map<string, AccessFile | 'missing'>;
}

/** The .htaccess files of a server, each read once under each override that says something else. */
export class AccessFiles {
  readonly #host: FileHost;
  readonly #config: ApacheConfig;
  /** By the override, and by what it says. */
  readonly #readings = new Map<Override, Reading>();
  readonly #byWords = new Map<string, Reading>();
  /** By path, in the order of reading: one may have been read under several overrides, and the first stands for all. */
  readonly #files = new Map<string, Htaccess>();

  constructor(host: FileHost, config: ApacheConfig) {
    this.#host = host;
    this.#config = config;
  }

  /** The files read so far. */
  get files(): ReadonlyMap<string, Htaccess> {
    return this.#files;
  }

  read(path: string, override: Override): AccessFile | 'missing' {
    const reading = this.#readings.get(override) ?? this.#under(override);
    let known = reading.files.get(path);
    if (known === undefined) {
      const file = reading.reader.read(path);
      if (!absent(file) && !this.#files.has(path)) this.#files.set(path, file);
      known = absent(file) ? 'missing' : { file, settings: this.#settingsOf(path, file, reading) };
      reading.files.set(path, known);
    }
    return known;
  }

  /** What was read under an override that says the same. */
  #under(override: Override): Reading {
    const { classes, options, list, nonfatal } = override;
    const forgives = (nonfatal.override ? 1 : 0) + (nonfatal.unknown ? 2 : 0);
    const words = `${namesOf(classes)}\0${namesOf(options)}\0${namesOf(list)}\0${forgives}`;
    let reading = this.#byWords.get(words);
    if (!reading) {
      const reader = new HtaccessReader(this.#host, this.#config, override);
      const permits = nonfatal.override ? permitted(override, this.#config.modules) : null;
      reading = { reader, permits, files: new Map() };
      this.#byWords.set(words, reading);
    }
    this.#readings.set(override, reading);
    return reading;
  }

  #settingsOf(path: string, { directives }: Htaccess, { permits }: Reading): Settings {
    const { modules, aliases, serverRoot } = this.#config;
    return compileSettings(directives, {
      modules,
      authzAliases: aliases.authz,
      serverRoot,
      path: path.slice(0, path.lastIndexOf('/') + 1),
      server: false,
      ...(permits && { permits }),
    });
  }
}

/** The names of a set as one text, the same for equal sets. */
function namesOf(set: ReadonlySet<string> | null): string {
  return set ? [...set].sort().join() : '*';
}

/** Which directives an override gives to a .htaccess file. */
function permitted(override: Override, modules: ReadonlySet<string> | null): (directive: Directive) => boolean {
  const bits = overrideBits(override);
  return ({ name }) => {
    const lower = name.toLowerCase();
    return override.list?.has(lower) || commandsLoaded(lower, modules).some(({ where }) => (where & bits) !== 0);
  };
}
