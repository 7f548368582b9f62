import { argumentCounts, commercial, type NginxCommand, nginxCommands, thirdParty } from '../../catalog/nginx.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import type { NginxProblem } from './config.ts';

/** What the table says of a directive at its place: fine, refused, or of a module that cannot be seen. */
export type Checked =
  | { readonly kind: 'fine'; readonly command: NginxCommand }
  | { readonly kind: 'refused'; readonly code: NginxProblem['code']; readonly message: string }
  | { readonly kind: 'foreign' };

/** Source: ngx_conf_handler in src/core/ngx_conf_file.c, in its order of complaints. */
export function checkDirective(directive: Directive, context: string, foreignModules: boolean): Checked {
  const { name, args, children } = directive;
  const commands = nginxCommands(name);
  if (!commands) {
    const shown = printable(name, 80);
    if (commercial.has(name) && !foreignModules) {
      return { kind: 'refused', code: 'nginx-commercial-directive', message: `unknown directive "${shown}"` };
    }
    if (foreignModules || thirdParty.test(name)) return { kind: 'foreign' };
    return { kind: 'refused', code: 'nginx-unknown-directive', message: `unknown directive "${shown}"` };
  }
  const command = commands.find(({ contexts }) => contexts.includes(context) || contexts[0] === 'any');
  const refused = (code: NginxProblem['code'], say: (shown: string) => string): Checked => ({
    kind: 'refused',
    code,
    message: say(printable(name, 80)),
  });
  if (!command) {
    return refused('nginx-wrong-context', (shown) => `"${shown}" directive is not allowed here`);
  }
  if (!command.block && children) {
    return refused('nginx-not-terminated', (shown) => `directive "${shown}" is not terminated by ";"`);
  }
  if (command.block && !children) {
    return refused('nginx-not-terminated', (shown) => `directive "${shown}" has no opening "{"`);
  }
  const fits = command.args.some((kind) => {
    const [least, most] = argumentCounts[kind]!;
    return args.length >= least && args.length <= most;
  });
  if (!fits) return refused('nginx-argument-count', (shown) => `invalid number of arguments in "${shown}" directive`);
  if (command.args.includes('FLAG') && !/^o(?:n|ff)$/i.test(args[0]!.value)) {
    const value = printable(args[0]!.value, 80);
    return refused(
      'nginx-bad-value',
      (shown) => `invalid value "${value}" in "${shown}" directive, it must be "on" or "off"`,
    );
  }
  return { kind: 'fine', command };
}

/** Directives with one argument that may be said again on a level. */
const repeatable: ReadonlySet<string> = new Set(
  `include allow deny proxy_hide_header proxy_pass_header fastcgi_hide_header fastcgi_pass_header uwsgi_hide_header
  uwsgi_pass_header scgi_hide_header scgi_pass_header grpc_hide_header grpc_pass_header load_module env
  set_real_ip_from ssl_certificate ssl_certificate_key perl_modules debug_connection mirror perl_require server
  location upstream geo types if access_log error_log index proxy_redirect proxy_cookie_domain proxy_cookie_path
  js_import js_path js_preload_object`.split(/\s+/),
);

/** Directives with other argument counts that may not. */
const single: ReadonlySet<string> = new Set(
  `try_files internal limit_except user resolver events http expires worker_cpu_affinity open_file_cache
  satisfy auth_request root alias ssl_protocols proxy_next_upstream auth_basic auth_basic_user_file keepalive_timeout
  client_body_temp_path ip_hash least_conn`.split(/\s+/),
);

/** Whether a second one on the same level is refused as duplicate. */
export function isSingle(name: string, command: NginxCommand): boolean {
  if (repeatable.has(name)) return false;
  if (single.has(name)) return true;
  return !command.block && (command.args[0] === 'FLAG' || command.args[0] === 'TAKE1');
}
