import type { Directive } from '../../syntax/tree.ts';
import type { Source, Span } from '../../text/source.ts';

/** A complaint of httpd about its configuration, in its own words. */
export interface ConfigProblem {
  /** Which kind of mistake: names a reason, so that rules can explain it. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** What the configuration needs but cannot be seen: an include outside the tree, an unset variable, an unknown module. */
export interface Unseen {
  readonly what: 'include' | 'variable' | 'module' | 'file' | 'condition' | 'limit';
  readonly message: string;
  readonly span: Span;
}

/** A section that is decided as it is read (<IfModule>, <IfDefine>, <IfVersion> and their kin), and what is in it. */
export interface Guard {
  readonly directive: Directive;
  readonly holds: boolean;
  /** What decides it cannot be seen. */
  readonly guessed: boolean;
  /** What is in it: where it holds as the server takes it, else the lines as they stand, sections and all, in a row. */
  readonly inner: readonly Directive[];
  /** The section that it stands in; null: none, or the top of a .htaccess file. */
  readonly around: Directive | null;
}

/** httpd's configuration as it stands after the first pass: includes, conditions, macros and variables are resolved. */
export interface ApacheConfig {
  readonly main: Source;
  /** Absolute; null where neither the text nor the layout tells. */
  readonly serverRoot: string | null;
  /** Loaded modules by C name without suffix and with prefix, e.g. `mod_auth_basic`; null: not visible, the usual ones are assumed. */
  readonly modules: ReadonlySet<string> | null;
  readonly defines: ReadonlyMap<string, string>;
  /** Names made by <AuthnProviderAlias> and <AuthzProviderAlias>. */
  readonly aliases: { readonly authn: ReadonlySet<string>; readonly authz: ReadonlySet<string> };
  /** Top level, in order; sections hold their children. Include, If*, Macro and Use themselves are gone. */
  readonly directives: readonly Directive[];
  /** The server's refusals to start, the one it would print first; empty: it starts. */
  readonly startProblems: readonly ConfigProblem[];
  readonly unseen: readonly Unseen[];
  readonly guards: readonly Guard[];
  /** IncludeOptional lines that bring in nothing, though what they name would be visible. */
  readonly unmetIncludes: readonly Directive[];
  readonly sources: readonly Source[];
}

/** Override classes that AllowOverride gives to a .htaccess file. */
export interface Override {
  readonly classes: ReadonlySet<'AuthConfig' | 'FileInfo' | 'Indexes' | 'Limit' | 'Options'>;
  /** Names that AllowOverride Options=… permits, lower case; null: all. */
  readonly options: ReadonlySet<string> | null;
  /** Directive names of AllowOverrideList, lower case; null: none given. */
  readonly list: ReadonlySet<string> | null;
  readonly nonfatal: { readonly override: boolean; readonly unknown: boolean };
}

/** One .htaccess file as httpd takes it under given overrides. */
export interface Htaccess {
  readonly source: Source;
  readonly directives: readonly Directive[];
  /** The first makes every request a 500, each next one would once those before it are mended; empty: httpd takes the file. */
  readonly problems: readonly ConfigProblem[];
  readonly unseen: readonly Unseen[];
  readonly guards: readonly Guard[];
}
