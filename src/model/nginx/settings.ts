import { join } from '../../host/paths.ts';
import type { NginxDirective } from '../../syntax/nginx.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { remembered } from '../../text/remembered.ts';
import { compilePattern } from '../regex.ts';
import { type AccessRule, accessSubnet } from './access.ts';
import { type Cidr, readCidr } from './address.ts';
import type { ErrorPage, Handler, LocationConf, TryFiles } from './config.ts';
import { addStep, writable } from './location.ts';
import { type Names, nameTakes } from './names.ts';
import { addReferers, noReferers } from './referers.ts';
import { returnOf, rewriteOf } from './rewrite.ts';
import { compileValue, plainValue, type Value } from './value.ts';
import { byWriting } from './written.ts';

/** What a settings line may ask of its surroundings. */
export interface Surroundings {
  readonly prefix: string;
  readonly confDir: string;
  /** Says that a variable of this name exists from now on. */
  define(name: string, origin: Directive): void;
  /** Says that a value which decides nothing has variables: they must exist when all is read. */
  mentions(value: Value, origin: Directive): void;
  /** Zones and log formats. */
  readonly names: Names;
}

/** Takes one directive into its level; gives nginx's complaint, or null. */
type Take = (directive: NginxDirective, level: LocationConf, around: Surroundings) => string | null;

function compiled(text: string): Value {
  const value = compileValue(text);
  if ('error' in value) throw new BadValue(value.error);
  return value;
}

/** A value that nginx refuses; caught where the directive is taken. */
class BadValue extends Error {}

const text = (directive: NginxDirective, index = 0): string => directive.value(index)!;
const flag = (directive: NginxDirective): boolean => text(directive).toLowerCase() === 'on';

function accessRule(directive: NginxDirective, level: LocationConf): string | null {
  const subnet = accessSubnet(text(directive));
  if (subnet === undefined) return `invalid parameter "${printable(text(directive), 80)}"`;
  const rule: AccessRule = { allow: directive.name === 'allow', subnet, origin: directive };
  // grown in place: a list of addresses may have many thousand lines
  const list = level.settings.access;
  if (list) list.push(rule);
  else writable(level).access = [rule];
  return null;
}

function errorPage(directive: NginxDirective, level: LocationConf): string | null {
  const words = directive.args.map(({ value }) => value);
  const uri = words.at(-1)!;
  let codes = words.slice(0, -1);
  let overwrite = -1;
  const last = codes.at(-1)!;
  if (last?.startsWith('=')) {
    if (codes.length === 1) return `invalid value "${printable(last, 80)}"`;
    codes = codes.slice(0, -1);
    overwrite = last === '=' ? 0 : /^=\d+$/.test(last) ? Number(last.slice(1)) : Number.NaN;
    if (Number.isNaN(overwrite)) return `invalid value "${last}"`;
  }
  const value = compiled(uri);
  const question = value.parts === null && uri.startsWith('/') ? uri.indexOf('?') : -1;
  const target = question < 0 ? value : plainValue(uri.slice(0, question));
  const args = question < 0 ? '' : uri.slice(question + 1);
  const pages: ErrorPage[] = [];
  for (const word of codes) {
    const code = /^\d+$/.test(word) ? Number(word) : Number.NaN;
    if (Number.isNaN(code) || code === 499) return `invalid value "${printable(word, 80)}"`;
    if (code < 300 || code > 599) return `value "${word}" must be between 300 and 599`;
    pages.push({
      code,
      overwrite: overwrite < 0 && [494, 495, 496, 497].includes(code) ? 400 : overwrite,
      target,
      args,
      origin: directive,
    });
  }
  writable(level).errorPages = [...(level.settings.errorPages ?? []), ...pages];
  return null;
}

function root(directive: NginxDirective, level: LocationConf, around: Surroundings): string | null {
  const aliased = directive.name === 'alias';
  if (level.settings.root) {
    const other = level.settings.root.origin.name;
    if (other === directive.name) return `"${directive.name}" directive is duplicate`;
    return `"${directive.name}" directive is duplicate, "${other}" directive was specified earlier`;
  }
  const written = text(directive);
  const path = compiled(written);
  const whole =
    path.parts === null
      ? plainValue(join(around.prefix, written) + (written.endsWith('/') && aliased ? '/' : ''))
      : path;
  const alias = aliased ? (level.kind === 'regex' ? -1 : level.name.length) : 0;
  writable(level).root = { value: { path: whole, alias }, origin: directive };
  return null;
}

function tryFiles(directive: NginxDirective, level: LocationConf): string | null {
  const tried = triedBy(directive);
  if (typeof tried === 'string') return tried;
  const { tests, fallback } = tried;
  level.tryFiles = { tests, fallback, origin: directive };
  return null;
}

