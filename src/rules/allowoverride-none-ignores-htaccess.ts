import type { JudgedPlace } from '../predict/judge.ts';
import { asksForLogin, openBy } from './apache-openings.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'allowoverride-none-ignores-htaccess',
  title: 'A .htaccess that asks for a login is never read',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-htaccess-ignored', 'apache-pass', 'apache-require-granted'],
  docs: {
    visitor: 'Everybody gets in without a login.',
    why: 'AllowOverride None is in effect, so that httpd does not look at .htaccess.',
    fix: 'set AllowOverride AuthConfig for the folder, or move the lines into its Directory section',
    fine: 'Where another section protects the same place.',
  },
};

/** Whether a place asks nobody for a login and only keeps all out. */
function isClosedOnly(place: JudgedPlace['place']): boolean {
  const own = place.apache?.()?.own;
  return own !== undefined && !own.authn && !own.userFile && !(own.authz?.section && asksForLogin(own.authz.section));
}

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: ({ code }, judged) => code === 'apache-htaccess-ignored' || openBy(unit, judged) === 'passed-over',
      cause: ({ code, message }) =>
        code !== 'apache-htaccess-ignored'
          ? 'AllowOverride does not permit these lines, and Nonfatal passes over them'
          : message,
      where: (reason, { place }) => (reason.code === 'apache-htaccess-ignored' ? reason.where : place.where),
      // a folder that is closed by a file of an application is often not meant for this server
      severity: (_, { place }) => (isClosedOnly(place) ? 'warning' : undefined),
    }),
};
