import { nginxCommands } from '../../catalog/nginx.ts';
import type { NginxDirective } from '../../syntax/nginx.ts';
import { spanOf } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import type { LocationConf, ServerConf } from './config.ts';
import type { Loading } from './loading.ts';
import { addLocation, addStep, locationOf, newLevel } from './location.ts';
import { conditionOf } from './rewrite.ts';
import { geoOf, mapOf } from './variables.ts';

/** Takes the directives of a block in a context and gives the block with its includes put in. */
export type Inside = (into: string, at: LocationConf, of: ServerConf | null) => NginxDirective;

/** Where a directive stands. */
export interface Standing {
  readonly context: string;
  readonly level: LocationConf;
  readonly server: ServerConf | null;
  /** Names that may be given once in this block and were. */
  readonly said: string[];
}

/** Takes one block. Source: the modules' block functions (ngx_http_core_location, ngx_http_rewrite_if, …). */
export function takeBlock(
  loading: Loading,
  directive: NginxDirective,
  standing: Standing,
  inside: Inside,
): NginxDirective {
  const { context, level, server } = standing;
  const aside = (into: string): NginxDirective => inside(into, newLevel('server', '', directive, null), null);
  switch (directive.name) {
    case 'http':
      loading.http = newLevel('server', '', directive, null);
      return inside('http', loading.http, null);
    case 'server': {
      if (context !== 'http') return aside(`${context} server`);
      const made = loading.newServer(directive);
      return inside('server', made.level, made);
    }
    case 'location':
      return location(loading, directive, level, server, inside);
    case 'if':
      return conditional(loading, directive, standing, inside);
    case 'limit_except':
      return limitExcept(loading, directive, level, server, inside);
    case 'upstream':
      return context === 'stream' ? aside('stream upstream') : upstream(loading, directive, () => aside('upstream'));
    case 'map':
    case 'geo':
      return variable(loading, directive);
    case 'split_clients':
      loading.variables.set(directive.args.at(-1)!.value.slice(1), { kind: 'unknown' });
      return directive;
    case 'types':
    case 'charset_map':
      return directive;
    default:
      return aside(directive.name);
  }
}

function location(
  loading: Loading,
  directive: NginxDirective,
  level: LocationConf,
  server: ServerConf | null,
  inside: Inside,
): NginxDirective {
  const made = locationOf(directive, level);
  if (typeof made === 'string') {
    loading.refuse('nginx-bad-value', printable(made), spanOf(directive));
    return directive;
  }
  for (const capture of made.pattern?.names.values() ?? []) loading.defined.add(capture);
  addLocation(level, made);
  return inside('location', made, server);
}

function conditional(loading: Loading, directive: NginxDirective, standing: Standing, inside: Inside): NginxDirective {
  const { context, level, server } = standing;
  const test = conditionOf(directive);
  if (typeof test === 'string') {
    loading.refuse('nginx-bad-value', printable(test), spanOf(directive));
    return directive;
  }
  if (test.kind === 'match') for (const capture of test.pattern.names.values()) loading.defined.add(capture);
  for (const value of 'value' in test ? [test.value] : []) loading.used.push({ value, origin: directive });
  const made = newLevel('if', level.name, directive, level);
  addStep(level, { do: 'if', test, location: made, origin: directive });
  return inside(context === 'server' ? 'if in server' : 'if in location', made, server);
}

const httpMethods: ReadonlySet<string> = new Set(
  'GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH'.split(' '),
);

function limitExcept(
  loading: Loading,
  directive: NginxDirective,
  level: LocationConf,
  server: ServerConf | null,
  inside: Inside,
): NginxDirective {
  const methods = new Set(directive.args.map(({ value }) => value.toUpperCase()));
  if (methods.has('GET')) methods.add('HEAD');
  for (const { value } of directive.args) {
    if (!httpMethods.has(value.toUpperCase()))
      loading.refuse('nginx-bad-value', `invalid method "${printable(value, 60)}"`, spanOf(directive));
  }
  const made = newLevel('limit_except', level.name, directive, level);
  level.limitExcept = { methods, location: made };
  return inside('limit_except', made, server);
}

function upstream(loading: Loading, directive: NginxDirective, inside: () => NginxDirective): NginxDirective {
  const name = directive.args[0]!.value;
  if (loading.upstreams.has(name))
    loading.refuse('nginx-bad-value', `duplicate upstream "${printable(name, 80)}"`, spanOf(directive));
  const made = inside();
  const servers = made.children!.filter((one) => one.name === 'server' && one.args.length > 0);
  loading.upstreams.set(
    name,
    servers.map((one) => one.args[0]!.value),
  );
  // the commercial edition takes them from its API or a file of its state
  const elsewhere = made.children!.some(
    ({ name }) => name === 'state' || name.includes(hole) || nginxCommands(name) === null,
  );
  const filled = loading.foreignModules || (loading.fragment && made.children!.some(({ name }) => name === 'zone'));
  if (servers.length === 0 && !elsewhere && !filled)
    loading.refuse('nginx-bad-value', 'no servers are inside upstream', spanOf(directive));
  return made;
}

function variable(loading: Loading, directive: NginxDirective): NginxDirective {
  const rule = directive.name === 'map' ? mapOf(directive) : geoOf(directive);
  if ('error' in rule) {
    loading.refuse('nginx-bad-value', printable(rule.error), spanOf(rule.at));
    return directive;
  }
  const name = directive.args.at(-1)!.value;
  if (!name.startsWith('$'))
    loading.refuse('nginx-bad-value', `invalid variable name "${printable(name, 60)}"`, spanOf(directive));
  else loading.variables.set(name.slice(1), rule);
  return directive;
}
