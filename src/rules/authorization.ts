import { basename } from '../host/paths.ts';
import type { Directive } from '../syntax/tree.ts';
import { type Level, type Met, named } from './apache-levels.ts';
import type { Unit } from './rule.ts';
import { allowsAuthorization, speaksOfTokens } from './tokens.ts';

/** A line by which httpd hands requests to a program that gets CGI variables in place of headers. */
export interface Gateway extends Met {
  readonly kind: 'cgi' | 'fcgid' | 'wsgi' | 'fastcgi';
}

const words = ({ args }: Directive): readonly string[] => args.map(({ value }) => value);

/** Lines that lead to programs from which httpd withholds Authorization (util_script.c, ap_add_common_vars). */
export function gatewaysOf(unit: Unit): readonly Gateway[] {
  const found: Gateway[] = [];
  for (const met of named(unit, 'sethandler', 'addhandler')) {
    const [handler = ''] = words(met.directive);
    const lower = handler.toLowerCase();
    if (/^proxy:(?:unix:[^|]*\|)?(?:fcgi|scgi|uwsgi):/.test(lower)) found.push({ ...met, kind: 'fastcgi' });
    else if (lower === 'cgi-script') found.push({ ...met, kind: 'cgi' });
    else if (lower === 'fcgid-script') found.push({ ...met, kind: 'fcgid' });
    else if (lower === 'wsgi-script') found.push({ ...met, kind: 'wsgi' });
  }
  for (const met of named(unit, 'proxypass', 'proxypassmatch')) {
    if (words(met.directive).some((word) => /(?:^|\|)(?:fcgi|scgi|uwsgi):/i.test(word)))
      found.push({ ...met, kind: 'fastcgi' });
  }
  for (const met of named(unit, 'scriptalias', 'scriptaliasmatch')) {
    // the folder that every Debian server has, and that is empty
    if (!words(met.directive).some((word) => /\/usr\/lib\/cgi-bin\/?$/.test(word))) found.push({ ...met, kind: 'cgi' });
  }
  for (const met of named(unit, 'wsgiscriptalias', 'wsgiscriptaliasmatch')) found.push({ ...met, kind: 'wsgi' });
  return found;
}

const on = (directive: Directive): boolean => words(directive)[0]?.toLowerCase() === 'on';

/** Whether two places can be about one request: not in two different virtual hosts. */
function meet(a: Level, b: Level): boolean {
  return a.host === null || b.host === null || a.host === b.host;
}

/** What a SetEnvIf on the Authorization header lets through; null: it is about something else. */
export function carriedBy({ name, args }: Directive): { readonly bearer: boolean; readonly basic: boolean } | null {
  const [attribute = '', pattern = '', ...sets] = args.map(({ value }) => value);
  if (!/^\^?authorization\$?$/i.test(attribute)) return null;
  if (!sets.some((set) => /^HTTP_AUTHORIZATION=.*\$\d/i.test(set))) return null;
  try {
    const regex = new RegExp(pattern, name.toLowerCase() === 'setenvifnocase' ? 'i' : '');
    return { bearer: regex.test('Bearer abc.def.ghi'), basic: regex.test('Basic YTpi') };
  } catch {
    // written for PCRE: given the benefit of the doubt
    return { bearer: true, basic: true };
  }
}

/** Whether a rewrite rule hands Authorization on as a variable. */
export function rewritesAuthorization(directive: Directive): boolean {
  return /[[,]\s*e(?:nv)?=HTTP_AUTHORIZATION:/i.test(words(directive).slice(2).join(' '));
}

/** The lines that hand a token on to a gateway; empty: none is in reach. */
export function carriersFor(unit: Unit, { level, kind }: Gateway): readonly Directive[] {
  const found: Directive[] = [];
  const add = (list: readonly Met[], holds: (directive: Directive) => boolean): void => {
    for (const met of list) if (meet(met.level, level) && holds(met.directive)) found.push(met.directive);
  };
  add(named(unit, 'cgipassauth'), on);
  add(named(unit, 'setenvif', 'setenvifnocase'), (directive) => carriedBy(directive)?.bearer ?? false);
  add(named(unit, 'setenvifexpr'), (directive) => /HTTP_AUTHORIZATION=/i.test(words(directive).slice(1).join(' ')));
  add(named(unit, 'rewriterule'), rewritesAuthorization);
  if (kind === 'fcgid')
    add(named(unit, 'fcgidpassheader'), (directive) => /^authorization$/i.test(words(directive)[0] ?? ''));
  if (kind === 'wsgi') add(named(unit, 'wsgipassauthorization'), on);
  return found;
}

/** Directives whose arguments tell what an application is asked for. */
const telling = [
  'header',
  '<location',
  '<locationmatch',
  'alias',
  'aliasmatch',
  'wsgiscriptalias',
  'rewriterule',
  'rewritecond',
  'setenv',
  'proxypass',
  '<if',
];

/** A line that shows that what a level serves takes tokens; null: no line in reach does. */
export function tokenSignFor(unit: Unit, level: Level): Directive | null {
  for (const met of named(unit, ...telling)) {
    if (!meet(met.level, level)) continue;
    const { directive } = met;
    // the rule that hands the header on is no sign that anybody wants it
    if (directive.name.toLowerCase() === 'rewriterule' && rewritesAuthorization(directive)) continue;
    if (allowsAuthorization(directive)) return directive;
    if (directive.name.toLowerCase() !== 'header' && words(directive).some(speaksOfTokens)) return directive;
  }
  return null;
}

/** The front controller of a WordPress in a .htaccess file (its rule to index.php); null: there is none in reach. */
export function wordpressIn(unit: Unit, level: Level): Directive | null {
  for (const met of named(unit, 'rewriterule')) {
    const { directive } = met;
    if (basename(directive.source.path) !== '.htaccess' || !meet(met.level, level)) continue;
    if (!/index\.php$/.test(words(directive)[1] ?? '') || !directive.source.text.includes('# BEGIN WordPress'))
      continue;
    return directive;
  }
  return null;
}
