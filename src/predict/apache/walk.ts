import { absent } from '../../host/host.ts';
import type { Override } from '../../model/apache/config.ts';
import { mergeSettings } from '../../model/apache/merge.ts';
import type { PathSection, SectionIndex } from '../../model/apache/section-index.ts';
import { type IfSection, option, type Settings } from '../../model/apache/settings.ts';
import { wildcardMatches } from '../../model/fnmatch.ts';
import type { WorkerView } from '../../model/permissions.ts';
import { matchPattern, type Pattern } from '../../model/regex.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import type { Reason } from '../answer.ts';
import { type Ended, type Exchange, end, reason, setVariable, Unseen } from './exchange.ts';
import { Level } from './levels.ts';
import { denialOf, everything, meaningOf } from './meaning.ts';
import type { ApacheReasonCode } from './reasons.ts';
import { holds } from './variables.ts';

function patternMatches(exchange: Exchange, pattern: Pattern, text: string, origin: Directive): boolean {
  const groups = matchPattern(pattern, text);
  if (groups === undefined)
    return exchange.guesses.guess(
      reason('apache-condition-unseen', 'whether the regular expression matches cannot be told', origin),
    );
  if (!groups) return false;
  for (const [number, name] of pattern.names) {
    const value = groups[number];
    if (value !== undefined) setVariable(exchange, `MATCH_${name.toUpperCase()}`, value);
  }
  return true;
}

/** apr_filepath_merge: without doubled slashes and `/./`. */
function cleanPath(path: string): string {
  if (!path.includes('//') && !path.includes('/.')) return path;
  return path.replace(/\/{2,}/g, '/').replace(/(\/\.)+(?=\/|$)/g, '') || '/';
}

/** request.c, ap_directory_walk: `<Directory>` sections and .htaccess files from the root down, then the patterns. */
export function directoryWalk(exchange: Exchange): Ended | null {
  if (exchange.filename === null) return null;
  const { parts, because } = exchange;
  const { worker, levels } = exchange.site;
  const { folders, accessNames } = parts;
  const filename = cleanPath(exchange.filename);
  const view = worker.stat(filename);
  exchange.file = absent(view) ? (view === 'invisible' ? 'unseen' : 'none') : view;
  if (!absent(view) && view.kind !== 'directory' && filename.endsWith('/')) exchange.file = 'none';
  const known = exchange.file !== 'none';
  const start = startOf(exchange, filename, known);
  if (typeof start === 'number') return start;
  let { level, at } = start;
  let left = filename.slice(at.length);
  let shown = at;
  for (const note of level.notes) because.push(note);
  // requests make their own guesses, and what is known of the last part of the name may be of a file
  let sure = filename.startsWith('/');
  const sureLength = filename.lastIndexOf('/') + 1;
  // the folder come to last and the one above it, where the next walks are likely to start
  let last: Start | null = null;
  let above: Start | null = null;
  while (left !== '') {
    const slash = left.indexOf('/');
    const name = slash < 0 ? left : left.slice(0, slash);
    left = slash < 0 ? '' : left.slice(slash + 1);
    const path = at + name;
    const trailing = slash >= 0 && left === '';
    shown = trailing ? `${path}/` : path;
    at = `${path}/`;
    const quick = known && (level.options & (option.followLinks | option.ownerLinks)) === option.followLinks;
    // most names that are not there have no sections either, and these need not be looked for
    let sections = quick || level.knows(name) ? sectionsOf(folders, at, level.depth + 1) : null;
    const earlier = sections && level.below(name, sections, accessNames);
    if (!quick && !earlier) {
      const guessed = exchange.guesses.reasons.length;
      const next = step(exchange, path, level.options, path === filename ? view : worker.stat(path));
      if (typeof next === 'number') return next;
      if (next !== 'directory') {
        shown = path;
        left = (slash >= 0 ? '/' : '') + left;
        exchange.pathInfo = left + exchange.pathInfo;
        if (next === 'file') {
          const stat = worker.stat(path);
          exchange.file = absent(stat) ? 'none' : stat;
        } else if (!known) exchange.file = 'none';
        break;
      }
      if (exchange.guesses.reasons.length > guessed) sure = false;
    }
    sections ??= sectionsOf(folders, at, level.depth + 1);
    // a file holds no access file
    if (quick && left === '' && sections.length === 0 && isFile(exchange)) break;
    if (trailing && !known) {
      const stat = worker.stat(path);
      if (!absent(stat)) exchange.file = stat;
    }
    const next = earlier ?? enter(exchange, level, at, sections);
    if (typeof next === 'number') return next;
    for (let index = level.notes.length; index < next.notes.length; index++) because.push(next.notes[index]!);
    if (sure && (at.length <= sureLength || isFolder(exchange))) {
      if (!earlier) levels.keep(level, name, next);
      above = last;
      last = { at, level: next };
    }
    level = next;
  }
  for (const one of [above, last]) if (one) levels.remember(parts, one.at, one.level);
  exchange.filename = shown;
  if (folders.others.length === 0) {
    exchange.settings = level.over(exchange.settings);
    return null;
  }
  const earlier = (exchange.main ?? exchange.previous)?.walked;
  const walked =
    earlier?.folder === folderAsked(exchange, filename) ? earlier : withPatterns(exchange, level, folders, shown);
  exchange.walked = walked;
  const { merged } = walked;
  if (merged === level.merged) exchange.settings = level.over(exchange.settings);
  else if (merged) exchange.settings = mergeSettings(exchange.settings, merged);
  return null;
}

