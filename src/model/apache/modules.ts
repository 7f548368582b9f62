import type { ApacheCommand } from '../../catalog/apache.ts';
import { apacheModules, commandsNamed, moduleNamed, moduleOfSymbol } from '../../catalog/apache.ts';

/** Modules that practically every httpd has loaded: what is assumed where the configuration does not show. */
export const usualModules: ReadonlySet<string> = new Set([
  'core',
  'http_core',
  'event',
  'mod_so',
  'mod_version',
  'mod_unixd',
  'mod_log_config',
  'mod_logio',
  'mod_watchdog',
  'mod_access_compat',
  'mod_actions',
  'mod_alias',
  'mod_auth_basic',
  'mod_auth_digest',
  'mod_authn_core',
  'mod_authn_file',
  'mod_authz_core',
  'mod_authz_groupfile',
  'mod_authz_host',
  'mod_authz_user',
  'mod_autoindex',
  'mod_deflate',
  'mod_dir',
  'mod_env',
  'mod_expires',
  'mod_filter',
  'mod_headers',
  'mod_mime',
  'mod_negotiation',
  'mod_reqtimeout',
  'mod_rewrite',
  'mod_setenvif',
  'mod_socache_shmcb',
  'mod_ssl',
  'mod_status',
]);

/** The C name of the module that LoadModule calls by a symbol; third-party ones by the custom `X_module`, `mod_X.c`. */
export function nameOfSymbol(symbol: string): string {
  return moduleOfSymbol(symbol)?.name ?? `mod_${symbol.replace(/_module$/, '')}`;
}

/** The module of httpd's own whose symbols another one is linked against; null: it needs none. */
export function baseOf(name: string): string | null {
  const base = /^mod_(?:cache|dav|proxy|session)(?=_)/.exec(name)?.[0];
  return base !== undefined && moduleNamed(name) !== null ? base : null;
}

/** The symbol that a shared object of httpd holds, told by its file name; null: none of httpd's own. */
export function symbolInFile(path: string): string | null {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.so$/, '');
  return apacheModules().find((module) => module.file === file)?.symbol ?? null;
}

/** The C name that an <IfModule> argument means: `mod_x.c` or the symbol `x_module`; null: it can name no module. */
export function moduleMeant(argument: string): string | null {
  if (argument.endsWith('.c')) return argument.slice(0, -2);
  return argument.endsWith('_module') ? nameOfSymbol(argument) : null;
}

/** Whether httpd ships a module of this C name. */
export function isKnownModule(name: string): boolean {
  return moduleNamed(name) !== null;
}

/** The definitions of a directive (lower case) by the modules that are loaded; null: all modules count. */
export function commandsLoaded(name: string, modules: ReadonlySet<string> | null): readonly ApacheCommand[] {
  const all = commandsNamed(name);
  if (modules === null) return all;
  for (const command of all) {
    if (!modules.has(command.module)) return all.filter(({ module }) => modules.has(module));
  }
  return all;
}
