import type { Directive } from '../../syntax/tree.ts';
import type { Source, Span } from '../../text/source.ts';
import type { Pattern } from '../apache/regex.ts';
import type { AddressRule } from './access.ts';
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
    | 'nginx-wrong-context'
    | 'nginx-argument-count'
    | 'nginx-not-terminated'
    | 'nginx-duplicate-directive'
    | 'nginx-include-missing'
    | 'nginx-bad-value'
    | 'nginx-unknown-variable'
    | 'nginx-file-missing-at-start';
  readonly message: string;
  readonly span: Span;
}

export interface Unseen {
  /** `template`: more of a template cannot be read than one directive. */
  readonly what: 'include' | 'directive' | 'module' | 'name' | 'limit' | 'template';
  readonly message: string;
  readonly span: Span;
}

export interface ErrorPage {
  readonly code: number;
  /** -1: the error's own status stays; 0: the target's status counts. */
  readonly overwrite: number;
  readonly target: Value;
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
      readonly replacement: Value;
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
  access?: AddressRule[];
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
  /** Headers of an upstream's answer that are kept back, lower case. */
  hiddenHeaders?: readonly string[];
  autoindex?: Setting<boolean>;
  /** An include or a module's directive that cannot be seen and may change who gets in. */
  unseen?: Setting<string>;
}

/** A location, or the level of a server, an `if` or a limit_except, with its effective settings. */
export interface LocationConf {
  readonly kind: LocationKind;
  /** The path, pattern or name as written. */
  readonly name: string;
  readonly pattern: Pattern | null;
  readonly origin: Directive;
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

/** Locations of one level as they are searched. */
export interface LocationTable {
  readonly exact: ReadonlyMap<string, LocationConf>;
  readonly prefix: ReadonlyMap<string, LocationConf>;
  /** Lengths of the prefixes, longest first. */
  readonly lengths: readonly number[];
  readonly regex: readonly LocationConf[];
  readonly named: ReadonlyMap<string, LocationConf>;
}

export interface Listen {
  /** `*`, an address, `[::]` form or `unix:…`. */
  readonly address: string;
  readonly port: number;
  readonly isDefault: boolean;
  readonly ssl: boolean;
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
}

/** `map`, `geo` and `split_clients`: how a variable is made of another value. */
export type VariableRule =
  | {
      readonly kind: 'map';
      readonly of: Value;
      readonly exact: ReadonlyMap<string, Value>;
      readonly patterns: readonly { readonly pattern: Pattern; readonly value: Value }[];
      readonly hostnames: readonly { readonly name: string; readonly value: Value }[];
      readonly otherwise: Value | null;
      /** Looked up anew at each use. */
      readonly volatile: boolean;
    }
  | {
      readonly kind: 'geo';
      readonly of: Value;
      readonly ranges: readonly AddressRule[];
      readonly values: readonly string[];
      readonly otherwise: string;
    }
  | { readonly kind: 'unknown' };

export interface NginxConfig {
  readonly main: Source;
  /** Folder of the main file, that relative user files and includes are taken from. */
  readonly confDir: string;
  readonly prefix: string;
  /** The level of http, above all servers; null where there is none. */
  readonly http: LocationConf | null;
  readonly servers: readonly ServerConf[];
  readonly upstreams: ReadonlyMap<string, readonly string[]>;
  readonly variables: ReadonlyMap<string, VariableRule>;
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
