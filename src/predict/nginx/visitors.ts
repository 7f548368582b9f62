import { absent, type FileHost } from '../../host/host.ts';
import { join } from '../../host/paths.ts';
import { sampleAddress } from '../../model/addresses.ts';
import type { AccessRule } from '../../model/nginx/access.ts';
import { readCidr } from '../../model/nginx/address.ts';
import type { LocationConf, NginxConfig, RewriteStep, ServerConf, Settings } from '../../model/nginx/config.ts';
import type { Value } from '../../model/nginx/value.ts';
import { oncePer } from '../../once.ts';
import type { Directive } from '../../syntax/tree.ts';

/** Addresses tried that only conditions and tables name. */
const mostAddresses = 20;
const none: readonly string[] = [];

/** Client addresses worth trying at a level: those that its access list lets in, and those that conditions look at. */
export function addressesFor(config: NginxConfig, server: ServerConf, level: LocationConf): readonly string[] {
  const { access } = level.settings;
  const listed = access ? allowed(access) : none;
  return looksAtClient(server, level) ? [...listed, ...named(config)] : listed;
}

function allowed(rules: readonly AccessRule[]): readonly string[] {
  return rules.flatMap(({ allow, subnet }) => (allow && subnet && subnet !== 'unix' ? [sampleAddress(subnet)] : []));
}

/** Whether a condition on the way to a level may turn clients away. */
function looksAtClient({ level: outer }: ServerConf, level: LocationConf): boolean {
  const { steps } = level.kind === 'limit_except' ? level.parent! : level;
  return steps.some(turnsAway) || (outer !== level && outer.steps.some(turnsAway));
}

function turnsAway(step: RewriteStep): boolean {
  return step.do === 'if' && step.location.steps.some((inner) => inner.do === 'return' || inner.do === 'rewrite');
}

/** The addresses that conditions, geo and map blocks of a configuration name. */
const named = oncePer(({ directives }: NginxConfig): readonly string[] =>
  [...new Set(directives.flatMap(addressesIn))].slice(0, mostAddresses),
);

function addressesIn({ name, args, children }: Directive): readonly string[] {
  const inner = children ?? [];
  const first = args[0]?.value ?? '';
  if (name === 'if') {
    const test = args.map(({ value }) => value).join(' ');
    return /^\(\s*\$\{?remote_addr\b/.test(test) ? addressOf(test) : none;
  }
  if (name === 'geo' || (name === 'map' && first.includes('remote_addr')))
    return inner.flatMap((line) => addressOf(line.name));
  return inner.flatMap(addressesIn);
}

/** An address of a network, or one that a pattern such as `^10\.0\.` matches. */
function addressOf(text: string): readonly string[] {
  const subnet = readCidr(text);
  if (subnet) return [sampleAddress(subnet)];
  const parts = /\d+(?:\\?\.\d+)+/.exec(text)?.[0].split(/\\?\./).slice(0, 4);
  return parts ? [[...parts, '1', '1'].slice(0, 4).join('.')] : none;
}

/** What a variable of a path stands for at a place. */
interface Surroundings {
  readonly host: string | null;
  readonly root: Settings['root'];
}

/** A path of variables that the place itself tells: its host and its root; null where others are in it. */
export function fixedText({ text, parts }: Value, { host, root }: Surroundings): string | null {
  if (!parts) return text;
  const folder = root?.value.alias === 0 && !root.value.path.parts ? root.value.path.text : null;
  const values: Readonly<Record<string, string | null>> = { host, server_name: host, document_root: folder };
  let whole = '';
  for (const part of parts) {
    const piece = typeof part === 'string' ? part : (values[part.variable] ?? null);
    if (piece === null) return null;
    whole += piece;
  }
  return whole;
}

/** Users tried that each have a password file of their own. */
const mostUsers = 50;

/**
 * Users whose password file is named after them, as `pw/$remote_user.htpasswd`; null where the name is made of
 * something else, or the folder cannot be listed.
 */
export function usersWithFiles(config: NginxConfig, host: FileHost, { parts }: Value): readonly string[] | null {
  const pieces = parts ?? [];
  const texts = pieces.map((part) => (typeof part === 'string' ? part : '$'));
  const variables = pieces.filter((part) => typeof part !== 'string');
  const [before, after] = texts.join('').split('$') as [string, string];
  if (variables.length !== 1 || variables[0]!.variable !== 'remote_user' || after.includes('/')) return null;
  const slash = before.lastIndexOf('/') + 1;
  const files = host.list(join(config.confDir, before.slice(0, slash) || '.'));
  if (absent(files)) return null;
  const start = before.slice(slash);
  return files
    .filter((file) => file.length > start.length + after.length && file.startsWith(start) && file.endsWith(after))
    .slice(0, mostUsers)
    .map((file) => file.slice(start.length, file.length - after.length));
}
