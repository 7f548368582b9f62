import type { Subnet } from '../model/addresses.ts';
import { type AccessRule, isForIpv4 } from '../model/nginx/access.ts';
import { isMapped } from '../model/nginx/address.ts';
import type { LocationConf, ServerConf } from '../model/nginx/config.ts';
import { printable } from '../text/printable.ts';
import { levelsSaying } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import type { Draft, Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-address-rule-never-met',
  title: 'An allow or deny line that no client ever meets',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Addresses that are meant to get in are refused, or those that are meant to be refused get in.',
    why: 'The first line that holds the address decides: what stands behind all, or behind a network that holds it, is never looked at. An IPv4 client is looked for among IPv4 addresses alone, never as ::ffff:192.0.2.1.',
    fix: 'write single addresses first, then networks, and deny all; last; write an IPv4 address as such',
    fine: 'Nowhere: a line that is never met can go.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsSaying(unit, 'access')) {
      const rules = level.settings.access ?? [];
      const dead = deadOf(rules, takesMapped(server, level));
      if (dead.length > 0) yield draftFor(level, rules, dead);
    }
  },
};

interface Dead {
  readonly rule: AccessRule;
  /** The line that decides for all its addresses; null: it is for no client at all. */
  readonly before: AccessRule | null;
}

/** The lines that no client meets. */
function deadOf(rules: readonly AccessRule[], mapped: boolean): readonly Dead[] {
  const dead: Dead[] = [];
  /** The first line for each network, by its kind and bits, then by its address. */
  const networks = new Map<number, Map<string, AccessRule>>();
  let all: AccessRule | null = null;
  for (const one of rules) {
    const { subnet, allow } = one;
    const before: AccessRule | null = all ?? (subnet === null || subnet === 'unix' ? null : holding(networks, subnet));
    if (before) {
      if (before.allow !== allow) dead.push({ rule: one, before });
    } else if (subnet === null) all = one;
    else if (subnet !== 'unix') {
      if (isForNobody(subnet, rules, mapped)) dead.push({ rule: one, before: null });
      const key = keyOf(subnet);
      if (!networks.has(key)) networks.set(key, new Map());
      networks.get(key)!.set(subnet.address.join(), one);
    }
  }
  return dead;
}

/** The line before that holds all addresses of a network. */
function holding(networks: ReadonlyMap<number, ReadonlyMap<string, AccessRule>>, inner: Subnet): AccessRule | null {
  const own = keyOf(inner);
  for (const [key, lines] of networks) {
    // as long an address, and no more bits
    if (key > own || key >> 8 !== own >> 8) continue;
    const bits = key & 255;
    const address = inner.address.map((byte, index) => byte & (0xff00 >> Math.max(0, Math.min(8, bits - index * 8))));
    const line = lines.get(address.join());
    if (line) return line;
  }
  return null;
}

/** Length of an address and bits of its network, as one number. */
function keyOf({ address, mask }: Subnet): number {
  return (address.length << 8) + bitsOf(mask);
}

function bitsOf(mask: readonly number[]): number {
  return mask.reduce((sum, byte) => sum + 8 - Math.log2(256 - byte), 0);
}

function draftFor(level: LocationConf, rules: readonly AccessRule[], dead: readonly Dead[]): Draft {
  const { rule: one, before } = dead[0]!;
  const { satisfyAny } = level.settings;
  const never = new Set(dead.map(({ rule: own }) => own));
  const closed = rules.every((other) => !other.allow || never.has(other));
  const lockout =
    one.allow &&
    closed &&
    rules.some(({ allow, subnet }) => !allow && subnet === null) &&
    !(satisfyAny?.value && loginOf(level.settings));
  const effect = lockout ? 'everyone gets 403: ' : '';
  const why = before ? `${said(before)} before it decides` : 'nginx looks for IPv4 clients among IPv4 addresses alone';
  const plain = before ? null : plainAddress(one);
  return {
    message: `${effect}${said(one)} is never met: ${why}`,
    help: plain === null ? 'put it before the line that decides already' : `write ${one.origin.name} ${plain};`,
    where: one.origin,
    severity: lockout ? 'error' : meta.severity,
    related: [
      ...(before ? [{ message: 'this line decides', where: before.origin }] : []),
      ...dead.slice(1, 5).map(({ rule: other }) => ({ message: 'never met either', where: other.origin })),
    ],
  };
}

function said({ origin }: AccessRule): string {
  return `${origin.name} ${printable(origin.args[0]!.value, 60)}`;
}

/** Whether a network is of IPv4 addresses written as IPv6, under which nginx looks for no client. */
function isForNobody({ address, mask }: Subnet, rules: readonly AccessRule[], mapped: boolean): boolean {
  if (!isMapped(address) || bitsOf(mask) < 96) return false;
  // such addresses are compared as they are where no line is for IPv4
  return !mapped || isForIpv4(rules);
}

/** Whether clients may come with such addresses: over a socket of both kinds, or out of a proxy's header. */
function takesMapped({ listens }: ServerConf, { settings }: LocationConf): boolean {
  return settings.realIpFrom !== undefined || listens.some(({ both }) => both);
}

function plainAddress({ subnet }: AccessRule): string | null {
  if (subnet === null || subnet === 'unix') return null;
  const bits = bitsOf(subnet.mask) - 96;
  return `${subnet.address.slice(12).join('.')}${bits < 32 ? `/${bits}` : ''}`;
}
