import {
  NONFATAL_OVERRIDE,
  NONFATAL_UNKNOWN,
  OR_AUTHCFG,
  OR_FILEINFO,
  OR_INDEXES,
  OR_LIMIT,
  OR_OPTIONS,
} from '../../catalog/apache.ts';
import type { Absence, FileHost } from '../../host/host.ts';
import { absent } from '../../host/host.ts';
import { htaccessLineLimit } from '../../syntax/apache-lines.ts';
import { sourceOf } from '../../syntax/template.ts';
import { type Aliases, Checker, type Plans } from './check.ts';
import type { ApacheConfig, Htaccess, Override } from './config.ts';
import { Expansion, type ExpansionStart } from './expand.ts';
import { environmentBeside } from './layout.ts';
import type { Place } from './place.ts';
import { certain } from './problems.ts';
import { Vocabulary } from './vocabulary.ts';

/** The classes of AllowOverride with the contexts of directives that each permits. */
export const classBits: Readonly<Record<string, number>> = {
  AuthConfig: OR_AUTHCFG,
  FileInfo: OR_FILEINFO,
  Indexes: OR_INDEXES,
  Limit: OR_LIMIT,
  Options: OR_OPTIONS,
};

const none: readonly never[] = [];

/** The list, or the one empty list for all that are empty. */
function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list;
}

/** The bits that an AllowOverride gives. */
export function overrideBits({ classes, nonfatal }: Override): number {
  let bits = (nonfatal.override ? NONFATAL_OVERRIDE : 0) | (nonfatal.unknown ? NONFATAL_UNKNOWN : 0);
  for (const name of classes) bits |= classBits[name] ?? 0;
  return bits;
}

/**
 * Reads .htaccess files under given overrides as httpd does (`ap_parse_htaccess`, server/config.c). Both passes are gone
 * through as for the main configuration; the first problem answers every request. There may be thousands, so that what
 * is known of directives is kept from one to the next.
 */
export class HtaccessReader {
  readonly #host: FileHost;
  readonly #config: ApacheConfig;
  readonly #start: ExpansionStart;
  readonly #place: Omit<Place, 'scope'>;
  readonly #aliases: Aliases;
  readonly #plans: Plans = new Map();

  constructor(host: FileHost, config: ApacheConfig, override: Override) {
    const bits = overrideBits(override);
    this.#host = host;
    this.#config = config;
    this.#aliases = { authn: new Set(config.aliases.authn), authz: new Set(config.aliases.authz) };
    this.#start = {
      host,
      serverRoot: config.serverRoot,
      defines: config.defines,
      environment: environmentBeside(host, config.main.path),
      modules: config.modules,
      htaccess: { override: bits, list: override.list, vocabulary: new Vocabulary() },
    };
    this.#place = {
      override: bits,
      list: override.list,
      options: override.options,
      htaccess: true,
      virtual: false,
      path: true,
      limited: -1n,
      require: 'any',
      parent: null,
      outer: null,
      around: 0,
      depth: 0,
      fragment: false,
    };
  }

  /** One file, or why there is none to read. */
  read(path: string): Htaccess | Absence {
    const host = this.#host;
    const { modules, serverRoot } = this.#config;
    const read = host.text(path);
    if (absent(read)) return read;
    const source = sourceOf(host, path, read.text, 'apache');
    const expansion = new Expansion(this.#start);
    // a list that has grown has room for more, which would stay
    const directives = expansion.file(source, null, htaccessLineLimit).slice();
    const checker = new Checker(host, modules, serverRoot, this.#aliases, this.#plans);
    checker.walk(directives, { ...this.#place, scope: { condition: null } });
    return {
      source,
      directives,
      problems: trimmed(certain([...expansion.problems, ...checker.problems], expansion.unseen)),
      unseen: trimmed([...expansion.unseen, ...checker.unseen]),
      guards: trimmed(expansion.guards),
    };
  }
}
