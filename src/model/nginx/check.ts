import { argumentCounts, commercial, type NginxCommand, thirdParty } from '../../catalog/nginx.ts';
import { type ValueKind, valueKind } from '../../catalog/nginx-values.ts';
import { commandsIn, type NginxVersion } from '../../catalog/nginx-versions.ts';
import type { NginxDirective } from '../../syntax/nginx.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import type { NginxBuild } from './build.ts';
import type { NginxProblem } from './config.ts';
import { nearestDirectives } from './spelling.ts';

/** What the table says of a directive at its place: fine, refused, or of a module that cannot be seen. */
export type Checked =
  | { readonly kind: 'fine'; readonly single: boolean }
  | { readonly kind: 'refused'; readonly code: NginxProblem['code']; readonly message: string }
  | { readonly kind: 'foreign' };

/** A directive's form in one context, with what follows from it. */
interface Form {
  readonly block: boolean;
  /** How many arguments it takes: a bit for each number, the last one for all above. */
  readonly counts: number;
  readonly flag: boolean;
  /** What each argument must be; null: that is seen elsewhere, if at all. */
  readonly value: ValueKind | null;
  readonly fine: Checked & { readonly kind: 'fine' };
}

/** Numbers of arguments from here on are one bit. */
const many = 8;

/** Forms of directives in contexts, by release, context and name, as far as they were asked for. */
const forms = new Map<NginxVersion | null, Map<string, Map<string, Form>>>();

/** The forms of one context that are known so far. */
function formsIn(context: string, version: NginxVersion | null): Map<string, Form> {
  let contexts = forms.get(version);
  if (!contexts) {
    contexts = new Map();
    forms.set(version, contexts);
  }
  let names = contexts.get(context);
  if (!names) {
    names = new Map();
    contexts.set(context, names);
  }
  return names;
}

function formOf(name: string, command: NginxCommand): Form {
  let counts = 0;
  for (const kind of command.args) {
    const [least, most] = argumentCounts[kind]!;
    for (let count = least; count <= Math.min(most, many); count++) counts |= 1 << count;
  }
  const flag = command.args.includes('FLAG');
  return {
    block: command.block,
    counts,
    flag,
    // the stream module has flags of the same names
    value: flag ? null : valueKind(name),
    fine: { kind: 'fine', single: isSingle(name, command) },
  };
}

/** What the table needs to know of the configuration. */
interface Knowledge {
  readonly foreignModules: boolean;
  readonly fragment: boolean;
  readonly version: NginxVersion | null;
  readonly build: NginxBuild | null;
  readonly repository: boolean;
}

/** Source: ngx_conf_handler in src/core/ngx_conf_file.c, in its order of complaints. */
export function checkDirective(directive: NginxDirective, context: string, knowledge: Knowledge): Checked {
  const known = formsIn(context, knowledge.version);
  const form = known.get(directive.name);
  if (form && knowledge.build === null && fits(form, directive)) return form.fine;
  return lookUp(directive, context, knowledge, known);
}

