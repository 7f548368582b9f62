import type { AccessRule } from '../model/nginx/access.ts';
import { readAddress } from '../model/nginx/address.ts';
import type { LocationConf } from '../model/nginx/config.ts';
import { printable } from '../text/printable.ts';
import { levelsSaying } from './nginx-levels.ts';
import type { Draft, Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-network-mask',
  title: 'An allow or deny line is for more or fewer addresses than it seems',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Addresses that are meant to get in are refused, or more get in than are meant to.',
    why: 'Without a mask a line is for one address alone, also where that looks like a network (192.168.1.0, or 10.0.0. as Apache takes it). With one, the low bits of the address count for nothing, as nginx -t warns.',
    fix: 'write the network with its mask, as 192.168.1.0/24; or the one address without',
    fine: 'Where a machine has an address that ends in 0.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsSaying(unit, 'access')) {
      for (const one of level.settings.access ?? []) {
        const draft = withoutMask(one, level) ?? withLowBits(one);
        if (draft) yield draft;
      }
    }
  },
};

/** A network of IPv4 without its mask: one address that no machine has by custom. */
function withoutMask({ origin, allow, subnet }: AccessRule, { settings }: LocationConf): Draft | null {
  const written = origin.args[0]!.value;
  const network = /^(\d+)\.(\d+)\.(\d+)\.0*$/.exec(written);
  if (subnet === null || subnet === 'unix' || !network || /^0+(\.0+){3}$/.test(written)) return null;
  const alone = allow && settings.access!.every((other) => !other.allow || other.origin === origin);
  const bits = network[2] === '0' && network[3] === '0' ? 8 : network[3] === '0' ? 16 : 24;
  const wanted = `${network.slice(1).join('.')}.0/${bits}`;
  return {
    message: `${origin.name} ${printable(written, 60)} is for this one address, and for no network${alone ? ': nobody else is let in by it' : ''}`,
    help: `write ${origin.name} ${wanted}; for the network`,
    where: origin,
  };
}

/** A network whose address has bits that its mask drops. */
function withLowBits({ origin, allow, subnet }: AccessRule): Draft | null {
  const written = origin.args[0]!.value;
  const slash = written.indexOf('/');
  if (slash < 0 || subnet === null || subnet === 'unix') return null;
  const address = readAddress(written.slice(0, slash));
  if (!address || address.every((byte, index) => byte === subnet.address[index])) return null;
  const all = subnet.mask.every((byte) => byte === 0);
  return {
    message: `${all && allow ? 'open to every address: ' : ''}low address bits of ${printable(written, 60)} are meaningless: it is for the whole network`,
    where: origin,
    severity: all ? 'warning' : 'info',
    confidence: 'certain',
  };
}
