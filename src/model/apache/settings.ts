import type { Directive } from '../../syntax/tree.ts';
import type { Subnet } from '../addresses.ts';
import type { Pattern } from '../regex.ts';
import type { Override } from './config.ts';
import type { Condition, Expression } from './expression.ts';
import type { MethodSet } from './methods.ts';
import type { RequireContainer } from './require.ts';
import type { RewriteRules } from './rewrite-rules.ts';
import type { FormSettings, SessionSettings } from './session.ts';

/** A value and the directive that gave it. */
export interface Setting<T> {
  readonly value: T;
  readonly origin: Directive;
}

/** Bits of the Options directive that matter here. */
export const option = { indexes: 1, followLinks: 2, ownerLinks: 4, multiViews: 8 } as const;

/** Options of one place: set outright, or added to and taken from what is inherited (core.c, set_options). */
export interface OptionBits {
  readonly outright: number | null;
  readonly add: number;
  readonly remove: number;
}

/** AllowOverride and AllowOverrideList of one place; null: not given here. */
export interface OverrideSettings {
  readonly classes: Override['classes'];
  readonly nonfatal: Override['nonfatal'];
  readonly origin: Directive;
}

/** A section whose contents are compiled when it is first needed. */
export interface Section {
  readonly origin: Directive;
  readonly settings: () => Settings;
}

export interface FilesSection extends Section {
  readonly name: string;
  readonly glob: boolean;
  readonly pattern: Pattern | null;
}

export interface IfSection extends Section {
  readonly kind: 'if' | 'elseif' | 'else';
  readonly condition: Condition | null;
}

/** What core's own directives set (core_dir_config). */
export interface CoreSettings {
  readonly options: OptionBits;
  readonly override: OverrideSettings | null;
  /** Names that AllowOverride Options=… permits, lower case; undefined: not given. */
  readonly overrideOptions: ReadonlySet<string> | null | undefined;
  readonly overrideList: ReadonlySet<string> | null;
  readonly errorDocuments: ReadonlyMap<number, Setting<string>> | null;
  readonly files: readonly FilesSection[];
  readonly ifs: readonly IfSection[];
  readonly encodedSlashes: 'on' | 'off' | 'nodecode' | null;
  readonly pathInfo: 'on' | 'off' | 'default' | null;
  readonly handler: Setting<string> | null;
  /** UseCanonicalName: `on`, the server goes by its ServerName, whatever name it is called by; lower case. */
  readonly canonicalName: Setting<string> | null;
}

export interface AuthnSettings {
  readonly type: Setting<Expression> | null;
  readonly name: Setting<Expression> | null;
}

export interface AuthzSettings {
  readonly section: RequireContainer | null;
  readonly merging: 'off' | 'and' | 'or' | null;
  readonly forbidden: boolean | null;
}

export type HostRule =
  | { readonly kind: 'all' }
  | { readonly kind: 'env' | 'not-env'; readonly name: string }
  | { readonly kind: 'ip'; readonly subnet: Subnet }
  | { readonly kind: 'host'; readonly name: string };

export interface AccessRule {
  readonly rule: HostRule;
  readonly methods: MethodSet;
  readonly origin: Directive;
}

export type AccessOrder = 'allow,deny' | 'deny,allow' | 'mutual-failure';

/** mod_access_compat; it has no merge, the innermost section that says anything counts alone. */
export interface AccessSettings {
  readonly orders: readonly { readonly order: AccessOrder; readonly methods: MethodSet; readonly origin: Directive }[];
  readonly allows: readonly AccessRule[];
  readonly denies: readonly AccessRule[];
  readonly satisfy: readonly { readonly any: boolean; readonly methods: MethodSet; readonly origin: Directive }[];
}

export interface BasicSettings {
  readonly providers: readonly Setting<string>[] | null;
  readonly authoritative: Setting<boolean> | null;
  readonly digestAlgorithm: Setting<boolean> | null;
}

export interface DigestSettings {
  readonly providers: readonly Setting<string>[] | null;
  readonly qop: readonly string[] | null;
  readonly domain: readonly string[] | null;
  readonly algorithm: string | null;
}

export interface AnonymousSettings {
  readonly users: readonly string[];
  readonly anyone: boolean;
  readonly mustGiveEmail: boolean;
  readonly verifyEmail: boolean;
  readonly noUserId: boolean;
}

/** One Redirect or Alias. */
export interface UrlRule {
  readonly from: string;
  readonly pattern: Pattern | null;
  readonly to: string | null;
  readonly status: number;
  readonly script: boolean;
  readonly origin: Directive;
}

