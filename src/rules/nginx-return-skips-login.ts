import type { LocationConf, RewriteStep } from '../model/nginx/config.ts';
import { standing } from '../model/nginx/levels.ts';
import { tableOf } from '../model/nginx/table.ts';
import type { Directive } from '../syntax/tree.ts';
import { levelsAsking, place } from './nginx-levels.ts';
import { isShut, loginOf } from './nginx-logins.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-return-skips-login',
  title: 'return and error_page lead past the login',
  server: 'nginx',
  severity: 'warning',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever meets the condition gets in without a login.',
    why: 'return inside if runs before the login is asked for, and error_page goes on in a location that asks for none.',
    fix: 'ask for the login in the location that error_page leads to, or in the server',
    fine: 'Where those requests are meant to be free, as the OPTIONS of a browser; those are not reported.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { server, level } of levelsAsking(unit)) {
      if (level.kind === 'if') continue;
      for (const step of level.steps) {
        const code = step.do === 'if' && !isPreflight(step.origin) ? codeOf(step.location.steps) : null;
        const page = level.settings.errorPages?.find((one) => one.code === code);
        if (code === null || !page || page.target.parts) continue;
        const name = page.target.text;
        const landing = name.startsWith('@') ? tableOf(server.level).named(name) : unit.nginx!.levelFor(server, name);
        if (!landing || isShut(landing) || codeOf(landing.steps) !== null || !gives(landing)) continue;
        yield {
          message: `open to all who meet the condition: return ${code} leads to ${place(landing)} before any login is asked for`,
          where: step.origin,
          related: [
            { message: 'the login that is left out', where: loginOf(level.settings)! },
            { message: 'this asks for none', where: landing.origin },
          ],
        };
      }
    }
  },
};

function isPreflight({ args }: Directive): boolean {
  return args.some(({ value }) => /\bOPTIONS\b/.test(value));
}

function codeOf(steps: readonly RewriteStep[]): number | null {
  return steps.find((step) => step.do === 'return')?.code ?? null;
}

/** Whether a location has more to give than a page of its own. */
function gives(level: LocationConf): boolean {
  return level.handler !== null || level.tryFiles !== null || standing(level, 'dav_methods').length > 0;
}
