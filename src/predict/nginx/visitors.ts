import { absent, type FileHost } from '../../host/host.ts';
import { join } from '../../host/paths.ts';
import { sampleAddress } from '../../model/addresses.ts';
import type { AccessRule } from '../../model/nginx/access.ts';
import type { LocationConf, NginxConfig, RewriteStep, ServerConf, Settings } from '../../model/nginx/config.ts';
import type { Value } from '../../model/nginx/value.ts';
import { oncePer } from '../../once.ts';
import type { Directive } from '../../syntax/tree.ts';
import { addressOf } from './choices.ts';

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
    return /^\(\s*\$\{?remote_addr\b/.test(test) ? addressesOf(test) : none;
  }
  if (name === 'geo' || (name === 'map' && first.includes('remote_addr')))
    return inner.flatMap((line) => addressesOf(line.name));
  return inner.flatMap(addressesIn);
}

function addressesOf(text: string): readonly string[] {
  const address = addressOf(text);
  return address === null ? none : [address];
}

/** A path that hangs on nothing but the root of a level; null where something else is in it. */
export function fixedText({ text, parts }: Value, root: Settings['root']): string | null {
  if (!parts) return text;
  const folder = root?.value.alias === 0 && !root.value.path.parts ? root.value.path.text : null;
  if (folder === null || parts.some((part) => typeof part !== 'string' && part.variable !== 'document_root'))
    return null;
  return parts.map((part) => (typeof part === 'string' ? part : folder)).join('');
}

/** Names tried that each have a password file of their own. */
const mostNames = 50;

/**
 * Texts of a variable for which there are password files, as `pw/$remote_user.htpasswd` has one for each user; null
 * where the file's name is made of something else, or the folder cannot be listed.
 */
export function namesWithFiles(
  config: NginxConfig,
  host: FileHost,
  { parts }: Value,
  isMeant: (variable: string) => boolean,
): readonly string[] | null {
  const pieces = parts ?? [];
  const texts = pieces.map((part) => (typeof part === 'string' ? part : '$'));
  const variables = pieces.filter((part) => typeof part !== 'string');
  const [before, after] = texts.join('').split('$') as [string, string];
  if (variables.length !== 1 || !isMeant(variables[0]!.variable) || after.includes('/')) return null;
  const slash = before.lastIndexOf('/') + 1;
  const files = host.list(join(config.confDir, before.slice(0, slash) || '.'));
  if (absent(files)) return null;
  const start = before.slice(slash);
  return files
    .filter((file) => file.length > start.length + after.length && file.startsWith(start) && file.endsWith(after))
    .slice(0, mostNames)
    .map((file) => file.slice(start.length, file.length - after.length));
}
