import { named } from './apache-levels.ts';
import { levelsAsking, place } from './nginx-levels.ts';
import { asksBasic } from './nginx-logins.ts';
import type { Draft, Rule, RuleMeta, Unit } from './rule.ts';
import { namesTokens, tokenWord } from './tokens.ts';

const meta: RuleMeta = {
  id: 'basic-auth-clashes-with-app-auth',
  title: 'A Basic login in front of an application that takes tokens',
  server: 'both',
  severity: 'warning',
  confidence: 'medium',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'With the token in the Authorization header the answer is 401; with the password there, the application sees no token.',
    why: 'A request has one Authorization header: the Basic login of the server and the token of the application want the same.',
    fix: 'exempt the path of the API (auth_basic off;), let one of both suffice (satisfy any), or send the token in a header of its own',
    fine: 'Where clients of the API log in by cookie, or the application takes the same Basic login.',
  },
};

/** Directives that speak of tokens where an application takes them. */
const tokenTalk: ReadonlySet<string> = new Set(['header', 'proxypass', 'alias', 'setenv', 'rewriterule']);
const passing: ReadonlySet<string> = new Set(['proxy', 'fastcgi', 'uwsgi', 'scgi', 'grpc']);

/** Sections of Apache with a Basic login whose own lines speak of tokens, and a WordPress behind a password. */
function* fromApache(unit: Unit): Iterable<Draft> {
  for (const { directive, level } of named(unit, 'authtype')) {
    if (directive.args[0]?.value.toLowerCase() !== 'basic') continue;
    if (
      level.directives.some((one) => one.name.toLowerCase() === 'satisfy' && one.args[0]?.value.toLowerCase() === 'any')
    )
      continue;
    const opening = level.opening && namesTokens(level.opening) ? level.opening : null;
    const inside = level.directives.find((one) => tokenTalk.has(one.name.toLowerCase()) && namesTokens(one));
    const wordpress = level.opening === null && (level.htaccess?.text.includes('# BEGIN WordPress') ?? false);
    const sign = opening ?? inside;
    if (!sign && !wordpress) continue;
    yield {
      message: sign
        ? 'a token gets 401 here: the Basic login wants the Authorization header for itself'
        : 'application passwords and tokens for the REST interface of WordPress get 401: the site password wants the header for itself',
      help: sign
        ? 'exempt the API, or send its token in another header than Authorization'
        : 'protect wp-login.php and wp-admin in place of the whole site, or exempt /wp-json/',
      where: directive,
      ...(sign
        ? { related: [{ message: 'the application takes tokens', where: sign }] }
        : { severity: 'info' as const }),
    };
  }
}

export const rule: Rule = {
  meta,
  *check(unit) {
    yield* fromApache(unit);
    for (const { level } of levelsAsking(unit)) {
      const { handler, settings } = level;
      if (!handler || !passing.has(handler.kind) || !asksBasic(level)) continue;
      const seen = tokenWord(level);
      const given = settings.proxySetHeader?.some(({ name }) => name === 'authorization');
      if (!seen || given) continue;
      yield {
        message: `a token gets 401 at ${place(level)}: the Basic login wants the Authorization header for itself`,
        help: 'exempt the API with auth_basic off; or send its token in another header than Authorization',
        where: settings.realm!.origin,
        related: [{ message: 'the application takes tokens', where: seen }],
      };
    }
  },
};
