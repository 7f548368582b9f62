import type { LocationConf } from '../model/nginx/config.ts';
import { printable } from '../text/printable.ts';
import { healthPath } from './nginx-health-check-locked.ts';
import { levelsSaying, place } from './nginx-levels.ts';
import { answersItself, loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-exemption-asks-all-the-same',
  title: 'What is meant to be free of the login asks for it all the same',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone is asked for a login where none is meant to be.',
    why: 'allow all lifts no login unless satisfy any; stands beside it. And try_files, index and rewrite choose a location again, most often that of all scripts, and its own login counts.',
    fix: 'write auth_basic off;, let the exempt location make the answer itself, or switch the login off where its requests end up',
    fine: 'Where only some of its requests are meant to be free.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsSaying(unit, 'access')) {
      const login = loginOf(level.settings);
      if (!login || !isPlainExemption(level) || answersItself(level)) continue;
      yield {
        message: `everyone is asked for a login in ${place(level)}: allow all lifts none without satisfy any`,
        help: 'write auth_basic off; (or auth_request off;) in its place',
        where: level.settings.access![0]!.origin,
        // icons and notes for robots get it by custom, and nobody misses them
        severity: /\.(?:ico|txt|png|xml)$/.test(level.name) ? 'info' : meta.severity,
        related: [{ message: 'the login that is asked for', where: login }],
      };
    }
    for (const { level, said, path, answer } of unit.nginx?.lostExemptions ?? []) {
      const login = answer.because.find(({ code }) => code === 'nginx-no-credentials')?.where;
      yield {
        message: `everyone is asked for a login at ${printable(path, 80)}: ${place(level)} asks for none, but hands the request on to a location that does`,
        where: said,
        related: login ? [{ message: 'the login that is asked for', where: login }] : [],
      };
    }
  },
};

/** Whether a level says nothing but allow all, below a login and no list of addresses that this might lift. */
function isPlainExemption({
  own,
  kind,
  name,
  parent,
  settings: { access, satisfyAny, unseen },
}: LocationConf): boolean {
  if (kind === 'server' || !parent || own.has('realm') || own.has('authRequest')) return false;
  // rules of their own tell of these
  if (healthPath.test(name) || name.includes('acme-challenge')) return false;
  if (satisfyAny?.value || unseen || parent.settings.access) return false;
  return access!.every(({ allow, subnet }) => allow && subnet === null);
}
