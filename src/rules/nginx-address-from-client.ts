import type { Condition, LocationConf, RewriteStep } from '../model/nginx/config.ts';
import { variablesOf } from '../model/nginx/value.ts';
import { levelsOf } from './nginx-levels.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-address-from-client',
  title: 'A header of the client says which address it comes from',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Whoever writes an address of the list into the header gets in.',
    why: 'X-Forwarded-For and its like are the words of whoever sends the request; a proxy appends to them at best.',
    fix: 'name the proxies by set_real_ip_from, take the header by real_ip_header, and write allow and deny',
    fine: 'Where a proxy in front replaces the header, and nobody reaches this server but through it.',
  },
};

const header =
  /^(?:http_(?:x_forwarded_for|x_real_ip|cf_connecting_ip|true_client_ip|x_client_ip)|proxy_add_x_forwarded_for)$/;
const address = /\d+\\?\.\d+\\?\./;

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { level } of levelsOf(unit)) {
      for (const step of level.steps) {
        const said = step.do === 'if' && refuses(step.location) ? gateIn(step) : null;
        if (said === null) continue;
        yield {
          message: `open to whoever sends it: $${said} is the client's own word, and says which address is let in`,
          where: step.origin,
        };
      }
    }
  },
};

/** The header by which a condition keeps a list of addresses; null where it does not. */
function gateIn({ origin, test }: Extract<RewriteStep, { do: 'if' }>): string | null {
  if (!isList(test) || !origin.args.some(({ value }) => address.test(value))) return null;
  return variablesOf(test.value).find((name) => header.test(name.toLowerCase())) ?? null;
}

/** Whether a condition holds for all but what is named. */
function isList(test: Condition): test is Extract<Condition, { kind: 'equal' | 'match' }> {
  return (test.kind === 'equal' || test.kind === 'match') && test.negated;
}

function refuses({ steps }: LocationConf): boolean {
  return steps.some((step) => step.do === 'return' && step.code >= 400);
}
