import { absent, type FileHost } from '../../host/host.ts';
import { basename } from '../../host/paths.ts';
import type { Server } from '../../model/apache/servers.ts';
import { aroundName, hasUserDir } from '../../model/apache/user-dirs.ts';
import type { Accounts } from '../../model/permissions.ts';
import { literalPattern } from '../../model/regex-translate.ts';
import { virtualRoot } from './virtual-root.ts';
import type { Root, Way } from './ways.ts';

/** A folder with the name of a user or a host in its path, and the URL that leads to it. */
type NamedRoot = readonly [folder: string, root: Root];

/** How many names of one server are looked at. */
const nameLimit = 5000;

/** The folders of users that are there. */
export function* userRoots(server: Server, host: FileHost, accounts: Accounts): Iterable<NamedRoot> {
  const dirs = server.parts().userDirs;
  if (!dirs?.folders) return;
  const { words, origin } = dirs.folders;
  let looked = 0;
  for (const word of words) {
    for (const [name, folder] of usersBy(word, host, accounts)) {
      if (looked++ > nameLimit) return;
      if (!hasUserDir(dirs, name) || host.kind(folder) !== 'directory') continue;
      yield [folder, { server, url: `/~${name}/`, where: origin }];
    }
  }
}

/** Names for which a word of UserDir may stand, with what it makes of them. */
function* usersBy(word: string, host: FileHost, accounts: Accounts): Iterable<[name: string, folder: string]> {
  const around = aroundName(word);
  if (!around) {
    for (const [name, home] of accounts.homes()) yield [name, `${home}/${word}`];
    return;
  }
  const [before, after] = around;
  const slash = before.lastIndexOf('/') + 1;
  const names = host.list(before.slice(0, slash - 1) || '/');
  const start = before.slice(slash);
  for (const name of absent(names) ? [] : names) {
    if (name.startsWith(start) && name !== start)
      yield [name.slice(start.length), before.slice(0, slash) + name + after];
  }
}

/** The `/~name/` of a folder that is not there, or whose user is not known. */
export function userWays(folder: string, server: Server): Way[] {
  const dirs = server.parts().userDirs;
  const inside = `${folder}/`;
  for (const word of dirs?.folders?.words ?? []) {
    const around = aroundName(word);
    const end = around ? inside.indexOf(`${around[1]}/`, around[0].length) : inside.indexOf(`/${word}/`);
    if (end < 0 || (around && !folder.startsWith(around[0]))) continue;
    const name = around ? inside.slice(around[0].length, end) : basename(inside.slice(0, end));
    if (name.includes('/') || !hasUserDir(dirs!, name)) continue;
    const home = end + (around ? around[1].length : word.length + 1);
    const url = `/~${name}/`;
    return [{ server, url: url + inside.slice(home + 1), root: url, folder }];
  }
  return [];
}

const part = /%-?\d\+?(?:\.-?\d\+?)?/g;

/** The folders that VirtualDocumentRoot makes of the names of a server, and those that are there for others. */
export function* virtualRoots(server: Server, host: FileHost): Iterable<NamedRoot> {
  const setting = byName(server);
  if (!setting) return;
  const names = [server.name, ...server.aliases].filter((name) => name !== null && !/[*?]/.test(name));
  const found = new Map(names.map((name) => [virtualRoot(setting.value, name!, portOf(server)), name!]));
  if (server.parts().defaults.core.canonicalName?.value !== 'on') {
    for (const folder of fitting(setting.value, host)) {
      const name = found.has(folder) ? null : nameFor(folder, server);
      if (name !== null) found.set(folder, name);
    }
  }
  for (const [folder, name] of found) yield [folder, { server, url: '/', host: name, where: setting.origin }];
}

/** The way to a folder that is not there, below what VirtualDocumentRoot makes of some name. */
export function virtualWays(folder: string, server: Server): Way[] {
  const depth = byName(server)?.value.replace(/\/$/, '').split('/').length;
  if (depth === undefined) return [];
  const names = folder.split('/');
  const name = nameFor(names.slice(0, depth).join('/'), server);
  if (name === null) return [];
  return [{ server, url: ['', ...names.slice(depth), ''].join('/'), root: '/', folder, host: name }];
}

/** VirtualDocumentRoot, but no VirtualDocumentRootIP, which looks at the address. */
function byName(server: Server): ReturnType<Server['virtualRoot']> {
  const setting = server.virtualRoot();
  return setting?.origin.name.toLowerCase().endsWith('ip') ? null : setting;
}

/** Folders whose paths look like a template. */
function fitting(template: string, host: FileHost): string[] {
  let looked = 0;
  let found = [''];
  for (const piece of template.replace(/\/$/, '').split('/').slice(1)) {
    found = found.flatMap((at) => {
      if (!piece.includes('%')) return `${at}/${piece}`;
      const names = host.list(at === '' ? '/' : at);
      if (absent(names)) return [];
      looked += names.length;
      return looked > nameLimit ? [] : names.map((name) => `${at}/${name}`);
    });
  }
  return found.filter((folder) => host.kind(folder) === 'directory');
}

/** A name of a host of which VirtualDocumentRoot makes a folder; null: none is obvious. */
function nameFor(folder: string, server: Server): string | null {
  const template = server.virtualRoot()!.value.replace(/\/$/, '');
  const pieces = template.split(part).map((text) => literalPattern(text));
  const values = new RegExp(`^${pieces.join('([^/]+)')}$`).exec(folder)?.slice(1);
  if (!values) return null;
  const wild = [server.name ?? '', ...server.aliases].filter((name) => name.includes('*'));
  const tries = [
    ...values.flatMap((value) => wild.map((name) => name.replace('*', value))),
    ...values,
    values.join('.'),
    values.toReversed().join('.'),
    ...values.flatMap((value) => [`${value}.example.test`, `www.${value}`]),
  ];
  const isName = (one: string): boolean => /^[^\s/\\?#@:[\]*]+$/.test(one);
  return tries.find((one) => isName(one) && virtualRoot(template, one, portOf(server)) === folder) ?? null;
}

function portOf(server: Server): number {
  return server.addresses.find(({ port }) => port !== 0)?.port ?? 80;
}
