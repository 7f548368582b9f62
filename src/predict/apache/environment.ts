import { Evaluator } from '../../model/apache/evaluate.ts';
import type { EnvRule } from '../../model/apache/settings.ts';
import { matchPattern } from '../../model/regex.ts';
import { type Exchange, reason, setVariable } from './exchange.ts';
import { headerOf, scopeOf } from './variables.ts';

/** mod_setenvif at the server's level, when the request has been read. */
export function serverEnvironment(exchange: Exchange): void {
  for (const rule of exchange.parts.env) apply(exchange, rule);
}

/** mod_setenvif in sections and .htaccess, before the access checks. */
export function directoryEnvironment(exchange: Exchange): void {
  for (const rule of exchange.settings.rare.env ?? []) apply(exchange, rule);
}

/** mod_setenvif.c, match_headers. */
function apply(exchange: Exchange, rule: EnvRule): void {
  let groups: readonly (string | undefined)[] | null = null;
  if (rule.expression) {
    const evaluator = new Evaluator(scopeOf(exchange, rule.origin));
    if (evaluator.condition(rule.expression.condition!) !== true) return;
    groups = evaluator.state.groups;
  } else {
    const found = matchPattern(rule.pattern!, attributeOf(exchange, rule.attribute));
    if (found === null) return;
    if (found === undefined) {
      const guess = exchange.guesses.guess(
        reason('apache-condition-unseen', 'whether the regular expression matches cannot be told', rule.origin),
      );
      if (!guess) return;
    } else groups = found;
  }
  for (const { name, value } of rule.sets) {
    const text = value?.replace(/\$(\d)/g, (_, digit: string) => groups?.[Number(digit)] ?? '') ?? null;
    setVariable(exchange, name, text);
  }
}

function attributeOf(exchange: Exchange, attribute: string): string {
  const { request } = exchange;
  switch (attribute.toLowerCase()) {
    case 'remote_addr':
    case 'remote_host':
      return request.remote;
    case 'server_addr':
      return '127.0.0.1';
    case 'request_method':
      return exchange.request.method;
    case 'request_protocol':
      return 'HTTP/1.1';
    case 'request_uri':
      return exchange.uri || exchange.rawPath;
    default: {
      const header = headerOf(exchange, attribute.toLowerCase());
      return header !== '' ? header : (exchange.environment.get(attribute) ?? '');
    }
  }
}
