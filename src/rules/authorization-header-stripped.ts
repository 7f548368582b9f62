import { carrierFor, type Gateway, gatewaysOf, tokenSignFor, wordpressIn } from './authorization.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'authorization-header-stripped',
  title: 'Tokens do not reach the application: httpd withholds the Authorization header',
  server: 'apache',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'A right token is answered with 401 by the application, which says that none was sent.',
    why: 'What goes to CGI, PHP-FPM, fcgid or WSGI is a set of variables, and httpd leaves Authorization out of it unless it is told otherwise.',
    fix: 'write CGIPassAuth On; or SetEnvIf Authorization "(.+)" HTTP_AUTHORIZATION=$1 (for WSGI also WSGIPassAuthorization On, for mod_fcgid FcgidPassHeader Authorization)',
    fine: 'Where the application takes no tokens: it is reported only where the configuration speaks of them (Bearer, JWT, OAuth, wp-json, CORS with Authorization, WordPress).',
  },
};

const remedies: Readonly<Record<Gateway['kind'], string>> = {
  cgi: 'CGIPassAuth On',
  fastcgi: 'CGIPassAuth On',
  fcgid: 'CGIPassAuth On (or FcgidPassHeader Authorization in the virtual host)',
  wsgi: 'WSGIPassAuthorization On',
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const gateway of gatewaysOf(unit)) {
      if (carrierFor(unit, gateway)) continue;
      const seen = tokenSignFor(unit, gateway.level);
      const wordpress = seen ? null : wordpressIn(unit, gateway.level);
      const sign = seen ?? wordpress;
      if (!sign) continue;
      yield {
        message: wordpress
          ? 'application passwords of WordPress do not work: the Authorization header is withheld from PHP'
          : 'tokens do not arrive: the Authorization header is withheld from the application',
        help: `write ${remedies[gateway.kind]} in the section of the application`,
        where: gateway.directive,
        ...(wordpress && { severity: 'info' as const }),
        related: [{ message: wordpress ? 'the application' : 'the application takes tokens', where: sign }],
      };
    }
  },
};
