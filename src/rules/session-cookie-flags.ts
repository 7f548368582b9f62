import { endsSession, named } from './apache-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'session-cookie-flags',
  title: 'A session cookie without HttpOnly or Secure',
  server: 'apache',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Scripts of the page, or listeners on the way, can take the session over.',
    why: 'SessionCookieName takes the attributes of the cookie after its name and sends no others.',
    fix: 'write SessionCookieName session path=/;HttpOnly;Secure;SameSite=Lax',
    fine: 'Where scripts must read the cookie; Secure is asked for only where the configuration serves TLS.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    let tls: boolean | null = null;
    for (const { directive, level } of named(unit, 'sessioncookiename', 'sessiondbdcookiename')) {
      if (endsSession(level)) continue;
      const attributes = directive.args.slice(1).map(({ value }) => value);
      const words = attributes
        .join(' ')
        .toLowerCase()
        .split(/[\s;]+/);
      if (attributes.some((text) => text.includes('${'))) continue;
      tls ??= named(unit, 'sslengine').some(({ directive: one }) => one.args[0]?.value.toLowerCase() === 'on');
      const missing = [
        ...(words.includes('httponly') ? [] : ['HttpOnly']),
        ...(tls && !words.includes('secure') ? ['Secure'] : []),
      ];
      if (missing.length === 0) continue;
      yield {
        message: `the session can be taken over: its cookie is sent without ${missing.join(' and ')}`,
        help: `add ${missing.join(';')}, as in ${directive.name} session path=/;HttpOnly;Secure;SameSite=Lax`,
        where: directive,
      };
    }
  },
};
