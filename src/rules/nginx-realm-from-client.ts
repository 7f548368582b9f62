import type { NginxConfig, Setting } from '../model/nginx/config.ts';
import { resultsOf } from '../model/nginx/results.ts';
import { type Value, variablesOf } from '../model/nginx/value.ts';
import { printable } from '../text/printable.ts';
import { levelsAsking } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-realm-from-client',
  title: 'Whether a login is asked for depends on what the client sends',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever sends the right header, cookie, argument or host name gets in without a login.',
    why: 'auth_basic takes the value off out of a variable too, and this variable is made of what the client says about itself.',
    fix: 'decide by what the client cannot choose: geo on the address, or a location of its own',
    fine: 'Maps on $uri or $request_method, and on $host where each name has its own entry, choose by what is asked for, not by who asks; they are not reported.',
  },
};

const chosen = /^(?:http_(?!host$|upgrade$)|arg_|cookie_|args$|query_string$)/;

/** What of the request makes the realm off; null where nothing that the client chooses freely does. */
function saidByClient(config: NginxConfig, { value }: Setting<Value>): string | null {
  const [name, ...others] = variablesOf(value);
  const rule = name !== undefined && others.length === 0 ? config.variables.get(name.toLowerCase()) : undefined;
  if (rule?.kind !== 'map' && rule?.kind !== 'geo') return null;
  if (!rule.of || ![...resultsOf(rule)].includes('off')) return null;
  return variablesOf(rule.of).find((one) => chosen.test(one)) ?? null;
}

export const rule: Rule = {
  meta,
  *check(unit) {
    const done = new Set<object>();
    const told = new Set<object>();
    for (const { level } of levelsAsking(unit)) {
      const { realm, userFile } = level.settings;
      if (!realm?.value.parts || !userFile || done.has(realm.origin)) continue;
      done.add(realm.origin);
      const said = unit.nginx && saidByClient(unit.nginx.config, realm);
      // an application behind looks at its own tokens
      if (!said || (said === 'http_authorization' && level.handler)) continue;
      told.add(realm.origin);
      yield {
        message: `open to whoever sends it: $${printable(said, 60)} decides whether a login is asked for, and the client chooses that`,
        where: realm.origin,
        // a proxy in front may set the address
        severity: isOfProxy(said.replace(/^http_/, '')) ? 'warning' : meta.severity,
      };
    }
    for (const { realm, exempt } of unit.nginx?.loginSwitches ?? []) {
      const free = exempt.find((visitor) => visitor?.kind === 'said');
      if (!free || exempt.includes(null) || told.has(realm) || /^the header (?:authorization|upgrade)/.test(free.by))
        continue;
      told.add(realm);
      yield {
        message: `open to whoever sends it: ${free.by} switches the login off, and the client chooses that`,
        where: realm,
        severity: isOfProxy(free.by.replace(/^the header /, '').replaceAll('-', '_')) ? 'warning' : meta.severity,
      };
    }
    // around a part there may be a server for other names
    for (const { realm, asked, exempt } of unit.fragment ? [] : (unit.nginx?.loginSwitches ?? [])) {
      // where one of its own names is open too, what it gives is no secret
      if (exempt.some((visitor) => visitor?.kind !== 'other host') || told.has(realm)) continue;
      if (!asked.every((visitor) => visitor === null || visitor.kind === 'host')) continue;
      yield {
        message:
          'open to whoever asks for another host: the login hangs on the name that the client sends, and this server answers for any',
        help: 'make the realm the default of the map, or give other names a server of their own with return 444;',
        where: realm,
      };
    }
  },
};

/** Whether a header is one that a proxy in front, or an application behind, has a word on. */
function isOfProxy(header: string): boolean {
  return /^(?:authorization|x_forwarded_for|x_real_ip|cf_)/.test(header);
}
