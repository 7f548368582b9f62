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
import { Checker } from './check.ts';
import type { ApacheConfig, Htaccess, Override } from './config.ts';
import { Expansion } from './expand.ts';
import { environmentBeside } from './layout.ts';
import { certain } from './problems.ts';

const classBits: Readonly<Record<string, number>> = {
  AuthConfig: OR_AUTHCFG,
  FileInfo: OR_FILEINFO,
  Indexes: OR_INDEXES,
  Limit: OR_LIMIT,
  Options: OR_OPTIONS,
};

/** The bits that an AllowOverride gives. */
export function overrideBits({ classes, nonfatal }: Override): number {
  let bits = (nonfatal.override ? NONFATAL_OVERRIDE : 0) | (nonfatal.unknown ? NONFATAL_UNKNOWN : 0);
  for (const name of classes) bits |= classBits[name] ?? 0;
  return bits;
}

const environments = new WeakMap<ApacheConfig, ReadonlyMap<string, string>>();

/** What envvars sets, read once for the thousands of .htaccess files under one configuration. */
function environmentOf(host: FileHost, config: ApacheConfig): ReadonlyMap<string, string> {
  let known = environments.get(config);
  if (!known) {
    known = environmentBeside(host, config.main.path);
    environments.set(config, known);
  }
  return known;
}

/**
 * One .htaccess file as httpd takes it under given overrides (`ap_parse_htaccess`, server/config.c), or why there is
 * none to read. Both passes are gone through as for the main configuration; the first problem answers every request.
 */
export function readHtaccess(
  host: FileHost,
  path: string,
  config: ApacheConfig,
  override: Override,
): Htaccess | Absence {
  const read = host.text(path);
  if (absent(read)) return read;
  const source = sourceOf(host, path, read.text, 'apache');
  const bits = overrideBits(override);
  const expansion = new Expansion({
    host,
    serverRoot: config.serverRoot,
    defines: config.defines,
    environment: environmentOf(host, config),
    modules: config.modules === null ? null : new Set(config.modules),
    htaccess: { override: bits, list: override.list },
  });
  const directives = expansion.file(source, null, htaccessLineLimit);
  const checker = new Checker(host, config.modules, config.serverRoot, config.aliases);
  checker.walk(directives, {
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
    depth: 0,
    scope: { condition: null },
    fragment: false,
  });
  return {
    source,
    directives,
    problem: certain([...expansion.problems, ...checker.problems], expansion.unseen)[0] ?? null,
    unseen: [...expansion.unseen, ...checker.unseen],
    guards: expansion.guards,
  };
}
