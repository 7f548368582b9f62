import { knownVariables, variablePrefixes } from '../../catalog/nginx.ts';
import { comesLater } from '../../catalog/nginx-versions.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import type { Span } from '../../text/source.ts';
import { hole } from '../../text/template.ts';
import { addressBytes } from '../addresses.ts';
import type { LocationConf, ServerConf } from './config.ts';
import { isHarmless } from './include.ts';
import { inEffect } from './levels.ts';
import type { Loading } from './loading.ts';
import { duplicateIn, mergeLevel } from './location.ts';
import { refererHosts } from './referers.ts';
import { type Value, variablesOf } from './value.ts';

/** What nginx does when all is read: merging, the search tables, default servers, variable names. */
export function finish(loading: Loading): void {
  const defaults = new Map<string, Directive>();
  for (const server of loading.servers) {
    if (server.listens.length === 0)
      server.listens = [{ address: '*', port: 80, isDefault: false, ssl: false, both: false, origin: server.origin }];
    server.saysAccess = mergeLevel(server.level, loading.http?.settings ?? {});
    const twice = duplicateIn(server.level);
    if (twice) loading.refuse('nginx-bad-value', `duplicate location "${printable(twice.name, 80)}"`, twice.origin);
    if (loading.referers) refererNames(loading, server, server.level);
    const { listens } = server;
    for (let at = 0; at < listens.length; at++) {
      const listen = listens[at]!;
      if (!listen.isDefault) continue;
      const key = `${listen.address}:${listen.port}`;
      if (defaults.has(key))
        loading.refuse(
          'nginx-bad-value',
          `a duplicate default server for ${key.replace(/^\*/, '0.0.0.0')}`,
          listen.origin,
        );
      defaults.set(key, listen.origin);
    }
  }
  for (const directive of loading.passes) upstreamName(loading, directive);
  const { unseen } = loading;
  // what cannot be seen may make what is used here
  const hidden = unseen.some(({ what, span }) =>
    what === 'include' ? !bringsNothing(span) : what === 'limit' || what === 'template',
  );
  if (loading.fragment || hidden) return;
  if (!unseen.some(({ what }) => what === 'include')) certificates(loading);
  const foreign = unseen.some(({ what }) => what === 'directive' || what === 'module');
  unknownVariables(loading, foreign ? [] : loading.mentioned);
  // which files a repository brings together is told by several of its own, not all of which are of one server
  if (loading.repository) return;
  for (const { complaint, origin } of loading.names.unmade())
    if (!origin.source.template) loading.refuse('nginx-bad-value', complaint, origin);
}

/** The certificate that the default server of a TLS socket must have, or all where that one rejects who names no other. Source: ngx_http_ssl_init. */
function certificates(loading: Loading): void {
  const sockets = new Map<string, { first: ServerConf; ssl: boolean; servers: ServerConf[] }>();
  for (const server of loading.servers)
    for (const { address, port, isDefault, ssl } of server.listens) {
      const key = `${address}:${port}`;
      const socket = sockets.get(key) ?? { first: server, ssl: false, servers: [] };
      if (isDefault) socket.first = server;
      socket.ssl ||= ssl;
      socket.servers.push(server);
      sockets.set(key, socket);
    }
  const said = ({ level }: ServerConf, name: string): Directive | undefined => inEffect(level, name)[0];
  const asked = new Set<ServerConf>();
  for (const { first, ssl, servers } of sockets.values())
    if (ssl) for (const server of said(first, 'ssl_reject_handshake') ? servers : [first]) asked.add(server);
  for (const server of asked) {
    const certificate = said(server, 'ssl_certificate');
    if (certificate && !said(server, 'ssl_certificate_key')) {
      const file = printable(certificate.args[0]!.value);
      loading.refuse('nginx-bad-value', `no "ssl_certificate_key" is defined for certificate "${file}"`, certificate);
    } else if (!certificate && !said(server, 'ssl_reject_handshake')) {
      const message = 'no "ssl_certificate" is defined for the "listen ... ssl" directive';
      if (!server.origin.source.template) loading.refuse('nginx-bad-value', message, server.origin);
    }
  }
}

