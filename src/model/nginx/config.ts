import type { NginxVersion } from '../../catalog/nginx-versions.ts';
import type { NginxDirective } from '../../syntax/nginx.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Source, Span } from '../../text/source.ts';
import type { Pattern } from '../regex.ts';
import type { AccessRule } from './access.ts';
import type { Cidr } from './address.ts';
import type { Networks, Ranges } from './geo.ts';
import type { HostNames } from './hostnames.ts';
import type { Referers } from './referers.ts';
import type { LocationTable } from './table.ts';
import type { Value } from './value.ts';

/** A setting with the directive that gave it. */
export interface Setting<T> {
  readonly value: T;
  readonly origin: Directive;
}

/** A complaint with which nginx refuses to start, in its own words. */
export interface NginxProblem {
  readonly code:
    | 'nginx-syntax-error'
    | 'nginx-unknown-directive'
    | 'nginx-commercial-directive'
    | 'nginx-module-not-built'
    | 'nginx-wrong-context'
    | 'nginx-argument-count'
    | 'nginx-not-terminated'
    | 'nginx-duplicate-directive'
    | 'nginx-include-missing'
    | 'nginx-events-missing'
    | 'nginx-bad-value'
    | 'nginx-unknown-variable'
    | 'nginx-file-missing-at-start';
  readonly message: string;
  readonly span: Span;
}

export interface Unseen {
  /**
   * `module`: a directive of a module that nothing here loads; `template`: more of a template cannot be read than one
   * directive.
   */
  readonly what: 'include' | 'directive' | 'module' | 'name' | 'limit' | 'template';
  readonly message: string;
  readonly span: Span;
}

export interface ErrorPage {
  readonly code: number;
  /** -1: the error's own status stays; 0: the target's status counts. */
  readonly overwrite: number;
  readonly target: Value;
  /** Query of a target without variables. */
  readonly args: string;
  readonly origin: Directive;
}

export interface TryFiles {
  readonly tests: readonly Value[];
  /** The last argument: a status, a named location or a URI. */
  readonly fallback: { readonly code: number } | { readonly uri: Value };
  readonly origin: Directive;
}

/** Who makes the content of a location. */
export interface Handler {
  readonly kind: 'proxy' | 'fastcgi' | 'uwsgi' | 'scgi' | 'grpc' | 'memcached' | 'other';
  readonly to: Value;
  /** Bytes of the URI that a path behind the upstream's name takes the place of. */
  readonly location: number;
  readonly origin: Directive;
}

/** One step of the rewrite module, in order. Source: ngx_http_rewrite_module.c. */
export type RewriteStep =
  | { readonly do: 'set'; readonly name: string; readonly value: Value; readonly origin: Directive }
  | { readonly do: 'break'; readonly origin: Directive }
  | { readonly do: 'return'; readonly code: number; readonly text: Value | null; readonly origin: Directive }
  | {
      readonly do: 'rewrite';
      readonly pattern: Pattern;
      /** The new path. */
      readonly replacement: Value;
      /** The new query; null: none is written. */
      readonly args: Value | null;
      /** The request's own query stays, behind the new one. */
      readonly keepsArgs: boolean;
      readonly flag: 'last' | 'break' | 'redirect' | 'permanent' | null;
      readonly redirects: boolean;
      readonly origin: Directive;
    }
  | {
      readonly do: 'if';
      readonly test: Condition;
      readonly location: LocationConf;
      readonly origin: Directive;
    };

export type Condition =
  | { readonly kind: 'variable'; readonly value: Value }
  | { readonly kind: 'equal'; readonly value: Value; readonly with: Value; readonly negated: boolean }
  | { readonly kind: 'match'; readonly value: Value; readonly pattern: Pattern; readonly negated: boolean }
  | { readonly kind: 'file'; readonly test: 'f' | 'd' | 'e' | 'x'; readonly path: Value; readonly negated: boolean };

/** `root`, or `alias` in its place. */
export interface Root {
  readonly path: Value;
  /** Bytes of the URI that an alias stands for; 0: a root; -1: the alias of a pattern, which is the whole path. */
  readonly alias: number;
}

export type LocationKind = 'server' | 'exact' | 'prefix' | 'noregex' | 'regex' | 'named' | 'if' | 'limit_except';

/** Settings of one level. Undefined: not given on this level nor above; filled from the level above when merged. */
export interface Settings {
  realm?: Setting<Value>;
  userFile?: Setting<Value>;
  access?: AccessRule[];
  satisfyAny?: Setting<boolean>;
  authRequest?: Setting<Value | null>;
  authRequestSet?: readonly { name: string; value: Value }[];
  errorPages?: readonly ErrorPage[];
  recursiveErrorPages?: Setting<boolean>;
  root?: Setting<Root>;
  index?: readonly Value[];
  internal?: Setting<boolean>;
  interceptErrors?: Setting<boolean>;
  proxySetHeader?: readonly { name: string; value: Value; origin: Directive }[];
  passRequestHeaders?: Setting<boolean>;
  proxyMethod?: Setting<Value>;
  /** Headers of an upstream's answer that are kept back, lower case. */
  hiddenHeaders?: readonly string[];
  /** Headers that are let through all the same, lower case. */
  passedHeaders?: readonly string[];
  autoindex?: Setting<boolean>;
  /** set_real_ip_from: whom the header that names the client is believed. */
  realIpFrom?: readonly Cidr[];
  /** Header that names the client, lower case; `proxy_protocol` is none. */
  realIpHeader?: Setting<string>;
  realIpRecursive?: Setting<boolean>;
  /** valid_referers: whose pages may lead here. */
  referers?: Setting<Referers>;
  /** An include or a module's directive that cannot be seen and may change who gets in. */
  unseen?: Setting<string>;
}