/** The settings of a walk's last level with the pattern sections, which are looked at last. */
function withPatterns(
  exchange: Exchange,
  level: Level,
  { others }: SectionIndex,
  path: string,
): NonNullable<Exchange['walked']> {
  let { merged } = level;
  for (const section of others) {
    if (!section.pattern || !patternMatches(exchange, section.pattern, path, section.origin)) continue;
    merged = merged ? mergeSettings(merged, section.settings()) : section.settings();
  }
  return { folder: isFolder(exchange) ? path : path.slice(0, path.lastIndexOf('/') + 1), merged };
}

/**
 * The folder that a walk is for: where the request that this one came of has walked to the same, httpd takes what it found,
 * and looks at no pattern again.
 */
function folderAsked(exchange: Exchange, filename: string): string {
  if (isFile(exchange)) return filename.slice(0, filename.lastIndexOf('/') + 1);
  return filename.endsWith('/') ? filename : `${filename}/`;
}

function isFolder({ file }: Exchange): boolean {
  return typeof file === 'object' && file.kind === 'directory';
}

function isFile({ file }: Exchange): boolean {
  return typeof file === 'object' && file.kind !== 'directory';
}

/** The sections for a folder, in the order in which they merge. */
function sectionsOf(folders: SectionIndex, at: string, depth: number): readonly PathSection[] {
  const plain = folders.at(at);
  const wild = folders.others.filter(
    ({ pattern, components, path }) => !pattern && components === depth && wildcardMatches(path, at, 'path'),
  );
  if (wild.length === 0) return plain;
  const sections = [...plain, ...wild];
  folders.sort(sections);
  return sections;
}

/** What holds in a folder below one of a level, with its sections and its .htaccess file; a number: a request ends there. */
function enter(exchange: Exchange, above: Level, folder: string, sections: readonly PathSection[]): Level | Ended {
  const level = new Level(above, sections, exchange.parts.accessNames);
  const { override } = level;
  if (override) {
    const result = htaccess(exchange, folder, override);
    if (typeof result === 'number') return result;
    if (result) level.add(result);
  } else {
    const ignored = ignoredIn(exchange, folder);
    if (ignored.length > 0) level.notes = [...level.notes, ...ignored];
  }
  return level;
}

/** A folder (with its slash) and what holds in it. */
interface Start {
  readonly level: Level;
  readonly at: string;
}

/**
 * Where a walk to a file starts: at its folder or the one above, where an earlier one has come by, else at the root. A
 * number: the request ends there.
 */
function startOf(exchange: Exchange, filename: string, found: boolean): Start | Ended {
  const { parts } = exchange;
  const { levels } = exchange.site;
  // whether the folder itself is there is still to be seen where nothing is known of it
  const end = found ? filename.length : filename.length - 1;
  const recent = levels.recent(parts);
  for (let tries = 0, slash = filename.lastIndexOf('/', end - 1); recent && tries < 2 && slash > 0; tries++) {
    const at = filename.slice(0, slash + 1);
    const level = recent.get(at);
    if (level) return { level, at };
    slash = filename.lastIndexOf('/', slash - 1);
  }
  const top = levels.top(exchange.settings.core);
  const sections = sectionsOf(parts.folders, '/', 1);
  const known = top.below('', sections, parts.accessNames);
  const level = known ?? enter(exchange, top, '/', sections);
  if (typeof level === 'number') return level;
  if (!known) levels.keep(top, '', level);
  return { level, at: '/' };
}

