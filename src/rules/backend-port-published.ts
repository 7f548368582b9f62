import { oncePer } from '../once.ts';
import { printable } from '../text/printable.ts';
import type { Where } from '../text/source.ts';
import { levelsOf, levelsWith, place } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta, Unit } from './rule.ts';

const meta: RuleMeta = {
  id: 'backend-port-published',
  title: 'A compose file publishes the port of what the login protects',
  server: 'both',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'Everybody who reaches the machine gets in without a password, by the port of the service behind the login.',
    why: 'The server asks for a login and passes on to a service of the same compose file, whose ports: line opens it on all addresses of the machine. Docker does so past the usual firewalls of the machine.',
    fix: 'remove the ports: line (services reach each other without it), or write 127.0.0.1: before the port',
    fine: 'Where the service asks for a login of its own, or a firewall before the machine closes the port.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    if (unit.published.length === 0) return;
    const backends = unit.server === 'nginx' ? nginxBackends(unit) : apacheBackends(unit);
    for (const { service, port, where } of unit.published) {
      const passing = backends.filter(({ sockets }) => sockets.includes(`${service}:${port}`));
      const [first] = passing;
      // what is open by the server too is open on purpose
      if (!first || passing.some(({ closed }) => !closed)) continue;
      yield {
        message: `port ${port} of the service ${printable(service, 80)} is published: whoever asks it directly bypasses the login of ${first.name}`,
        help: 'remove the ports: line, or write 127.0.0.1: before the port',
        where,
        related: first.login ? [{ message: 'the login', where: first.login }] : [],
      };
    }
  },
};

/** A way through the server to a backend. */
interface Way {
  /** `host:port` of what it leads to. */
  readonly sockets: readonly string[];
  /** Nobody gets through without a login. */
  readonly closed: boolean;
  readonly name: string;
  readonly login: Where | null;
}

function nginxBackends(unit: Unit): Way[] {
  return levelsOf(unit).flatMap(({ level }) => {
    if (level.handler === null) return [];
    const { settings } = level;
    const login = loginOf(settings);
    const sockets = nginxSockets(unit, level.handler.to.text);
    return [{ sockets, closed: !!login && !settings.unseen, name: place(level), login }];
  });
}

/** `host:port` of what proxy_pass and its like are given: by name, by an upstream block, or by a variable that is set once. */
function nginxSockets(unit: Unit, to: string): readonly string[] {
  const filled = to.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => {
    const [value, ...others] = valuesSet(unit).get(name) ?? [];
    return value !== undefined && others.length === 0 ? value : whole;
  });
  const host = /^(?:\w+:\/\/)?([\w.-]+)/.exec(filled)?.[1] ?? '';
  const upstream = unit.nginx!.config.upstreams.get(host);
  if (upstream) return upstream.map(({ address }) => (/:\d+$/.test(address) ? address : `${address}:80`));
  return socketOf(filled);
}

function apacheBackends(unit: Unit): Way[] {
  return unit.apache!.proxied().map(({ subject, target, answer }) => {
    const balanced = /^balancer:\/\/[^/]+/i.exec(subject)?.[0];
    return {
      sockets: balanced ? membersOf(unit.directives, balanced.toLowerCase()).flatMap(socketOf) : socketOf(subject),
      closed: answer.status === 401,
      name: printable(target, 120),
      login: answer.because.findLast(({ where }) => where !== null)?.where ?? null,
    };
  });
}

/** URLs of the members of a balancer. */
function membersOf(list: Unit['directives'], balancer: string): string[] {
  return list.flatMap(({ name, args, children }) => {
    const own = name.toLowerCase() === '<proxy' && args[0]?.value.toLowerCase().replace(/\/$/, '') === balancer;
    const members = (own ? (children ?? []) : []).filter((one) => one.name.toLowerCase() === 'balancermember');
    return [...members.map((one) => one.args[0]?.value ?? ''), ...membersOf(children ?? [], balancer)];
  });
}

/** Ports of the schemes that both servers pass requests on by. */
const ports: Readonly<Record<string, string>> = {
  http: '80',
  https: '443',
  ws: '80',
  wss: '443',
  h2c: '80',
  h2: '443',
  grpc: '80',
  grpcs: '443',
  ajp: '8009',
  fcgi: '8000',
};

function socketOf(url: string): readonly string[] {
  const match = /^(?:(\w+):\/\/)?([\w.-]+)(?::(\d+))?(?:\/|$)/.exec(url);
  if (!match) return [];
  const [, scheme = '', host = '', port] = match;
  return [`${host}:${port ?? ports[scheme.toLowerCase()] ?? ''}`];
}

/** The different values that `set` gives each variable. */
const valuesSet = oncePer((unit: Unit): ReadonlyMap<string, ReadonlySet<string>> => {
  const values = new Map<string, Set<string>>();
  for (const { level } of levelsWith(unit, 'set')) {
    for (const step of level.steps) {
      if (step.do === 'set') values.set(step.name, (values.get(step.name) ?? new Set()).add(step.value.text));
    }
  }
  return values;
});