/** A directive that was not met in its context before, or is not as it should be. */
function lookUp(directive: NginxDirective, context: string, knowledge: Knowledge, known: Map<string, Form>): Checked {
  const { name, count, children } = directive;
  const { fragment, version, build, repository } = knowledge;
  const commands = commandsIn(name, version);
  if (!commands) {
    const shown = printable(name, 80);
    if (commercial.has(name) && !knowledge.foreignModules && !fragment) {
      return { kind: 'refused', code: 'nginx-commercial-directive', message: `unknown directive "${shown}"` };
    }
    if (knowledge.foreignModules || thirdParty.test(name) || commercial.has(name)) return { kind: 'foreign' };
    // which modules nginx has is not known, but a slip of the pen is one anywhere
    const plausible = fragment ? /^[a-z][a-z0-9_]*$/ : /^(?!auth_)[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;
    if ((fragment || repository) && plausible.test(name) && nearestDirectives(name).length === 0)
      return { kind: 'foreign' };
    const other = version !== null && commandsIn(name, null) ? ', which this release of nginx does not have' : '';
    return { kind: 'refused', code: 'nginx-unknown-directive', message: `unknown directive "${shown}"${other}` };
  }
  const left = build && commands.every(({ module }) => build.missing.has(module) || build.dynamic.has(module));
  // what load_module brings is not known, nor what is loaded around a part of a configuration
  if (left && !knowledge.foreignModules && !(fragment && commands.some(({ module }) => build.dynamic.has(module)))) {
    return refused(name, 'nginx-module-not-built', (shown) => `unknown directive "${shown}"`);
  }
  let form = known.get(name);
  if (!form) {
    const command = commands.find(({ contexts }) => contexts.includes(context) || contexts[0] === 'any');
    if (command) {
      form = formOf(name, command);
      known.set(name, form);
    }
  }
  if (!form) return refused(name, 'nginx-wrong-context', (shown) => `"${shown}" directive is not allowed here`);
  if (!form.block && children) {
    return refused(name, 'nginx-not-terminated', (shown) => `directive "${shown}" is not terminated by ";"`);
  }
  if (form.block && !children) {
    return refused(name, 'nginx-not-terminated', (shown) => `directive "${shown}" has no opening "{"`);
  }
  if (!takes(form, count)) {
    return refused(name, 'nginx-argument-count', (shown) => `invalid number of arguments in "${shown}" directive`);
  }
  if (form.flag && !isFlag(directive)) {
    const value = printable(directive.value(0)!, 80);
    return refused(
      name,
      'nginx-bad-value',
      (shown) => `invalid value "${value}" in "${shown}" directive, it must be "on" or "off"`,
    );
  }
  const other = form.value && otherKind(form.value, directive);
  if (other !== null) {
    const complaint = form.value!.complain(name, other);
    return refused(name, 'nginx-bad-value', () => printable(complaint));
  }
  return form.fine;
}

/** Whether a directive is written as its form wants it. */
function fits(form: Form, directive: NginxDirective): boolean {
  if (form.block !== (directive.children !== null)) return false;
  if (!takes(form, directive.count) || (form.flag && !isFlag(directive))) return false;
  return form.value === null || otherKind(form.value, directive) === null;
}

/** Variables, and by custom names in capitals, stand for what a script puts in before nginx reads the file. */
const putInLater = new RegExp(`[$${hole}{}<>@]|^_*[A-Z][A-Z0-9_]{2,}$`);

/** The first argument that is of another kind than the directive's; null: none is. */
function otherKind({ form }: ValueKind, directive: NginxDirective): string | null {
  for (let index = 0; index < directive.count; index++) {
    const value = directive.value(index)!;
    if (!form.test(value) && !putInLater.test(value)) return value;
  }
  return null;
}

function takes({ counts }: Form, count: number): boolean {
  return (counts & (1 << Math.min(count, many))) !== 0;
}

function isFlag(directive: NginxDirective): boolean {
  return /^o(?:n|ff)$/i.test(directive.value(0)!);
}

function refused(name: string, code: NginxProblem['code'], say: (shown: string) => string): Checked {
  return { kind: 'refused', code, message: say(printable(name, 80)) };
}

/** Directives with one argument that may be said again on a level. */
const repeatable: ReadonlySet<string> = new Set(
  `include allow deny proxy_hide_header proxy_pass_header fastcgi_hide_header fastcgi_pass_header uwsgi_hide_header
  uwsgi_pass_header scgi_hide_header scgi_pass_header grpc_hide_header grpc_pass_header load_module env
  set_real_ip_from ssl_certificate ssl_certificate_key perl_modules debug_connection mirror perl_require server
  location upstream geo types if access_log error_log index proxy_redirect proxy_cookie_domain proxy_cookie_path
  js_import js_path js_preload_object http2_push http2_idle_timeout http2_recv_timeout http2_max_field_size
  http2_max_header_size http2_max_requests ssl_session_ticket_key fastcgi_catch_stderr ancient_browser_value
  modern_browser_value`.split(/\s+/),
);

/** Directives with other argument counts that may not. */
const single: ReadonlySet<string> = new Set(
  `try_files internal limit_except user resolver events http expires worker_cpu_affinity open_file_cache
  satisfy auth_request root alias auth_basic auth_basic_user_file keepalive_timeout keepalive disable_symlinks
  open_log_file_cache dav_access proxy_store_access proxy_bind fastcgi_bind uwsgi_bind scgi_bind grpc_bind
  memcached_bind client_body_temp_path proxy_temp_path fastcgi_temp_path uwsgi_temp_path scgi_temp_path`.split(/\s+/),
);

/** Whether a second one on the same level is refused as duplicate; `root` and `alias` see to themselves. */
function isSingle(name: string, command: NginxCommand): boolean {
  if (repeatable.has(name) || name === 'root' || name === 'alias') return false;
  if (single.has(name)) return true;
  return !command.block && (command.args[0] === 'FLAG' || command.args[0] === 'TAKE1');
}