/** Looks at one name on the way down as lstat and resolve_symlink do; `view`: what the worker sees there. */
function step(exchange: Exchange, path: string, bits: number, view: WorkerView): Ended | 'directory' | 'file' | 'none' {
  const link = exchange.site.worker.link(path);
  if (view === 'invisible') return 'directory';
  if (view === 'denied')
    return end(
      exchange,
      403,
      reason(
        'apache-path-unsearchable',
        `a folder on the way to ${printable(path)} may not be searched by the worker`,
        null,
      ),
    );
  if (link !== null) {
    if ((bits & (option.followLinks | option.ownerLinks)) === 0 || absent(view))
      return end(
        exchange,
        403,
        reason('apache-link-forbidden', `the symbolic link ${printable(path)} is not followed`, null),
      );
    if (bits & option.ownerLinks && !absent(view) && view.trusted) {
      const same = exchange.guesses.guess(
        reason(
          'apache-link-owner-unseen',
          `whether ${printable(path)} and its target have one owner cannot be seen`,
          null,
        ),
      );
      if (!same)
        return end(exchange, 403, reason('apache-link-forbidden', `${printable(path)} is another's link`, null));
    }
  }
  if (view === 'missing') return 'none';
  if (absent(view))
    return end(exchange, 403, reason('apache-path-forbidden', `${printable(path)} cannot be reached`, null));
  if (view.kind === 'other')
    return end(exchange, 403, reason('apache-path-forbidden', `${printable(path)} is neither file nor folder`, null));
  return view.kind;
}

/** Says of a .htaccess file that means a login and is never read, as AllowOverride stands. */
function ignoredIn({ site, parts }: Exchange, folder: string): Reason[] {
  return parts.accessNames.flatMap((name) => {
    const path = folder + name;
    const view = site.worker.stat(path);
    if (absent(view) || view.kind !== 'file') return [];
    const read = site.htaccess(path, everything);
    const where = read === 'missing' ? null : (meaningOf(read.settings) ?? denialOf(read.settings));
    return where ? [reason('apache-htaccess-ignored', `AllowOverride lets nobody read ${printable(path)}`, where)] : [];
  });
}

/** config.c, ap_parse_htaccess: the first of the names that is there counts. */
function htaccess(exchange: Exchange, folder: string, override: Override): Ended | Settings | null {
  const { site, parts } = exchange;
  for (const name of parts.accessNames) {
    const path = name.startsWith('/') ? name : folder + name;
    const view = site.worker.readable(path);
    if (view === 'missing' || view === 'not-a-directory') continue;
    if (view === 'invisible') continue;
    if (absent(view) || view.kind !== 'file')
      return end(
        exchange,
        403,
        reason('apache-htaccess-unreadable', `${printable(path)} cannot be read by the worker`, null),
      );
    const read = site.htaccess(path, override);
    if (read === 'missing') continue;
    const { problems, unseen } = read.file;
    const [problem] = problems;
    if (problem) {
      exchange.because.push(reason(problem.code as ApacheReasonCode, problem.message, problem.span));
      return end(exchange, 500, reason('apache-htaccess-broken', problem.message, problem.span));
    }
    // a variable that is not set stays as written; where it names a file, the login says that it cannot be seen
    const first = unseen.find(({ what }) => what !== 'file' && what !== 'variable');
    if (first) throw new Unseen(reason('apache-htaccess-unseen', first.message, first.span));
    return read.settings;
  }
  return null;
}

/** request.c, ap_file_walk: `<Files>` sections by the last part of the name. */
export function fileWalk(exchange: Exchange): void {
  if (exchange.filename === null) return;
  const { files } = exchange.settings.core;
  if (files.length === 0) return;
  const name = exchange.filename.slice(exchange.filename.lastIndexOf('/') + 1);
  let merged: Settings | null = null;
  for (const section of files) {
    const match = section.pattern
      ? patternMatches(exchange, section.pattern, name, section.origin)
      : section.glob
        ? wildcardMatches(section.name, name, 'path')
        : section.name === name;
    if (!match) continue;
    merged = merged ? mergeSettings(merged, section.settings()) : section.settings();
  }
  if (merged) exchange.settings = mergeSettings(exchange.settings, merged);
}

/** request.c, ap_location_walk: `<Location>` sections in the order of the file. */
export function locationWalk(exchange: Exchange): void {
  let merged: Settings | null = null;
  for (const section of sectionsFor(exchange)) {
    const settings = section.settings();
    merged = merged ? mergeSettings(merged, settings) : settings;
  }
  if (merged) exchange.settings = mergeSettings(exchange.settings, merged);
}

