import type { Directive } from '../../syntax/tree.ts';
import { readEnvRule, readRedirect, stringExpression } from './readings.ts';
import { noRewrite, type RewriteCond, type RewriteRules, readRewriteCond, readRewriteRule } from './rewrite-rules.ts';
import { emptySettings, noRare, type RareSettings, type Settings } from './settings.ts';

/** Where directives stand, as far as that changes their meaning. */
export interface CompileContext {
  readonly modules: ReadonlySet<string> | null;
  /** Names of `<AuthzProviderAlias>`. */
  readonly authzAliases: ReadonlySet<string>;
  readonly serverRoot: string | null;
  /** Physical folder (with its slash) for `<Directory>` and .htaccess, the URL path for `<Location>`, else null. */
  readonly path: string | null;
  /** Whether the directives are at a server's top level. */
  readonly server: boolean;
  /** Which directives count at all, where AllowOverride is Nonfatal and the rest is passed over. */
  readonly permits?: (directive: Directive) => boolean;
}

/** What maps a request to content: redirects, aliases, index files, rewriting, variables and proxies. */
export class MappingCompiler {
  protected readonly context: CompileContext;
  protected readonly out: { -readonly [K in keyof Settings]: Settings[K] } = emptySettings();
  protected rules: { -readonly [K in keyof RewriteRules]: RewriteRules[K] } | null = null;
  readonly #lists = new WeakSet<object>();
  #conditions: RewriteCond[] = [];

  constructor(context: CompileContext) {
    this.context = context;
  }

  /** What few sections say, as far as it is read; made when something says it. */
  protected get rare(): { -readonly [K in keyof RareSettings]: RareSettings[K] } {
    if (this.out.rare === noRare) this.out.rare = { ...noRare };
    return this.out.rare;
  }

  /** A list with one more at its end; one that was made here grows in place, as there may be many thousand. */
  #grown<T>(list: readonly T[], item: T): readonly T[] {
    const own = this.#lists.has(list) ? (list as T[]) : [...list];
    own.push(item);
    this.#lists.add(own);
    return own;
  }

  redirect(directive: Directive): void {
    const old = this.rare.alias ?? { redirects: [], redirect: null, alias: null, preservePath: null };
    const rule = readRedirect(directive, this.context.path !== null, this.context.modules);
    if (!rule) return;
    this.rare.alias =
      'pattern' in rule ? { ...old, redirects: this.#grown(old.redirects, rule) } : { ...old, redirect: rule };
  }

  alias(directive: Directive): void {
    const old = this.rare.alias ?? { redirects: [], redirect: null, alias: null, preservePath: null };
    const { path } = this.context;
    if (directive.name.toLowerCase() === 'aliaspreservepath') {
      this.rare.alias = { ...old, preservePath: directive.args[0]?.value.toLowerCase() === 'on' };
      return;
    }
    if (directive.args.length !== 1 || path === null) return;
    const to = stringExpression(directive.args[0]!.value, this.context.modules);
    if (to) this.rare.alias = { ...old, alias: { to, path, origin: directive } };
  }

  index(directive: Directive): void {
    const old = this.rare.index ?? { names: null, slash: null, checkHandler: null, redirect: null, fallback: null };
    const values = directive.args.map(({ value }) => value);
    const word = values[0]?.toLowerCase() ?? '';
    switch (directive.name.toLowerCase()) {
      case 'directoryindex': {
        let names = old.names ?? [];
        // `disabled` alone empties the list; after other words it is a name
        if (values.length === 1 && word === 'disabled') names = [];
        else names = [...names, ...values];
        this.rare.index = { ...old, names };
        break;
      }
      case 'directoryslash':
        this.rare.index = { ...old, slash: word === 'on' };
        break;
      case 'directorycheckhandler':
        this.rare.index = { ...old, checkHandler: word === 'on' };
        break;
      case 'directoryindexredirect': {
        const named = ({ on: 302, off: false, permanent: 301, temp: 302, seeother: 303 } as const)[word as 'on'];
        this.rare.index = { ...old, redirect: named ?? (Number(word) || null) };
        break;
      }
      default:
        this.rare.index = { ...old, fallback: { value: values[0] ?? '', origin: directive } };
    }
  }

  rewrite(directive: Directive): void {
    this.rules ??= { ...noRewrite, directory: this.context.path };
    const rules = this.rules;
    const values = directive.args.map(({ value }) => value);
    switch (directive.name.toLowerCase()) {
      case 'rewriteengine':
        rules.engine = values[0]?.toLowerCase() === 'on';
        break;
      case 'rewritebase':
        rules.base = values[0] ?? null;
        break;
      case 'rewriteoptions':
        rules.optionsSet = true;
        for (const value of values) {
          const lower = value.toLowerCase();
          if (lower === 'inherit') rules.inherit = 'after';
          else if (lower === 'inheritbefore') rules.inherit = 'before';
          else if (lower === 'inheritdown') rules.inherit = 'down';
          else if (lower === 'inheritdownbefore') rules.inherit = 'down-before';
          else if (lower === 'ignoreinherit') rules.ignoreInherit = true;
          else if (lower === 'allownoslash') rules.noSlash = true;
          else if (lower === 'mergebase') rules.mergeBase = true;
        }
        break;
      case 'rewritemap':
        // it only says that rewriting is spoken of: what a map gives is not worked out
        break;
      case 'rewritecond': {
        const condition = readRewriteCond(directive);
        if (condition) this.#conditions.push(condition);
        break;
      }
      default: {
        const rule = readRewriteRule(directive, this.#conditions);
        this.#conditions = [];
        if (rule) rules.rules = this.#grown(rules.rules, rule);
      }
    }
  }

  env(directive: Directive): void {
    const rule = readEnvRule(directive, this.context.modules);
    if (rule) this.rare.env = this.#grown(this.rare.env ?? [], rule);
  }

  lateEnv({ args: [name, value] }: Directive): void {
    if (!name) return;
    const set = { name: name.value, value: value?.value ?? '' };
    this.rare.lateEnv = this.#grown(this.rare.lateEnv ?? [], set);
  }

  proxyPass(directive: Directive): void {
    if (this.context.path !== null && directive.args.length > 0)
      this.rare.proxy = { value: directive.args[0]!.value, origin: directive };
  }
}