/** A location, or the level of a server, an `if` or a limit_except, with its effective settings. */
export interface LocationConf {
  readonly kind: LocationKind;
  /** The path, pattern or name as written. */
  readonly name: string;
  readonly pattern: Pattern | null;
  readonly origin: NginxDirective;
  settings: Settings;
  /** What stands on this level, includes expanded. */
  directives: readonly Directive[];
  /** What this level says itself, before anything is taken from above. */
  own: ReadonlySet<string>;
  tryFiles: TryFiles | null;
  handler: Handler | null;
  /** Grown by `addStep`. */
  steps: readonly RewriteStep[];
  /** Methods that stay outside the limit_except block, and the block. */
  limitExcept: { readonly methods: ReadonlySet<string>; readonly location: LocationConf } | null;
  /** Nested levels in order as written; grown by `addLocation`. */
  locations: readonly LocationConf[];
  /** Made when first asked for (`tableOf`). */
  table: LocationTable | null;
  readonly parent: LocationConf | null;
}

export interface Listen {
  /** `*`, an address, `[::]` form or `unix:…`. */
  readonly address: string;
  readonly port: number;
  readonly isDefault: boolean;
  readonly ssl: boolean;
  /** IPv4 clients come over this socket of IPv6 too. */
  readonly both: boolean;
  readonly origin: Directive;
}

export interface ServerName {
  readonly name: string;
  readonly pattern: Pattern | null;
}

export interface ServerConf {
  readonly origin: Directive;
  listens: readonly Listen[];
  names: readonly ServerName[];
  readonly level: LocationConf;
  mergeSlashes: boolean;
  /** Whether one of its levels says itself who gets in (login, addresses, satisfy, another's module): most servers need not be gone through for that. */
  saysAccess: boolean;
}

export interface MapRule {
  readonly kind: 'map';
  readonly of: Value;
  readonly names: HostNames<Value>;
  readonly patterns: readonly { readonly pattern: Pattern; readonly value: Value }[];
  /** The names may have wildcards. */
  readonly hostnames: boolean;
  readonly otherwise: Value | null;
  /** Looked up anew at each use. */
  readonly volatile: boolean;
}

export interface GeoRule {
  readonly kind: 'geo';
  /** Null: the client's address. */
  readonly of: Value | null;
  readonly networks: Networks;
  /** Null: networks are given, not ranges. */
  readonly ranges: Ranges | null;
  /** Proxies whose X-Forwarded-For counts. */
  readonly trusted: readonly Cidr[];
  readonly recursive: boolean;
  readonly otherwise: string;
  readonly volatile: boolean;
}

export interface SplitRule {
  readonly kind: 'split';
  readonly of: Value;
  readonly parts: readonly {
    /** The hash must be below; null: whatever it is. */
    readonly below: number | null;
    /** All parts up to this one come to 100 %: since nginx 1.31.2 it takes the rest. */
    readonly full: boolean;
    readonly value: string;
  }[];
}

/** How a variable is made of another value; `unknown`: by what cannot be seen. */
export type VariableRule = MapRule | GeoRule | SplitRule | { readonly kind: 'unknown' };

/** A complaint with which nginx refuses a line of such a block, or the block as a whole (`at` null). */
export interface BadRule {
  readonly error: string;
  readonly at: Directive | null;
}

export interface UpstreamServer {
  readonly address: string;
  readonly backup: boolean;
  readonly down: boolean;
}

export interface NginxConfig {
  readonly main: Source;
  /** The release that reads it; null: not known. */
  readonly version: NginxVersion | null;
  /** Folder of the main file, that relative user files and includes are taken from. */
  readonly confDir: string;
  readonly prefix: string;
  /** The level of http, above all servers; null where there is none. */
  readonly http: LocationConf | null;
  readonly servers: readonly ServerConf[];
  readonly upstreams: ReadonlyMap<string, readonly UpstreamServer[]>;
  readonly variables: ReadonlyMap<string, VariableRule>;
  /** Variables of captures, `set` and auth_request_set: empty until they are given a value. */
  readonly defined: ReadonlySet<string>;
  readonly problems: readonly NginxProblem[];
  readonly unseen: readonly Unseen[];
  /** Includes whose pattern matched no file, and where they stand. */
  readonly emptyIncludes: readonly { readonly include: Directive; readonly level: LocationConf }[];
  readonly sources: readonly Source[];
  /** Includes expanded, as the server takes them. */
  readonly directives: readonly Directive[];
  readonly user: string;
  readonly group: string | null;
  /** A part of a server or location, beside which there are locations that cannot be seen. */
  readonly partial: boolean;
}