const triedBy = byWriting(({ args }): Omit<TryFiles, 'origin'> | string => {
  const words = args.map(({ value }) => value);
  const last = words.pop()!;
  let fallback: TryFiles['fallback'] = { uri: compiled(last) };
  if (last.startsWith('=')) {
    if (!/^=\d{1,3}$/.test(last))
      return `invalid code "${printable(last.includes('$') ? last.slice(0, -1) : last, 80)}"`;
    fallback = { code: Number(last.slice(1)) };
  }
  return { tests: words.map(compiled), fallback };
});

function handler(kind: Handler['kind']): Take {
  return (directive, level) => {
    const url = directive.value(0) ?? '';
    const location = ['exact', 'prefix', 'noregex'].includes(level.kind) ? level.name.length : 0;
    level.handler = { kind, to: compiled(url), location, origin: directive };
    if (kind === 'proxy' && !url.includes('$')) {
      const match = /^https?:\/\/(unix:[^:]+(?=:|$)|[^/]+):?(\/.*)?$/i.exec(url);
      if (!match) return 'invalid URL prefix';
      const port = /^(?:\[[^\]]*\]|[^:]*):(.*)$/.exec(match[1]!)?.[1];
      const named = /^unix:/.test(match[1]!) || port === undefined;
      if (!named && !(/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65535)) {
        // what stands before an at sign may be a password
        const shown = match[1]!.replace(/:[^@]*@/, ':***@') + (match[2] ?? '');
        return `invalid port in upstream "${printable(shown, 120)}"`;
      }
      const inside = ['regex', 'named', 'if', 'limit_except'].includes(level.kind);
      if (match[2] !== undefined && inside) {
        return '"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, or inside "if" statement, or inside "limit_except" block';
      }
    }
    return null;
  };
}

const indexNames = byWriting(({ args }): readonly Value[] | string =>
  args.some(({ value }) => value === '')
    ? 'index "" in "index" directive is invalid'
    : args.map(({ value }) => compiled(value)),
);

const other = handler('other');

function pushStep(make: (directive: Directive) => ReturnType<typeof returnOf>): Take {
  return (directive, level) => {
    const step = make(directive);
    if (typeof step === 'string') return step;
    addStep(level, step);
    return null;
  };
}

