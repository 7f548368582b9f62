import { subnetHolds } from '../model/addresses.ts';
import type { AccessRule } from '../model/nginx/access.ts';
import { isMapped } from '../model/nginx/address.ts';
import type { LocationConf, ServerConf } from '../model/nginx/config.ts';
import { spanOf } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { levelsSaying, loginOf } from './nginx-levels.ts';
import type { Draft, Rule, RuleMeta } from './rule.ts';

const help = 'put it before the line that decides already';

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
      const dead = rules.flatMap((one, index): Dead[] => {
        const before = rules.slice(0, index).find((other) => other.allow !== one.allow && covers(other, one));
        return before || isForNobody(one, rules, server) ? [{ rule: one, before: before ?? null }] : [];
      });
      if (dead.length > 0) yield draftFor(level, rules, dead);
    }
  },
};

interface Dead {
  readonly rule: AccessRule;
  /** The line that decides for all its addresses; null: it is for no client at all. */
  readonly before: AccessRule | null;
}

function draftFor(level: LocationConf, rules: readonly AccessRule[], dead: readonly Dead[]): Draft {
  const { rule: one, before } = dead[0]!;
  const { satisfyAny } = level.settings;
  const closed = rules.every((other) => !other.allow || dead.some(({ rule: own }) => own === other));
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
    help: plain === null ? help : `write ${one.origin.name} ${plain};`,
    where: spanOf(one.origin),
    severity: lockout ? 'error' : meta.severity,
    related: [
      ...(before ? [{ message: 'this line decides', where: spanOf(before.origin) }] : []),
      ...dead.slice(1, 5).map(({ rule: other }) => ({ message: 'never met either', where: spanOf(other.origin) })),
    ],
  };
}

function said({ origin }: AccessRule): string {
  return `${origin.name} ${printable(origin.args[0]!.value, 60)}`;
}

/** Whether every address of a line meets an earlier one. */
function covers({ subnet: outer }: AccessRule, { subnet: inner }: AccessRule): boolean {
  if (outer === null) return true;
  if (inner === null || outer === 'unix' || inner === 'unix') return inner === outer;
  return (
    subnetHolds(outer, inner.address) && outer.mask.every((byte, index) => (byte & (inner.mask[index] ?? 0)) === byte)
  );
}

/** Whether a line is for IPv4 addresses written as IPv6, under which nginx looks for no client. */
function isForNobody({ subnet }: AccessRule, rules: readonly AccessRule[], { listens }: ServerConf): boolean {
  if (subnet === null || subnet === 'unix' || !isMapped(subnet.address) || subnet.mask[11] !== 255) return false;
  // with no line for IPv4 a socket that takes both kinds compares them as it has them
  const both = listens.some(({ origin }) => origin.args.some(({ value }) => value === 'ipv6only=off'));
  return (
    !both || rules.some((one) => one.subnet === null || (one.subnet !== 'unix' && one.subnet.address.length === 4))
  );
}

function plainAddress({ subnet }: AccessRule): string | null {
  if (subnet === null || subnet === 'unix') return null;
  const bits = subnet.mask.slice(12).reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  return `${subnet.address.slice(12).join('.')}${bits < 32 ? `/${bits}` : ''}`;
}
