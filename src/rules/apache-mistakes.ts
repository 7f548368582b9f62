import { commandsNamed, OR_ALL } from '../catalog/apache.ts';
import { moduleOfProvider } from '../model/apache/providers.ts';
import { oncePer } from '../once.ts';
import type { Reason } from '../predict/answer.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import type { Directive } from '../syntax/tree.ts';
import { locate, type Span, sameStart } from '../text/source.ts';
import { directiveAt, type Met } from './apache-levels.ts';
import { isPasted } from './pasted.ts';
import type { Unit } from './rule.ts';
import { decisive } from './verdicts.ts';

/** What lies behind a complaint of httpd about a line, where more can be said than httpd does. */
export type Mistake =
  | 'byte-order-mark'
  | 'typographic-marks'
  | 'trailing-comment'
  | 'unquoted-value'
  | 'compat-module'
  | 'module-not-loaded'
  | 'override'
  | 'main-file-only';

/** UTF-8 of curly quotes, angle quotes, the no-break spaces and the long dashes, as bytes. */
const typographic = /\xe2\x80[\x93-\x9f]|\xc2[\xa0\xab\xbb]|\xe2\x80\xaf/;
const compat = new Set(['order', 'allow', 'deny', 'satisfy']);
/** Directives that take one value, which people write with blanks in it. */
const oneValue =
  /^(?:authname|authuserfile|authgroupfile|authldapurl|authdbmuserfile|authdigestfile|documentroot|servername|<directory|<location|<files)$/;

const mistakesOf = oncePer((_: Unit) => new Map<string, Mistake | null>());

/** The mistake behind a complaint; null: httpd's own words are all there is to say. */
export function mistakeBehind(unit: Unit, complaint: Reason): Mistake | null {
  const { where } = complaint;
  if (unit.server !== 'apache' || !where || !('source' in where)) return null;
  const known = mistakesOf(unit);
  const { file, line, column } = locate(where);
  const key = `${complaint.code} ${file}:${line}:${column}`;
  let mistake = known.get(key);
  if (mistake === undefined) {
    mistake = look(unit, complaint, where);
    known.set(key, mistake);
  }
  return mistake;
}

function look(unit: Unit, { code, message }: Reason, where: Span): Mistake | null {
  const { source, start } = where;
  if (start === 0 && source.text.startsWith('\xef\xbb\xbf')) return 'byte-order-mark';
  const met = directiveAt(unit, where);
  const directive = met?.directive ?? null;
  if (code === 'apache-directive-not-allowed') return refusedPlace(met);
  if (code === 'apache-directive-not-loaded' && directive)
    return compat.has(directive.name.toLowerCase()) ? 'compat-module' : 'module-not-loaded';
  if (code === 'apache-provider-unknown' && directive && moduleOfProvider(providerIn(message)))
    return 'module-not-loaded';
  if (typographic.test(source.line(source.lineOf(start)))) return 'typographic-marks';
  if (!directive) return null;
  if (commentAt(directive) !== null) return 'trailing-comment';
  const { args, name } = directive;
  const many = code === 'apache-arguments-wrong' || code === 'apache-section-argument';
  return many && args.length > 1 && oneValue.test(name.toLowerCase()) ? 'unquoted-value' : null;
}

/** The provider that httpd's complaint about a Require or AuthBasicProvider ends with; empty: it names none. */
export function providerIn(message: string): string {
  return /: (\S+)$/.exec(message)?.[1] ?? '';
}

/** A comment at the end of a line, where httpd knows none: the number of its first word among the arguments. */
export function commentAt({ args }: Directive): number | null {
  const at = args.findIndex(({ value, quote }, index) => quote === '' && index > 0 && value.startsWith('#'));
  return at < 0 ? null : at;
}

/** A .htaccess file may hold it where AllowOverride lets it, or nowhere. */
function refusedPlace(met: Met | null): Mistake | null {
  if (!met?.level.htaccess) return null;
  const commands = commandsNamed(met.directive.name.toLowerCase());
  return commands.some(({ where }) => (where & OR_ALL) !== 0) ? 'override' : 'main-file-only';
}

/** The complaint that a broken .htaccess gives at a place, under its own code. */
export function complaintOf(judged: JudgedPlace, broken: Reason): Reason {
  const own = decisive(judged).find(({ code, where }) => code !== broken.code && sameStart(where, broken.where));
  return own ?? broken;
}

/** What each broken .htaccess file holds beyond the line that httpd gives up at, by the file's path. */
const laterOf = oncePer(({ apache }: Unit) => {
  const later = new Map<string, { readonly first: Span; readonly complaints: readonly Reason[] }>();
  for (const { source, problems } of apache?.htaccess() ?? []) {
    const [first, ...others] = problems;
    if (!first || others.length === 0) continue;
    const complaints = others.map(({ code, message, span }) => ({ code: code as ReasonCode, message, where: span }));
    later.set(source.path, { first: first.span, complaints: complaints.filter(({ where }) => !isPasted(where)) });
  }
  return later;
});

const none: readonly Reason[] = [];

/** What httpd would complain about in a .htaccess file once the line that it gives up at is mended. */
export function laterComplaints(unit: Unit, { where }: Reason): readonly Reason[] {
  const later = where && 'source' in where ? laterOf(unit).get(where.source.path) : undefined;
  // read under another AllowOverride it may be told of other lines
  return later && sameStart(later.first, where) ? later.complaints : none;
}
