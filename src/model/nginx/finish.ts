import { knownVariables, variablePrefixes } from '../../catalog/nginx.ts';
import { type Directive, spanOf } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { hole } from '../../text/template.ts';
import { addressBytes } from '../apache/addresses.ts';
import type { LocationConf } from './config.ts';
import type { Loading } from './loading.ts';
import { mergeLevel, tabulate } from './location.ts';
import { variablesOf } from './value.ts';

/** What nginx does when all is read: merging, the search tables, default servers, variable names. */
export function finish(loading: Loading): void {
  const defaults = new Map<string, Directive>();
  for (const server of loading.servers) {
    if (server.listens.length === 0)
      server.listens.push({ address: '*', port: 80, isDefault: false, ssl: false, origin: server.origin });
    mergeLevel(server.level, loading.http?.settings ?? {});
    const twice = tabulate(server.level);
    if (twice)
      loading.refuse('nginx-bad-value', `duplicate location "${printable(twice.name, 80)}"`, spanOf(twice.origin));
    for (const listen of server.listens) {
      if (!listen.isDefault) continue;
      const key = `${listen.address}:${listen.port}`;
      if (defaults.has(key))
        loading.refuse(
          'nginx-bad-value',
          `a duplicate default server for ${key.replace(/^\*/, '0.0.0.0')}`,
          spanOf(listen.origin),
        );
      defaults.set(key, listen.origin);
    }
  }
  for (const directive of loading.passes) upstreamName(loading, directive);
  unknownVariables(loading);
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
    span: spanOf(directive),
  });
}

function unknownVariables(loading: Loading): void {
  if (loading.foreignModules) return;
  const levels = (level: LocationConf): void => {
    const { realm, userFile, authRequest, index, errorPages, proxySetHeader } = level.settings;
    const values = [
      realm?.value,
      userFile?.value,
      authRequest?.value,
      ...(index ?? []),
      ...(errorPages ?? []).map(({ target }) => target),
      ...(proxySetHeader ?? []).map(({ value }) => value),
      level.handler?.to,
      level.settings.root?.value.path,
    ];
    for (const step of level.steps) {
      if (step.do === 'set') values.push(step.value);
      else if (step.do === 'return') values.push(step.text);
      else if (step.do === 'rewrite') values.push(step.replacement);
      else if (step.do === 'if') levels(step.location);
    }
    for (const value of values) if (value?.parts) loading.used.push({ value, origin: level.origin });
    if (level.limitExcept) levels(level.limitExcept.location);
    for (const location of level.locations) levels(location);
  };
  for (const server of loading.servers) levels(server.level);
  const told = new Set<string>();
  for (const { value, origin } of loading.used) {
    for (const name of variablesOf(value)) {
      const known =
        /^[1-9]$/.test(name) ||
        knownVariables.has(name) ||
        loading.defined.has(name) ||
        loading.variables.has(name) ||
        variablePrefixes.test(name) ||
        told.has(name) ||
        name === hole;
      if (known || loading.fragment) continue;
      told.add(name);
      loading.refuse('nginx-unknown-variable', `unknown "${printable(name, 60)}" variable`, spanOf(origin));
    }
  }
}