/** What each directive that decides who gets in does to its level. Source: the set functions of nginx's modules. */
const takes: Readonly<Record<string, Take>> = {
  auth_basic(directive, level) {
    writable(level).realm = { value: compiled(text(directive)), origin: directive };
    return null;
  },
  auth_basic_user_file(directive, level, { confDir }) {
    const written = compiled(text(directive));
    // a slash at the end stays: no file opens by such a name
    const slash = written.text.endsWith('/') ? '/' : '';
    const value = written.parts === null ? plainValue(join(confDir, written.text) + slash) : written;
    writable(level).userFile = { value, origin: directive };
    return null;
  },
  auth_request(directive, level) {
    const uri = text(directive);
    writable(level).authRequest = { value: uri === 'off' || uri === '' ? null : plainValue(uri), origin: directive };
    return null;
  },
  auth_request_set(directive, level, around) {
    const name = text(directive);
    if (!name.startsWith('$')) return `invalid variable name "${printable(name, 80)}"`;
    around.define(name.slice(1), directive);
    writable(level).authRequestSet = [
      ...(level.settings.authRequestSet ?? []),
      { name: name.slice(1), value: compiled(text(directive, 1)) },
    ];
    return null;
  },
  satisfy(directive, level) {
    writable(level).satisfyAny = { value: text(directive).toLowerCase() === 'any', origin: directive };
    return null;
  },
  allow: accessRule,
  deny: accessRule,
  error_page: errorPage,
  root,
  alias: root,
  index(directive, level) {
    const names = indexNames(directive);
    if (typeof names === 'string') return names;
    writable(level).index = level.settings.index ? [...level.settings.index, ...names] : names;
    return null;
  },
  internal(directive, level) {
    writable(level).internal = { value: true, origin: directive };
    return null;
  },
  autoindex(directive, level) {
    writable(level).autoindex = { value: flag(directive), origin: directive };
    return null;
  },
  recursive_error_pages(directive, level) {
    writable(level).recursiveErrorPages = { value: flag(directive), origin: directive };
    return null;
  },
  proxy_intercept_errors(directive, level) {
    writable(level).interceptErrors = { value: flag(directive), origin: directive };
    return null;
  },
  proxy_pass_request_headers(directive, level) {
    writable(level).passRequestHeaders = { value: flag(directive), origin: directive };
    return null;
  },
  proxy_method(directive, level) {
    writable(level).proxyMethod = { value: compiled(text(directive)), origin: directive };
    return null;
  },
  set_real_ip_from(directive, level) {
    const written = text(directive);
    // a host name is resolved at start, to addresses that cannot be told; none has a slash
    const cidr: Cidr | null = written === 'unix:' ? 'unix' : readCidr(written);
    if (cidr === null && written.includes('/')) return `host not found in set_real_ip_from "${printable(written, 80)}"`;
    writable(level).realIpFrom = [...(level.settings.realIpFrom ?? []), ...(cidr ? [cidr] : [])];
    return null;
  },
  real_ip_header(directive, level) {
    writable(level).realIpHeader = { value: text(directive).toLowerCase(), origin: directive };
    return null;
  },
  real_ip_recursive(directive, level) {
    writable(level).realIpRecursive = { value: flag(directive), origin: directive };
    return null;
  },
  proxy_set_header(directive, level) {
    const header = { name: text(directive).toLowerCase(), value: compiled(text(directive, 1)), origin: directive };
    writable(level).proxySetHeader = [...(level.settings.proxySetHeader ?? []), header];
    return null;
  },
  proxy_hide_header(directive, level) {
    writable(level).hiddenHeaders = [...(level.settings.hiddenHeaders ?? []), text(directive).toLowerCase()];
    return null;
  },
  proxy_pass_header(directive, level) {
    writable(level).passedHeaders = [...(level.settings.passedHeaders ?? []), text(directive).toLowerCase()];
    return null;
  },
  valid_referers(directive, level) {
    const settings = writable(level);
    settings.referers ??= { value: noReferers(), origin: directive };
    return addReferers(settings.referers.value, directive);
  },
  // few levels are asked what it makes of a path: it is looked up there
  fastcgi_split_path_info(directive) {
    const pattern = compilePattern(text(directive));
    const shown = printable(text(directive), 80);
    if (!pattern) return `pcre_compile() failed in "${shown}"`;
    return pattern.groups === 2 ? null : `pattern "${shown}" must have 2 captures`;
  },
  try_files: tryFiles,
  proxy_pass: handler('proxy'),
  fastcgi_pass: handler('fastcgi'),
  uwsgi_pass: handler('uwsgi'),
  scgi_pass: handler('scgi'),
  grpc_pass: handler('grpc'),
  memcached_pass: handler('memcached'),
  stub_status: other,
  empty_gif: other,
  flv: other,
  mp4: other,
  perl: other,
  return: pushStep(returnOf),
  rewrite: pushStep(rewriteOf),
  break: pushStep((origin) => ({ do: 'break', origin })),
  set(directive, level, around) {
    const name = text(directive);
    if (!/^\$./.test(name)) return `invalid variable name "${printable(name, 80)}"`;
    around.define(name.slice(1), directive);
    addStep(level, { do: 'set', name: name.slice(1), value: compiled(text(directive, 1)), origin: directive });
    return null;
  },
};

/** Directives that decide nothing of who gets in, and whose arguments are worked out for each request. */
const evaluated = `access_log add_header add_trailer expires limit_rate limit_rate_after log_format limit_conn_zone
  limit_req_zone fastcgi_cache_bypass fastcgi_cache_key fastcgi_no_cache fastcgi_param grpc_set_header proxy_bind
  proxy_cache_bypass proxy_cache_key proxy_no_cache proxy_set_body proxy_ssl_name scgi_param secure_link
  secure_link_md5 sub_filter uwsgi_param`.split(/\s+/);

/** Thousands of lines have the same few values. */
const evaluatedValue = remembered(1000, compiled);

/** Looks at what a directive names that is not taken into its level: variables, zones and log formats. */
function mention(directive: NginxDirective, _: LocationConf, around: Surroundings): string | null {
  nameTakes[directive.name]?.(directive, around.names);
  for (let index = 0; index < directive.count; index++) {
    const written = directive.value(index)!;
    if (written.includes('$')) around.mentions(evaluatedValue(written), directive);
  }
  return null;
}

const byName: ReadonlyMap<string, Take> = new Map([
  ...[...evaluated, ...Object.keys(nameTakes)].map((name) => [name, mention] as const),
  ...Object.entries(takes),
]);

/** Takes one directive into its level; nginx's complaint where it refuses the value, null where all is well. */
export function takeSetting(directive: NginxDirective, level: LocationConf, around: Surroundings): string | null {
  const take = byName.get(directive.name);
  if (take === undefined) return null;
  try {
    return take(directive, level, around);
  } catch (error) {
    if (error instanceof BadValue) return printable(error.message);
    throw error;
  }
}
