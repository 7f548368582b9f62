import type { LocationConf } from '../model/nginx/config.ts';
import { inEffect } from '../model/nginx/levels.ts';
import type { Directive } from '../syntax/tree.ts';
import { levelsUnder, place } from './nginx-levels.ts';
import { answersItself, lockOf, loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-acme-challenge-locked',
  title: 'The challenge of the certificate authority meets the password',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'The certificate authority gets 401 or 403, and the certificate is not renewed.',
    why: 'It asks for /.well-known/acme-challenge/ without a login, and the login of the server covers that path.',
    fix: 'add location ^~ /.well-known/acme-challenge/ { auth_basic off; allow all; root /var/www/acme; }',
    fine: 'With DNS validation, or where certbot edits the configuration itself; the latter is not reported.',
  },
};

const challenge = '/.well-known/acme-challenge/x';
/** Where programs of the ACME protocol keep certificates. */
const issued = /letsencrypt|acme|dehydrated|certbot|lego\//i;

const isIssued = ({ args }: Directive): boolean => issued.test(args[0]?.value ?? '');

export const rule: Rule = {
  meta,
  *check(unit) {
    const { nginx, sources, fragment } = unit;
    if (!nginx || fragment) return;
    const { servers } = nginx.config;
    const certificates = new Map<string, Directive>();
    if (levelsUnder(unit, ['ssl_certificate'], isIssued).length > 0)
      for (const server of servers) {
        const certificate = inEffect(server.level, 'ssl_certificate').find(isIssued);
        if (certificate) for (const { name } of server.names) certificates.set(name, certificate);
      }
    if (certificates.size === 0 && !servers.some(({ level }) => placeIn(level))) return;
    // its plug-in puts an answer before the access phase while it renews
    if (sources.some(({ text }) => text.includes('managed by Certbot'))) return;
    for (const server of servers) {
      const certificate = server.names.map(({ name }) => certificates.get(name)).find((one) => one !== undefined);
      const meant = placeIn(server.level);
      if ((!certificate && !meant) || !server.listens.some(({ port, ssl }) => port === 80 && !ssl)) continue;
      const level = nginx.levelFor(server, challenge);
      if (!level || answersItself(server.level) || answersItself(level)) continue;
      const lock = lockOf(level.settings);
      if (!lock || level.settings.unseen) continue;
      const [code, what] = loginOf(level.settings) ? [401, 'behind the login'] : [403, `refused by ${place(level)}`];
      yield {
        message: `the certificate authority gets ${code}: ${challenge.slice(0, -1)}… is ${what}, and the certificate is not renewed`,
        help: 'add location ^~ /.well-known/acme-challenge/ { auth_basic off; allow all; … } with the folder of the challenges',
        where: lock,
        related: [
          ...(certificate ? [{ message: 'the certificate that is renewed', where: certificate }] : []),
          ...(meant && meant !== level ? [{ message: 'this location is not reached', where: meant.origin }] : []),
        ],
      };
    }
  },
};

/** The location that is written for the challenges; null where there is none. */
function placeIn(level: LocationConf): LocationConf | null {
  for (const location of level.locations) {
    const found = location.name.includes('acme-challenge') ? location : placeIn(location);
    if (found) return found;
  }
  return null;
}
