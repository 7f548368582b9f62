import { printable } from '../text/printable.ts';
import { redirecting } from './auth-request-target-redirects.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'ingress-auth-url',
  title: 'An Ingress asks an address about logins that cannot say yes or no',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'Nobody who is not logged in gets to the login page: 500 where the service redirects, 503 where the address is none.',
    why: 'ingress-nginx makes an auth_request of auth-url, which takes 2xx, 401 and 403 for an answer only. An address without a scheme or host is refused by the controller, which then closes the path.',
    fix: "write the service's whole address for nginx in auth-url, and its login page in auth-signin",
    fine: 'Never.',
  },
};

export const rule: Rule = {
  meta,
  *check({ authUrls }) {
    for (const { ingress, url, where } of authUrls) {
      const at = `the Ingress ${printable(ingress, 80)}`;
      // Source: ingress-nginx, internal/ingress/annotations/parser, StringToURL
      const wrong = !/^[a-z][a-z0-9+.-]*:\/\//i.test(url)
        ? 'it has no http:// or https://'
        : /^\w+:\/\/(?:[/?#]|$)/.test(url)
          ? 'it names no host'
          : /^\w+:\/\/[^/]*\.\./.test(url)
            ? 'its host has two dots in a row'
            : null;
      if (wrong !== null) {
        yield { message: `everyone gets 503 at ${at}: auth-url is no address, ${wrong}`, where };
        continue;
      }
      const known = redirecting(url);
      if (known === null) continue;
      yield {
        message: `everyone who is not logged in gets 500 at ${at}: the service answers this address with a redirect`,
        help: `use ${known} in auth-url, and name the login page in auth-signin`,
        where,
      };
    }
  },
};
