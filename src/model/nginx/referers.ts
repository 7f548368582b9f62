import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { compilePattern, type Pattern } from '../regex.ts';
import type { ServerName } from './config.ts';
import { HostNames } from './hostnames.ts';

/** The lines of `valid_referers` on one level. */
export interface Referers {
  /** A request without the header is fine. */
  none: boolean;
  /** A header without http:// or https:// is fine. */
  blocked: boolean;
  /** The names of the server are fine. */
  serverNames: boolean;
  /** Patterns among the server's names are fine, by this level or one above. */
  serverPatterns: boolean;
  /** Hosts as written, and the path that must follow; null: any. */
  readonly hosts: { readonly name: string; readonly path: string | null; readonly origin: Directive }[];
  readonly patterns: Pattern[];
}

/** Takes a line of `valid_referers`; gives nginx's complaint. Source: ngx_http_valid_referers. */
export function addReferers(referers: Referers, directive: Directive): string | null {
  for (const { value } of directive.args) {
    if (value === '') return 'invalid referer ""';
    if (value === 'none') referers.none = true;
    else if (value === 'blocked') referers.blocked = true;
    else if (value === 'server_names') {
      referers.serverNames = true;
      referers.serverPatterns = true;
    } else if (value.startsWith('~')) {
      if (value.length === 1) return 'empty regex in "~"';
      const pattern = compilePattern(value.slice(1), true);
      if (!pattern) return `pcre_compile() failed in "${printable(value.slice(1), 80)}"`;
      referers.patterns.push(pattern);
    } else {
      const slash = value.indexOf('/');
      const name = slash < 0 ? value : value.slice(0, slash);
      referers.hosts.push({ name, path: slash < 0 ? null : value.slice(slash), origin: directive });
    }
  }
  return null;
}

export const noReferers = (): Referers => ({
  none: false,
  blocked: false,
  serverNames: false,
  serverPatterns: false,
  hosts: [],
  patterns: [],
});

/** Hosts that are fine, those of the server among them; a text is nginx's complaint. Source: ngx_http_referer_merge_conf. */
export function refererHosts(
  referers: Referers,
  names: readonly ServerName[],
): HostNames<{ readonly path: string | null }> | string {
  const table = new HostNames<{ readonly path: string | null }>();
  const own = referers.serverNames
    ? names.filter(({ pattern }) => !pattern).map(({ name }) => ({ name, path: null }))
    : [];
  const all = [...referers.hosts, ...own];
  for (const { name, path } of all) {
    const complaint = table.add(name, { path }, true);
    if (complaint) return `${complaint} "${printable(name, 80)}"`;
  }
  if ((referers.none || referers.blocked) && all.length === 0 && !(referers.serverNames && names.length === 0))
    return 'the "none" or "blocked" referers are specified in the "valid_referers" directive without any valid referer';
  return table;
}
