import { nginxCommands } from '../../catalog/nginx.ts';
import type { NginxDirective } from '../../syntax/nginx.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import type { LocationConf, ServerConf } from './config.ts';
import { geoOf } from './geo.ts';
import type { Loading } from './loading.ts';
import { addLocation, addStep, locationOf, newLevel } from './location.ts';
import { mapOf } from './map.ts';
import { conditionOf } from './rewrite.ts';
import { splitOf } from './split.ts';

/** Goes on into blocks. */
export interface Inner {
  /** Takes the directives of a block in a context and gives the block with its includes put in. */
  inside(block: NginxDirective, into: string, at: LocationConf, of: ServerConf | null): NginxDirective;
  /** Lines of a block that are no directives, with its includes put in; `unseen`: one of them cannot be seen. */
  lines(block: NginxDirective): RawLines;
}

export interface RawLines {
  readonly lines: readonly NginxDirective[];
  readonly unseen: boolean;
}

/** Where a directive stands. */
export interface Standing {
  readonly context: string;
  readonly level: LocationConf;
  readonly server: ServerConf | null;
  /** Names that may be given once in this block and were; null: none yet. */
  said: string[] | null;
}

/** Takes one block. Source: the modules' block functions (ngx_http_core_location, ngx_http_rewrite_if, …). */
export function takeBlock(
  loading: Loading,
  directive: NginxDirective,
  standing: Standing,
  inner: Inner,
): NginxDirective {
  const { context, level, server } = standing;
  switch (directive.name) {
    case 'http':
      loading.http = newLevel('server', '', directive, null);
      return inner.inside(directive, 'http', loading.http, null);
    case 'server': {
      if (context !== 'http') return aside(directive, `${context} server`, inner);
      const made = loading.newServer(directive);
      return inner.inside(directive, 'server', made.level, made);
    }
    case 'location':
      return location(loading, directive, level, server, inner);
    case 'if':
      return conditional(loading, directive, standing, inner);
    case 'limit_except':
      return limitExcept(loading, directive, level, server, inner);
    case 'upstream':
      return context === 'stream' ? aside(directive, 'stream upstream', inner) : upstream(loading, directive, inner);
    case 'map':
    case 'geo':
    case 'split_clients':
      return context === 'http' ? variable(loading, directive, inner.lines(directive)) : directive;
    case 'types':
    case 'charset_map':
      return directive;
    default:
      return aside(directive, directive.name, inner);
  }
}

/** A block whose settings are nobody's. */
function aside(directive: NginxDirective, into: string, inner: Inner): NginxDirective {
  return inner.inside(directive, into, newLevel('server', '', directive, null), null);
}

function location(
  loading: Loading,
  directive: NginxDirective,
  level: LocationConf,
  server: ServerConf | null,
  inner: Inner,
): NginxDirective {
  const made = locationOf(directive, level);
  if (typeof made === 'string') {
    loading.refuse('nginx-bad-value', printable(made), directive);
    return directive;
  }
  if (made.pattern) loading.define(made.pattern.names.values(), directive);
  addLocation(level, made);
  return inner.inside(directive, 'location', made, server);
}

function conditional(loading: Loading, directive: NginxDirective, standing: Standing, inner: Inner): NginxDirective {
  const { context, level, server } = standing;
  const test = conditionOf(directive);
  if (typeof test === 'string') {
    loading.refuse('nginx-bad-value', printable(test), directive);
    return directive;
  }
  if (test.kind === 'match') loading.define(test.pattern.names.values(), directive);
  for (const value of 'value' in test ? [test.value] : []) loading.used.push({ value, origin: directive });
  const made = newLevel('if', level.name, directive, level);
  addStep(level, { do: 'if', test, location: made, origin: directive });
  return inner.inside(directive, context === 'server' ? 'if in server' : 'if in location', made, server);
}

const httpMethods: ReadonlySet<string> = new Set(
  'GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH'.split(' '),
);

function limitExcept(
  loading: Loading,
  directive: NginxDirective,
  level: LocationConf,
  server: ServerConf | null,
  inner: Inner,
): NginxDirective {
  const methods = new Set(directive.args.map(({ value }) => value.toUpperCase()));
  if (methods.has('GET')) methods.add('HEAD');
  for (const { value } of directive.args) {
    if (!httpMethods.has(value.toUpperCase()))
      loading.refuse('nginx-bad-value', `invalid method "${printable(value, 60)}"`, directive);
  }
  const made = newLevel('limit_except', level.name, directive, level);
  level.limitExcept = { methods, location: made };
  return inner.inside(directive, 'limit_except', made, server);
}

function upstream(loading: Loading, directive: NginxDirective, inner: Inner): NginxDirective {
  const name = directive.args[0]!.value;
  if (loading.upstreams.has(name))
    loading.refuse('nginx-bad-value', `duplicate upstream "${printable(name, 80)}"`, directive);
  const made = aside(directive, 'upstream', inner);
  const servers = made.children!.filter((one) => one.name === 'server' && one.args.length > 0);
  loading.upstreams.set(
    name,
    servers.map(({ args: [address, ...rest] }) => ({
      address: address!.value,
      backup: rest.some(({ value }) => value === 'backup'),
      down: rest.some(({ value }) => value === 'down'),
    })),
  );
  // the commercial edition takes them from its API or a file of its state
  const elsewhere = made.children!.some(
    ({ name }) => name === 'state' || name.includes(hole) || nginxCommands(name) === null,
  );
  const filled = loading.fragment && made.children!.some(({ name }) => name === 'zone');
  if (servers.length === 0 && !elsewhere && !filled && !loading.foreignModules)
    loading.refuse('nginx-bad-value', 'no servers are inside upstream', directive);
  return made;
}

/** Takes a block that makes a variable; gives it with its includes put in. */
function variable(loading: Loading, directive: NginxDirective, { lines, unseen }: RawLines): NginxDirective {
  const whole = lines === directive.children ? directive : directive.holding(lines);
  const words = directive.args.map(({ value }) => value);
  const name = words.at(-1)!;
  for (const word of directive.name === 'geo' ? words : [name]) {
    if (word.startsWith('$')) continue;
    loading.refuse('nginx-bad-value', `invalid variable name "${printable(word, 60)}"`, directive);
    return whole;
  }
  loading.define([name.slice(1)], directive);
  const rule =
    directive.name === 'map'
      ? mapOf(words[0]!, lines)
      : directive.name === 'geo'
        ? geoOf(words.length > 1 ? words[0]! : null, lines, loading.version)
        : splitOf(words[0]!, lines);
  if ('error' in rule) {
    loading.refuse('nginx-bad-value', printable(rule.error), rule.at ?? directive);
    return whole;
  }
  if (rule.of) loading.used.push({ value: rule.of, origin: directive });
  if (rule.kind === 'map') {
    for (const { pattern, value } of rule.patterns) {
      loading.define(pattern.names.values(), directive);
      loading.used.push({ value, origin: directive });
    }
    for (const value of rule.names.values()) loading.used.push({ value, origin: directive });
    if (rule.otherwise) loading.used.push({ value: rule.otherwise, origin: directive });
  }
  loading.variables.set(name.slice(1).toLowerCase(), unseen ? { kind: 'unknown' } : rule);
  return whole;
}