export interface AliasSettings {
  readonly redirects: readonly UrlRule[];
  /** Redirect with only a target inside a Location; a null target is a bare status. */
  readonly redirect: { readonly to: Expression | null; readonly status: number; readonly origin: Directive } | null;
  /** Alias with only a target inside a Location. */
  readonly alias: { readonly to: Expression; readonly path: string; readonly origin: Directive } | null;
  readonly preservePath: boolean | null;
}

export interface IndexSettings {
  readonly names: readonly string[] | null;
  readonly slash: boolean | null;
  readonly checkHandler: boolean | null;
  readonly redirect: number | false | null;
  readonly fallback: Setting<string> | null;
}

/** SetEnvIf and its kin, which can decide an `env` test before the login (SetEnv comes too late for that). */
export interface EnvRule {
  /** The header or property that is tested; empty where an expression is. */
  readonly attribute: string;
  readonly pattern: Pattern | null;
  readonly expression: Expression | null;
  readonly sets: readonly { readonly name: string; readonly value: string | null }[];
  readonly origin: Directive;
}

/** Whether a source of users that lies elsewhere is told where to look; null: a directive of the module, and not this one. */
export interface SourceSettings {
  readonly where: Directive | null;
}

/** What few sections say; null: nothing. */
export interface RareSettings {
  readonly digest: DigestSettings | null;
  readonly anonymous: AnonymousSettings | null;
  /** AuthLDAPURL, AuthDBDUserPWQuery and AuthDBMUserFile. */
  readonly ldap: SourceSettings | null;
  readonly dbd: SourceSettings | null;
  readonly dbm: SourceSettings | null;
  readonly form: FormSettings | null;
  readonly session: SessionSettings | null;
  readonly alias: AliasSettings | null;
  readonly index: IndexSettings | null;
  readonly env: readonly EnvRule[] | null;
  /** SetEnv, which comes after the login: what the request leads to sees it. */
  readonly lateEnv: readonly { readonly name: string; readonly value: string }[] | null;
  readonly tlsOnly: Setting<boolean> | null;
  /** Numbers of the methods that AllowMethods admits; null: all. */
  readonly methods: Setting<ReadonlySet<number> | null> | null;
  readonly proxy: Setting<string> | null;
  /** A directive that may let in or keep out in a way that cannot be predicted. */
  readonly elsewhere: Directive | null;
  /** A line that brings what cannot be seen: an include, a macro. */
  readonly unread: Directive | null;
  /** A file of Subversion's that may refuse whoever does not log in, whatever else lets them in. */
  readonly svnAccess: Directive | null;
}

/** Per-directory settings of one section, .htaccess file or merge (ap_conf_vector_t); null: that module has none. */
export interface Settings {
  readonly core: CoreSettings;
  readonly authn: AuthnSettings | null;
  readonly userFile: Setting<string> | null;
  readonly groupFile: Setting<string> | null;
  readonly authz: AuthzSettings | null;
  readonly access: AccessSettings | null;
  readonly basic: BasicSettings | null;
  readonly rewrite: RewriteRules | null;
  readonly rare: RareSettings;
  /** Memo of merges with this as the newer: pairs of the base and what came of it; null until the first. */
  merged: Settings[] | null;
}

export const noOptions: OptionBits = { outright: null, add: 0, remove: 0 };

export const emptyCore: CoreSettings = {
  options: noOptions,
  override: null,
  overrideOptions: undefined,
  overrideList: null,
  errorDocuments: null,
  files: [],
  ifs: [],
  encodedSlashes: null,
  pathInfo: null,
  handler: null,
  canonicalName: null,
};

export const noRare: RareSettings = {
  digest: null,
  anonymous: null,
  ldap: null,
  dbd: null,
  dbm: null,
  form: null,
  session: null,
  alias: null,
  index: null,
  env: null,
  lateEnv: null,
  tlsOnly: null,
  methods: null,
  proxy: null,
  elsewhere: null,
  unread: null,
  svnAccess: null,
};

/** Settings that say nothing. */
export function emptySettings(): Settings {
  return {
    core: emptyCore,
    authn: null,
    userFile: null,
    groupFile: null,
    authz: null,
    access: null,
    basic: null,
    rewrite: null,
    rare: noRare,
    merged: null,
  };
}

const nothing = emptySettings();

/** Whether settings say nothing at all. */
export function saysNothing({ rare, ...common }: Settings): boolean {
  const empty = <T extends object>(one: T, other: T): boolean =>
    (Object.keys(other) as (keyof T)[]).every((key) => one[key] === other[key]);
  return empty(rare, noRare) && empty({ ...common, rare: noRare }, nothing);
}
