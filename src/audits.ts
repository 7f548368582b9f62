import type { Platform } from './catalog/platforms.ts';
import { auditPasswords } from './hash/audit.ts';
import { auditDigests } from './hash/audit-digests.ts';
import { auditGroups } from './hash/audit-groups.ts';
import { type Absence, absent, type FileHost } from './host/host.ts';
import { join } from './host/paths.ts';
import type { Loaded } from './load.ts';
import type { Unit } from './rules/rule.ts';
import type { Directive } from './syntax/tree.ts';

type Kind = 'passwords' | 'digests' | 'groups';
type Audits = Pick<Unit, Kind | 'namedBy'>;

/** Audits each file of users, digests or groups that the configuration names and that can be seen, once. */
export function auditsOf(host: FileHost, { predictor, base }: Loaded, platform: Platform): Audits {
  const { server, directives } = predictor;
  const files: Readonly<Record<Kind, Set<string>>> = { passwords: new Set(), digests: new Set(), groups: new Set() };
  const namedBy = new Map<string, Directive>();
  const name = (kind: Kind, file: string, by: Directive): void => {
    if (!file.startsWith('/') && base === null) return;
    const path = join(base ?? '/', file);
    // the null device stands for "no file", mostly beside another provider
    if (path === '/dev/null') return;
    files[kind].add(path);
    if (!namedBy.has(path)) namedBy.set(path, by);
  };
  if (server === 'nginx') nginxFiles(directives, name);
  else apacheFiles(directives, false, name);
  const audited = <T>(kind: Kind, audit: (path: string) => T | Absence): T[] =>
    [...files[kind]]
      .filter((path) => !absent(host.stat(path)))
      .map(audit)
      .filter((one): one is T => !absent(one));
  return {
    passwords: audited('passwords', (path) => auditPasswords(host, path, { servers: [server], platform })),
    digests: audited('digests', (path) => auditDigests(host, path)),
    groups: audited('groups', (path) => auditGroups(host, path)),
    namedBy,
  };
}

type Name = (kind: Kind, file: string, by: Directive) => void;

function nginxFiles(list: readonly Directive[], found: Name): void {
  for (let index = 0; index < list.length; index++) {
    const directive = list[index]!;
    if (directive.children) nginxFiles(directive.children, found);
    // arguments are split when they are asked for
    else if (directive.name === 'auth_basic_user_file') {
      const file = directive.args[0]?.value;
      if (file) found('passwords', file, directive);
    }
  }
}

/** `AuthType Digest` in the same or an outer section makes a user file one of htdigest. */
function apacheFiles(list: readonly Directive[], outer: boolean, found: Name): void {
  let digest = outer;
  const users: [file: string, by: Directive][] = [];
  for (const one of list) {
    const { name, children } = one;
    // names are told by their length first: there are many directives and few of these
    if (children || (name.length !== 8 && name.length !== 12 && name.length !== 13)) continue;
    const directive = name.toLowerCase();
    if (directive !== 'authtype' && directive !== 'authuserfile' && directive !== 'authgroupfile') continue;
    const named = one.args[0]?.value;
    if (!named) continue;
    if (directive === 'authtype') digest = named.toLowerCase() === 'digest';
    else if (directive === 'authuserfile') users.push([named, one]);
    else found('groups', named, one);
  }
  for (const [file, by] of users) found(digest ? 'digests' : 'passwords', file, by);
  for (const { children } of list) if (children && children.length > 0) apacheFiles(children, digest, found);
}
