import { fromReasons } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'session-cookie-plaintext',
  title: 'The session cookie holds the password as it was typed',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-session-in-clear'],
  docs: {
    visitor: 'The cookie in the browser, in each request and in logs reads user=ann&pw=secret.',
    why: 'mod_auth_form stores user name and password in the session, and mod_session_cookie writes it out as it is unless mod_session_crypto encrypts it.',
    fix: 'add SessionCryptoPassphraseFile with a long random line, or keep the session on the server with mod_session_dbd',
    fine: 'Never.',
  },
};

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromReasons(
      unit,
      meta,
      (_, { place }) => `the cookie that a login at ${place.target} leaves holds the password as it was typed`,
      'encrypt it: mod_session_crypto and SessionCryptoPassphraseFile; or keep it on the server: mod_session_dbd',
    ),
};