/** Whether an include is of a file that by its name holds nothing but types and parameters. */
function bringsNothing(span: Span | Directive): boolean {
  return 'args' in span && isHarmless(span.args[0]?.value ?? '');
}

/** Names of valid_referers that are none, or are there twice. */
function refererNames(loading: Loading, server: ServerConf, level: LocationConf): void {
  const { referers } = level.settings;
  if (referers && level.own.has('referers')) {
    const said = refererHosts(referers.value, server.names);
    if (typeof said === 'string') loading.refuse('nginx-bad-value', said, referers.origin);
  }
  for (const step of level.steps) if (step.do === 'if') refererNames(loading, server, step.location);
  for (const location of level.locations) refererNames(loading, server, location);
}

/** A host name in proxy_pass must resolve at start; that cannot be told here. */
function upstreamName({ upstreams, unseen }: Loading, directive: Directive): void {
  const host = /^https?:\/\/([^/:]+|\[[^\]]*\])(?::\d+)?(?:\/|$)/i.exec(directive.args[0]!.value)?.[1];
  if (!host || host.includes('$') || host === 'unix' || host === 'localhost' || upstreams.has(host)) return;
  const whole = /^https?:\/\/([^/]+)/i.exec(directive.args[0]!.value)![1]!;
  if (addressBytes(host.replace(/^\[|\]$/g, '')) || upstreams.has(whole)) return;
  unseen.push({
    what: 'name',
    message: `whether the name ${printable(host, 80)} resolves when nginx starts`,
    span: directive,
  });
}

function unknownVariables(loading: Loading, mentioned: Loading['mentioned']): void {
  const use = (value: Value | null | undefined, { origin }: LocationConf): void => {
    if (value?.parts) loading.used.push({ value, origin });
  };
  const levels = (level: LocationConf): void => {
    const { parent, settings, steps, locations } = level;
    // what is shared with the level above has been looked at there
    if (settings !== parent?.settings || level.kind === 'server') {
      const { realm, userFile, authRequest, authRequestSet, index, errorPages, proxyMethod, proxySetHeader, root } =
        settings;
      use(realm?.value, level);
      use(userFile?.value, level);
      use(authRequest?.value, level);
      if (index) for (let at = 0; at < index.length; at++) use(index[at], level);
      if (errorPages) for (const { target } of errorPages) use(target, level);
      if (proxySetHeader) for (const { value } of proxySetHeader) use(value, level);
      if (authRequestSet) for (const { value } of authRequestSet) use(value, level);
      use(proxyMethod?.value, level);
      use(root?.value.path, level);
    }
    use(level.handler?.to, level);
    if (level.tryFiles) {
      const { tests, fallback } = level.tryFiles;
      for (const test of tests) use(test, level);
      if ('uri' in fallback) use(fallback.uri, level);
    }
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index]!;
      if (step.do === 'set') use(step.value, level);
      else if (step.do === 'return') use(step.text, level);
      else if (step.do === 'rewrite') use(step.replacement, level);
      else if (step.do === 'if') levels(step.location);
    }
    if (level.limitExcept) levels(level.limitExcept.location);
    for (let index = 0; index < locations.length; index++) levels(locations[index]!);
  };
  if (loading.http) levels(loading.http);
  for (const server of loading.servers) levels(server.level);
  const known = new Set<string>();
  for (const { value, origin } of [...loading.used, ...mentioned]) {
    for (const name of variablesOf(value)) {
      if (known.has(name)) continue;
      known.add(name);
      if (isVariable(loading, name) || loading.foreignModules) continue;
      loading.refuse('nginx-unknown-variable', `unknown "${printable(name, 60)}" variable`, origin);
    }
  }
}

function isVariable({ defined, variables, version }: Loading, written: string): boolean {
  const name = written.toLowerCase();
  return (
    /^[1-9]$/.test(name) ||
    (knownVariables.has(name) && !comesLater(name, version)) ||
    defined.has(name) ||
    variables.has(name) ||
    variablePrefixes.test(name) ||
    name === hole ||
    // by custom a script puts these in before nginx reads the file
    /^[A-Z][A-Z0-9_]{2,}$/.test(written)
  );
}
