import type { AccessRule } from '../model/nginx/access.ts';
import type { ServerConf } from '../model/nginx/config.ts';
import { printable } from '../text/printable.ts';
import { levelsSaying } from './nginx-levels.ts';
import { loginOf } from './nginx-logins.ts';
import { isLocal } from './nginx-sockets.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-allow-without-deny',
  title: 'allow lines without a deny refuse nobody',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Every address passes, those on the list and all others.',
    why: 'An address that meets no rule is let through: a list of allow lines does nothing until deny all; ends it. deny 0.0.0.0/0 ends it for IPv4 alone, deny ::/0 for IPv6.',
    fix: 'end the list with deny all;',
    fine: 'With satisfy any and a login: whoever is not on the list falls through to the password.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsSaying(unit, 'access')) {
      const { access, satisfyAny, unseen } = level.settings;
      if (!access || unseen || (unit.fragment && level.origin.name === 'http')) continue;
      // allow all; says that the place is meant for everybody
      if (access.some(({ subnet }) => subnet === null)) continue;
      // only the machine itself gets there
      if (server.listens.length > 0 && server.listens.every(isLocal)) continue;
      const login = loginOf(level.settings);
      if (login && satisfyAny?.value) continue;
      const half = access.find(({ allow, subnet }) => !allow && isWhole(subnet));
      const left = half && access.some(({ allow }) => allow) ? familyLeft(access, server) : null;
      if (half && left) {
        yield {
          message: `${login ? `every ${left} address may try the login` : `open to all ${left} addresses`}: deny ${printable(half.origin.args[0]!.value, 60)} refuses none of them`,
          help: 'write deny all; in its place',
          where: half.origin,
        };
      }
      if (access.some(({ allow }) => !allow)) continue;
      const first = access[0]!.origin;
      yield {
        message: `${login ? 'every address may try the login' : 'open to all'}: allow ${printable(first.args[0]!.value, 60)} without deny all; refuses nobody`,
        where: first,
      };
    }
  },
};

/** Whether a network is all of IPv4, or all of IPv6. */
function isWhole(subnet: AccessRule['subnet']): boolean {
  return subnet !== null && subnet !== 'unix' && subnet.mask.every((byte) => byte === 0);
}

/** The kind of address on which a server listens, and of which its list, without a word for all, refuses none as a whole. */
function familyLeft(access: readonly AccessRule[], { listens }: ServerConf): 'IPv4' | 'IPv6' | null {
  const refused = (bytes: number): boolean =>
    access.some(
      ({ allow, subnet }) => !allow && isWhole(subnet) && subnet !== 'unix' && subnet?.address.length === bytes,
    );
  if (!refused(16) && listens.some(({ address }) => address.startsWith('[') && address !== '[::1]')) return 'IPv6';
  return !refused(4) && listens.some(({ address }) => !/^(?:\[|unix:|127\.)/.test(address)) ? 'IPv4' : null;
}
