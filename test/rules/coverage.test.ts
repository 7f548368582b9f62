import { describe, expect, it } from 'vitest';
import { documentedRules } from '../../src/cli/documented-rules.ts';
import { apacheReasonCodes } from '../../src/predict/apache/reasons.ts';
import { nginxReasonCodes } from '../../src/predict/nginx/reasons.ts';
import { rules } from '../../src/rules/index.ts';
import { rules as apache } from '../../src/rules/index-apache.ts';
import { rules as both } from '../../src/rules/index-both.ts';
import { rules as nginx } from '../../src/rules/index-nginx.ts';
import type { Rule } from '../../src/rules/rule.ts';

/** Reasons that go with a login let in, with a login not tried, or with something that cannot be seen. */
const harmless = new Set<string>([
  'apache-options',
  'apache-trace',
  'apache-redirect',
  'apache-directory-slash',
  'apache-rewrite-redirect',
  'apache-error-document-redirect',
  'apache-bad-request',
  'apache-bad-host',
  'apache-url-refused',
  'apache-method-refused',
  'apache-directory-listing-forbidden',
  'apache-index-forbidden',
  'apache-tls-required',
  'apache-credentials-missing',
  'apache-credentials-unsent',
  'apache-credentials-other-scheme',
  'apache-password-right',
  'apache-anonymous-refused',
  'apache-form-login-needed',
  'apache-form-login-page',
  'apache-form-login-done',
  'apache-form-logout',
  'nginx-slash-redirect',
  'nginx-directory-listing-forbidden',
  'nginx-no-file',
  'nginx-no-credentials',
  'nginx-credentials-unreadable',
  'nginx-password-accepted',
  'nginx-password-unknown',
  'nginx-error-page',
  'nginx-bad-request',
  'nginx-method-not-allowed',
  'nginx-internal-only',
]);

describe('rules', () => {
  it('explain every reason that can stand behind a bad verdict', () => {
    const explained = new Set<string>(rules.flatMap(({ meta }) => meta.explains));
    const missing = [...apacheReasonCodes, ...nginxReasonCodes].filter(
      (code) => !explained.has(code) && !harmless.has(code) && !code.endsWith('-unseen'),
    );
    expect(missing).toEqual([]);
  });

  it('stand in the index of their server, since a run loads no other', () => {
    const servers = (list: readonly Rule[]) => [...new Set(list.map(({ meta }) => meta.server))].sort();
    expect([apache, nginx, both].map(servers)).toEqual([['apache'], ['nginx'], ['both', 'passwords']]);
  });

  it('have names of their own, and documentation', () => {
    const ids = rules.map(({ meta }) => meta.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, docs } of documentedRules()) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      for (const text of Object.values(docs)) expect(text.length).toBeGreaterThan(5);
    }
  });

  it('are worded alike: a title without a full stop, sentences for the visitor and the cause, a fix that begins with what to do', () => {
    for (const { id, title, docs } of documentedRules()) {
      expect(`${id}: ${title}`).toMatch(/[^.]$/);
      expect(`${id}: ${docs.visitor}`).toMatch(/: [^a-z].*\.$/);
      expect(`${id}: ${docs.why}`).toMatch(/\.\)?$/);
      expect(`${id}: ${docs.fix}`).toMatch(/: [a-z].*[^.]$/);
    }
  });
});
