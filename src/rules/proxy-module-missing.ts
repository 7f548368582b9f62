import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'proxy-module-missing',
  title: 'No module speaks to the backend of a protected URL',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-proxy-module-missing'],
  docs: {
    visitor: 'After the login everybody gets 500.',
    why: 'mod_proxy takes the ProxyPass line and hands the request to a module for the scheme of the URL, such as mod_proxy_http for http: and mod_proxy_fcgi for fcgi:; none for this one is loaded.',
    fix: 'load the module: a2enmod proxy_http (proxy_fcgi, proxy_wstunnel, ssl)',
    fine: 'Never, where the file is what the server will see.',
  },
};

export const rule: Rule = { meta, check: (unit) => fromVerdicts(unit, meta) };
