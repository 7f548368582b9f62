import { wordsOf } from '../../syntax/apache-words.ts';
import type { Directive } from '../../syntax/tree.ts';
import { compilePattern } from '../regex.ts';
import { LoginCompiler } from './compile-login.ts';
import type { CompileContext } from './compile-mapping.ts';
import { parseExpression } from './expression.ts';
import { joinMethods, type MethodSet, methodNumber, methodsExcept } from './methods.ts';
import { hostRule, readOptions } from './readings.ts';
import { isUnread, parseRequire, type RequireContainer, type Requirement, requireContainer } from './require.ts';
import {
  type AccessRule,
  type AccessSettings,
  type CoreSettings,
  emptyCore,
  type FilesSection,
  type IfSection,
  type Settings,
} from './settings.ts';
import { rawArguments } from './words.ts';

class Compiler extends LoginCompiler {
  #core: { -readonly [K in keyof CoreSettings]: CoreSettings[K] } | null = null;
  #section: RequireSection | null = null;
  #authz: { merging: 'off' | 'and' | 'or' | null; forbidden: boolean | null } | null = null;
  #access: {
    orders: AccessSettings['orders'][number][];
    allows: AccessRule[];
    denies: AccessRule[];
    satisfy: AccessSettings['satisfy'][number][];
  } | null = null;
  #depth = 0;

  finish(): Settings {
    const out = this.out;
    if (this.#core) out.core = this.#core;
    if (this.#authz || this.#section) {
      const section = this.#section && containerOf('any', false, this.#section.methods, this.#section.children, null);
      out.authz = { section, merging: this.#authz?.merging ?? null, forbidden: this.#authz?.forbidden ?? null };
    }
    if (this.#access) out.access = this.#access;
    if (this.rules) out.rewrite = this.rules;
    return out;
  }

  read(directives: readonly Directive[], methods: MethodSet): void {
    if (++this.#depth > 300) return;
    for (const directive of directives) this.#one(directive, methods);
    this.#depth--;
  }

  get #coreParts(): { -readonly [K in keyof CoreSettings]: CoreSettings[K] } {
    this.#core ??= { ...emptyCore };
    return this.#core;
  }

  #one(directive: Directive, methods: MethodSet): void {
    const handler = handlers.get(directive.name.toLowerCase());
    if (handler && this.context.permits?.(directive) !== false) handler.call(this, directive, methods);
  }

  // --- sections inside a section -----------------------------------------------------------------------------------

  limit(directive: Directive, methods: MethodSet): void {
    const except = directive.name.toLowerCase() === '<limitexcept';
    const numbers = new Set(directive.args.map(({ value }) => methodNumber(value)));
    const set = except ? methodsExcept(numbers) : numbers;
    const inner = methods === null ? set : new Set([...(set ?? [])].filter((number) => methods.has(number)));
    this.read(directive.children ?? [], inner);
  }

  files(directive: Directive): void {
    if (this.context.server) return;
    this.#coreParts.files = this.#coreParts.files.concat(filesSection(directive, this.context));
  }

  conditional(directive: Directive): void {
    if (this.context.server) return;
    this.#coreParts.ifs = this.#coreParts.ifs.concat(ifSection(directive, this.context));
  }

  // --- core --------------------------------------------------------------------------------------------------------

  options(directive: Directive): void {
    this.#coreParts.options = readOptions(this.#coreParts.options, directive);
  }

  allowOverride(directive: Directive): void {
    const core = this.#coreParts;
    const classes = new Set<'AuthConfig' | 'FileInfo' | 'Indexes' | 'Limit' | 'Options'>();
    const nonfatal = { override: false, unknown: false };
    for (const { value } of directive.args) {
      const equals = value.indexOf('=');
      const name = (equals < 0 ? value : value.slice(0, equals)).toLowerCase();
      const rest = equals < 0 ? null : value.slice(equals + 1);
      if (name === 'authconfig') classes.add('AuthConfig');
      else if (name === 'fileinfo') classes.add('FileInfo');
      else if (name === 'indexes') classes.add('Indexes');
      else if (name === 'limit') classes.add('Limit');
      else if (name === 'options') {
        classes.add('Options');
        core.overrideOptions = rest === null ? null : new Set(rest.toLowerCase().split(','));
      } else if (name === 'all') {
        for (const one of ['AuthConfig', 'FileInfo', 'Indexes', 'Limit', 'Options'] as const) classes.add(one);
        core.overrideOptions = null;
      } else if (name === 'nonfatal') {
        const which = rest?.toLowerCase();
        if (which === 'override' || which === 'all') nonfatal.override = true;
        if (which === 'unknown' || which === 'all') nonfatal.unknown = true;
      }
    }
    core.override = { classes, nonfatal, origin: directive };
  }

  allowOverrideList(directive: Directive): void {
    const names = directive.args.map(({ value }) => value.toLowerCase());
    this.#coreParts.overrideList = new Set(names.length === 1 && names[0] === 'none' ? [] : names);
  }

  errorDocument(directive: Directive): void {
    const status = Number(directive.args[0]?.value);
    const value = directive.args[1]?.value;
    if (value === undefined || !Number.isInteger(status)) return;
    const map = new Map(this.#coreParts.errorDocuments);
    map.set(status, { value, origin: directive });
    this.#coreParts.errorDocuments = map;
  }

  coreFlag(directive: Directive): void {
    const word = directive.args[0]?.value ?? '';
    const lower = word.toLowerCase();
    switch (directive.name.toLowerCase()) {
      case 'allowencodedslashes':
        if (lower === 'on' || lower === 'off' || lower === 'nodecode') this.#coreParts.encodedSlashes = lower;
        break;
      case 'acceptpathinfo':
        if (lower === 'on' || lower === 'off' || lower === 'default') this.#coreParts.pathInfo = lower;
        break;
      case 'usecanonicalname':
        this.#coreParts.canonicalName = { value: lower, origin: directive };
        break;
      default:
        this.#coreParts.handler = { value: word, origin: directive };
    }
  }

  // --- authorization -----------------------------------------------------------------------------------------------

  require(directive: Directive, methods: MethodSet): void {
    const leaf = parseRequire(directive, methods, this.context);
    if (!('message' in leaf)) this.#demand(leaf);
  }

  /** A container of Require lines; what else may stand in it is for the section around. */
  requireSection(directive: Directive, methods: MethodSet): void {
    const container = requireContainer(directive)!;
    const op = container === 'all' ? 'all' : 'any';
    const outer = this.#section;
    const own: RequireSection = { op, methods: new Set(), children: [] };
    this.#section = own;
    for (const child of directive.children ?? []) {
      if (isUnread(child)) {
        const demand = { kind: 'unread', name: child.args[0]?.value ?? child.name } as const;
        this.#demand({ kind: 'leaf', demand, negate: false, methods, origin: child });
      } else this.read([child], methods);
    }
    this.#section = outer;
    if (own.children.length > 0)
      this.#demand(containerOf(op, container === 'none', own.methods, own.children, directive));
  }

  #demand(requirement: Requirement): void {
    this.#section ??= { op: 'any', methods: new Set(), children: [] };
    const { op, children } = this.#section;
    this.#section.methods = joinMethods(this.#section.methods, requirement.methods);
    if (requirement.kind === 'container' && !requirement.negate && requirement.op === op)
      for (const child of requirement.children) children.push(child);
    else children.push(requirement);
  }

  authz(directive: Directive): void {
    const word = directive.args[0]?.value.toLowerCase();
    this.#authz ??= { merging: null, forbidden: null };
    if (directive.name.toLowerCase() === 'authmerging') {
      if (word === 'off' || word === 'and' || word === 'or') this.#authz.merging = word;
    } else this.#authz.forbidden = word === 'on';
  }

  access(directive: Directive, methods: MethodSet): void {
    this.#access ??= { orders: [], allows: [], denies: [], satisfy: [] };
    const access = this.#access;
    const values = directive.args.map(({ value }) => value);
    const lower = values[0]?.toLowerCase();
    switch (directive.name.toLowerCase()) {
      case 'order':
        if (lower === 'allow,deny' || lower === 'deny,allow' || lower === 'mutual-failure')
          access.orders.push({ order: lower, methods, origin: directive });
        break;
      case 'satisfy':
        access.satisfy.push({ any: lower === 'any', methods, origin: directive });
        break;
      default: {
        const list = directive.name.toLowerCase() === 'allow' ? access.allows : access.denies;
        for (const value of values.slice(1)) {
          const rule = hostRule(value);
          if (rule) list.push({ rule, methods, origin: directive });
        }
      }
    }
  }

  tls(directive: Directive): void {
    this.rare.tlsOnly = { value: true, origin: directive };
  }

  allowMethods(directive: Directive): void {
    const names = directive.args.map(({ value }) => value);
    const reset = names.length === 1 && names[0]!.toLowerCase() === 'reset';
    const before = this.rare.methods?.value ?? [];
    const allowed = reset ? null : new Set([...before, ...names.map((name) => methodNumber(name))]);
    this.rare.methods = { value: allowed, origin: directive };
  }

  elsewhere(directive: Directive): void {
    // a certificate that is optional keeps nobody out
    if (/^sslverifyclient$/i.test(directive.name) && directive.args[0]?.value.toLowerCase() !== 'require') return;
    // what mod_ssl asks counts for TLS alone: any other module's line says more
    if (!this.rare.elsewhere || !/^ssl/i.test(directive.name)) this.rare.elsewhere = directive;
  }

  unread(directive: Directive): void {
    if (!this.context.server) this.rare.unread = directive;
  }

  svnAccess(directive: Directive): void {
    this.rare.svnAccess = directive;
  }
}

function containerOf(
  op: RequireContainer['op'],
  negate: boolean,
  methods: MethodSet,
  children: readonly Requirement[],
  origin: Directive | null,
): RequireContainer {
  // a list that has grown has room for more, which would stay
  return { kind: 'container', op, negate, methods, children: children.slice(), origin };
}

/** Require lines on their way into a container. */
interface RequireSection {
  readonly op: RequireContainer['op'];
  methods: MethodSet;
  readonly children: Requirement[];
}

type Handler = (this: Compiler, directive: Directive, methods: MethodSet) => void;

const handlers = new Map<string, Handler>();
const on = (names: string, handler: Handler): void => {
  for (const name of names.split(' ')) handlers.set(name, handler);
};
const methodsOf = Compiler.prototype;
on('<limit <limitexcept', methodsOf.limit);
on('<files <filesmatch', methodsOf.files);
on('<if <elseif <else', methodsOf.conditional);
on('options', methodsOf.options);
on('allowoverride', methodsOf.allowOverride);
on('allowoverridelist', methodsOf.allowOverrideList);
on('errordocument', methodsOf.errorDocument);
on('allowencodedslashes acceptpathinfo usecanonicalname sethandler', methodsOf.coreFlag);
on('authtype authname', methodsOf.authn);
on('authuserfile authgroupfile', methodsOf.authFile);
on('authbasicprovider authbasicauthoritative authbasicfake authbasicusedigestalgorithm', methodsOf.basic);
on(
  'authdigestprovider authdigestqop authdigestdomain authdigestalgorithm authdigestnoncelifetime authdigestnccheck',
  methodsOf.digest,
);
on(
  'anonymous anonymous_mustgiveemail anonymous_verifyemail anonymous_nouserid anonymous_logemail',
  methodsOf.anonymous,
);
on(
  'authldapurl authldapbinddn authldapbindpassword authldapbindauthoritative authldapcomparednonserver ' +
    'authldapdereferencealiases authldapgroupattribute authldapgroupattributeisdn authldapremoteuserattribute ' +
    'authldapremoteuserisdn authldapsearchasuser authldapinitialbindasuser authldapinitialbindpattern ' +
    'authdbduserpwquery authdbduserrealmquery authdbmuserfile authdbmtype',
  methodsOf.source,
);
on(
  'authformprovider authformauthoritative authformfakebasicauth authformloginrequiredlocation ' +
    'authformloginsuccesslocation authformlogoutlocation',
  methodsOf.form,
);
on(
  'session sessionmaxage sessioninclude sessionexclude sessioncookiename sessioncookiename2 sessiondbdcookiename ' +
    'sessiondbdcookiename2 sessiondbdperuser sessioncryptopassphrase sessioncryptopassphrasefile',
  methodsOf.session,
);
on('require', methodsOf.require);
on('<requireall <requireany <requirenone', methodsOf.requireSection);
on('authmerging authzsendforbiddenonfailure', methodsOf.authz);
on('order allow deny satisfy', methodsOf.access);
on('sslrequiressl', methodsOf.tls);
on('allowmethods', methodsOf.allowMethods);
on(
  'sslrequire sslverifyclient ssifakebasicauth secruleengine luahookaccesschecker luahookauthchecker ' +
    'lookupuserbycertificate perlaccesshandler perlauthenhandler perlauthzhandler pythonaccesshandler ' +
    'pythonauthenhandler wsgiaccessscript wsgiauthuserscript',
  methodsOf.elsewhere,
);
on('include includeoptional use', methodsOf.unread);
on('authzsvnaccessfile authzsvnreposrelativeaccessfile', methodsOf.svnAccess);
on('redirect redirectmatch redirecttemp redirectpermanent', methodsOf.redirect);
on('alias scriptalias aliaspreservepath', methodsOf.alias);
on('directoryindex directoryslash directorycheckhandler directoryindexredirect fallbackresource', methodsOf.index);
on('rewriteengine rewritebase rewriteoptions rewritemap rewritecond rewriterule', methodsOf.rewrite);
on('setenvif setenvifnocase setenvifexpr browsermatch browsermatchnocase', methodsOf.env);
on('setenv', methodsOf.lateEnv);
on('proxypass proxypassmatch', methodsOf.proxyPass);

/** The settings that the directives of one section, .htaccess file or server make. */
export function compileSettings(
  directives: readonly Directive[],
  context: CompileContext,
  methods: MethodSet = null,
): Settings {
  const compiler = new Compiler(context);
  compiler.read(directives, methods);
  return compiler.finish();
}

function lazily(directive: Directive, context: CompileContext): () => Settings {
  let made: Settings | null = null;
  return () => (made ??= compileSettings(directive.children ?? [], context));
}

export function filesSection(directive: Directive, context: CompileContext): FilesSection {
  const regex = directive.name.toLowerCase() === '<filesmatch';
  const tilde = directive.args[0]?.value === '~';
  const given = directive.args[tilde ? 1 : 0]?.value ?? '';
  const pattern = regex || tilde ? compilePattern(given) : null;
  const name = pattern ? given : given.replace(/^(?:\.\/+)+/, '');
  return {
    origin: directive,
    name,
    glob: /[*?[]/.test(name),
    pattern,
    settings: lazily(directive, { ...context, server: false, path: name }),
  };
}

export function ifSection(directive: Directive, context: CompileContext): IfSection {
  const name = directive.name.toLowerCase();
  const kind = name === '<if' ? 'if' : name === '<else' ? 'else' : 'elseif';
  let text = rawArguments(directive).trim();
  // the section takes one argument, quotes and all
  const words = wordsOf(text);
  if (text.startsWith('"') || text.startsWith("'")) text = words[0] ?? '';
  const parsed = kind === 'else' ? null : parseExpression(text, { modules: context.modules });
  return {
    origin: directive,
    kind,
    condition: parsed?.expression?.condition ?? null,
    settings: lazily(directive, { ...context, server: false, path: '*If' }),
  };
}
