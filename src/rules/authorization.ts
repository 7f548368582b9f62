import { basename } from '../host/paths.ts';
import { oncePer } from '../once.ts';
import type { Directive } from '../syntax/tree.ts';
import { grouped } from '../text/grouped.ts';
import { type Level, type Met, named } from './apache-levels.ts';
import type { Unit } from './rule.ts';
import { allowsAuthorization, speaksOfTokens } from './tokens.ts';
import { written } from './written.ts';

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

/** What a SetEnvIf on the Authorization header lets through; null: it is about something else. */
export function carriedBy(directive: Directive): { readonly bearer: boolean; readonly basic: boolean } | null {
  if (!/authorization/i.test(written(directive))) return null;
  const [attribute = '', pattern = '', ...sets] = words(directive);
  if (!/^\^?authorization\$?$/i.test(attribute)) return null;
  if (!sets.some((set) => /^HTTP_AUTHORIZATION=.*\$\d/i.test(set))) return null;
  try {
    const regex = new RegExp(pattern, directive.name.toLowerCase() === 'setenvifnocase' ? 'i' : '');
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

/** Lines by the virtual host that they stand in; null: outside of all. */
type ByHost = ReadonlyMap<Directive | null, readonly [Met, ...Met[]]>;

function byHost(list: readonly Met[], holds: (directive: Directive) => boolean): ByHost {
  return grouped(
    list.filter(({ directive }) => holds(directive)),
    ({ level }) => level.host,
  );
}

/** The first line that can be about one request with a level: of its virtual host or outside of all; any, where it is outside itself. */
function reaching(lines: ByHost, { host }: Level): Directive | null {
  const own = lines.get(host) ?? lines.get(null) ?? (host === null ? [...lines.values()][0] : undefined);
  return own?.[0].directive ?? null;
}

/** What is looked up for each gateway. */
const linesOf = oncePer((unit: Unit) => {
  const all = (...names: readonly string[]) => named(unit, ...names);
  return {
    carriers: byHost(all('cgipassauth', 'setenvif', 'setenvifnocase', 'setenvifexpr', 'rewriterule'), (directive) => {
      switch (directive.name.toLowerCase()) {
        case 'cgipassauth':
          return on(directive);
        case 'setenvifexpr':
          return /HTTP_AUTHORIZATION=/i.test(words(directive).slice(1).join(' '));
        case 'rewriterule':
          return rewritesAuthorization(directive);
        default:
          return carriedBy(directive)?.bearer ?? false;
      }
    }),
    fcgid: byHost(all('fcgidpassheader'), (directive) => /^authorization$/i.test(words(directive)[0] ?? '')),
    wsgi: byHost(all('wsgipassauthorization'), on),
    signs: byHost(all(...telling), isSign),
    wordpress: byHost(all('rewriterule'), isWordpress),
  };
});

/** A line that hands a token on to a gateway; null: none is in reach. */
export function carrierFor(unit: Unit, { level, kind }: Gateway): Directive | null {
  const { carriers, fcgid, wsgi } = linesOf(unit);
  const special = kind === 'fcgid' ? fcgid : kind === 'wsgi' ? wsgi : null;
  return reaching(carriers, level) ?? (special && reaching(special, level));
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
  return reaching(linesOf(unit).signs, level);
}

function isSign(directive: Directive): boolean {
  const name = directive.name.toLowerCase();
  // the rule that hands the header on is no sign that anybody wants it
  if (name === 'rewriterule' && rewritesAuthorization(directive)) return false;
  return allowsAuthorization(directive) || (name !== 'header' && words(directive).some(speaksOfTokens));
}

/** The front controller of a WordPress in a .htaccess file (its rule to index.php); null: there is none in reach. */
export function wordpressIn(unit: Unit, level: Level): Directive | null {
  return reaching(linesOf(unit).wordpress, level);
}

function isWordpress(directive: Directive): boolean {
  const { source } = directive;
  if (basename(source.path) !== '.htaccess' || !/index\.php$/.test(words(directive)[1] ?? '')) return false;
  return source.text.includes('# BEGIN WordPress');
}
