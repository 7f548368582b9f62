import type { NginxConfig } from '../model/nginx/config.ts';
import { spanOf } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { levelsOf, loginOf, place } from './nginx-levels.ts';
import type { Rule, RuleMeta, Unit } from './rule.ts';

const meta: RuleMeta = {
  id: 'backend-port-published',
  title: 'A compose file publishes the port of what the login protects',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'Everybody who reaches the machine gets in without a password, by the port of the service behind the login.',
    why: 'nginx asks for a login and passes on to a service of the same compose file, whose ports: line opens it on all addresses of the machine. Docker does so past the usual firewalls of the machine.',
    fix: 'remove the ports: line (services reach each other without it), or write 127.0.0.1: before the port',
    fine: 'Where the service asks for a login of its own, or a firewall before the machine closes the port.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    if (unit.published.length === 0) return;
    const levels = levelsOf(unit).filter(({ level }) => level.handler !== null);
    for (const { service, port, where } of unit.published) {
      const passing = levels.filter(({ level }) =>
        socketsOf(unit.nginx!.config, unit, level.handler!.to.text).includes(`${service}:${port}`),
      );
      // what is open by nginx too is open on purpose
      if (passing.some(({ level }) => !loginOf(level.settings) || level.settings.unseen)) continue;
      const first = passing[0];
      if (!first) continue;
      yield {
        message: `port ${port} of the service ${printable(service, 80)} is published: whoever asks it directly passes by the login of ${place(first.level)}`,
        help: `remove the ports: line, or write 127.0.0.1: before the port`,
        where,
        related: [{ message: 'the login', where: spanOf(loginOf(first.level.settings)!) }],
      };
    }
  },
};

/** `host:port` of what proxy_pass and its like are given: by name, by an upstream block, or by a variable that is set once. */
function socketsOf(config: NginxConfig, { directives }: Unit, to: string): string[] {
  const filled = to.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => setTo(directives, name) ?? whole);
  const match = /^(?:(https?|grpcs?):\/\/)?([\w.-]+)(?::(\d+))?(?:\/|$)/.exec(filled);
  if (!match) return [];
  const [, scheme = '', host = '', port] = match;
  const standard = scheme.endsWith('s') ? '443' : scheme === 'http' || scheme === 'grpc' ? '80' : '';
  const upstream = config.upstreams.get(host);
  if (upstream) return upstream.map(({ address }) => (/:\d+$/.test(address) ? address : `${address}:80`));
  return [`${host}:${port ?? standard}`];
}

/** The one value that `set` gives a variable; null: there are more, or none. */
function setTo(list: Unit['directives'], name: string): string | null {
  const values = new Set<string>();
  const visit = (directives: Unit['directives']): void => {
    for (const one of directives) {
      if (one.name === 'set' && one.args[0]?.value === `$${name}`) values.add(one.args[1]?.value ?? '');
      if (one.children) visit(one.children);
    }
  };
  visit(list);
  return values.size === 1 ? [...values][0]! : null;
}