const noSections: readonly PathSection[] = [];

/** The `<Location>` sections for the URL as it stands: the walk is gone several times for most. */
function sectionsFor(exchange: Exchange): readonly PathSection[] {
  const { urls, mergeSlashes } = exchange.parts;
  if (urls.isEmpty) return noSections;
  if (exchange.located?.uri === exchange.uri) return exchange.located.sections;
  const guessed = exchange.guesses.reasons.length;
  let sets = false;
  const uri = mergeSlashes ? exchange.uri : exchange.uri.replace(/\/{2,}/g, '/');
  const sections: PathSection[] = [...urls.at('')];
  for (let slash = uri.indexOf('/'); slash >= 0 && slash <= urls.longest; slash = uri.indexOf('/', slash + 1)) {
    if (slash > 0) sections.push(...urls.at(uri.slice(0, slash)));
    sections.push(...urls.at(uri.slice(0, slash + 1)));
  }
  if (!uri.endsWith('/')) sections.push(...urls.at(uri));
  for (const section of urls.others) {
    const match = section.pattern
      ? patternMatches(exchange, section.pattern, exchange.uri, section.origin)
      : wildcardMatches(section.path, uri, 'path');
    if (!match) continue;
    sections.push(section);
    sets ||= section.pattern !== null && section.pattern.names.size > 0;
  }
  urls.sort(sections);
  // what was guessed is guessed anew each time, and variables are set anew
  if (!sets && exchange.guesses.reasons.length === guessed) exchange.located = { uri: exchange.uri, sections };
  return sections;
}

/** Whether a `<Proxy>` section is for the address that a request is sent to. */
export function countsFor({ pattern, glob, path }: PathSection, url: string): boolean {
  if (pattern) return Boolean(matchPattern(pattern, url));
  return glob ? wildcardMatches(path, url, 'text') : url.startsWith(path);
}

/** mod_proxy.c, proxy_walk: `<Proxy>` sections by the address that the request goes to. */
export function proxyWalk(exchange: Exchange): void {
  const url = exchange.proxy;
  if (url === null) return;
  let merged: Settings | null = null;
  for (const section of exchange.parts.proxied) {
    const match = section.pattern
      ? patternMatches(exchange, section.pattern, url, section.origin)
      : countsFor(section, url);
    if (!match) continue;
    merged = merged ? mergeSettings(merged, section.settings()) : section.settings();
  }
  if (merged) exchange.settings = mergeSettings(exchange.settings, merged);
}

/**
 * request.c, ap_if_walk_sub: `<If>`, `<ElseIf>` and `<Else>`, then those inside the ones that held. httpd keeps what
 * each call found, and a subrequest or redirect whose same call finds the same stops there: what is nested is left out.
 */
export function ifWalk(exchange: Exchange): void {
  let sections: readonly IfSection[] = exchange.settings.core.ifs;
  for (let depth = 0; sections.length > 0 && depth < 100; depth++) {
    const earlier = exchange.main ?? exchange.previous;
    const known = earlier?.ifWalks[exchange.ifWalks.length] ?? exchange.ifWalks.at(-1);
    const matched = sectionsHolding(exchange, sections);
    const base = exchange.settings;
    if (known?.base === base && sameList(known.matched, matched)) {
      exchange.settings = known.result;
      exchange.ifWalks = [...exchange.ifWalks, known];
      return;
    }
    let merged: Settings | null = null;
    for (const section of matched) merged = merged ? mergeSettings(merged, section.settings()) : section.settings();
    const result: Settings | null = merged;
    if (result) exchange.settings = mergeSettings(base, result);
    exchange.ifWalks = [...exchange.ifWalks, { base, matched, result: exchange.settings }];
    if (!result) return;
    sections = (result as Settings).core.ifs;
  }
}

function sectionsHolding(exchange: Exchange, sections: readonly IfSection[]): IfSection[] {
  const matched: IfSection[] = [];
  let before: boolean | null = null;
  for (const section of sections) {
    if (section.kind !== 'if' && before === true) continue;
    if (section.kind === 'else') before = null;
    else {
      before =
        section.condition === null
          ? exchange.guesses.guess(
              reason('apache-condition-unseen', 'whether the condition holds cannot be told', section.origin),
            )
          : holds(exchange, section.condition, section.origin) === true;
      if (!before) continue;
    }
    matched.push(section);
  }
  return matched;
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
