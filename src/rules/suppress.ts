import { nearest } from '../text/nearest.ts';
import { printable } from '../text/printable.ts';
import { type Inset, locate, type Source, shownAt, type Where } from '../text/source.ts';
import type { Draft, RuleMeta, Unit } from './rule.ts';
import type { Finding } from './run.ts';

export const meta: RuleMeta = {
  id: 'suppression-unused',
  title: 'A comment that silences nothing',
  server: 'both',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Nothing changes for a visitor.',
    why: 'The finding that the comment was for is gone, stands elsewhere, or the comment gives no reason. It would silence the next mistake at this place.',
    fix: 'remove the comment, move it to the line before the finding, or add the reason after a colon',
    fine: 'Never; where a rule is seldom wanted, turn it off in the configuration of authlint.',
  },
};

/** A comment that is to silence findings. */
interface Comment {
  readonly where: Where;
  /** First and last line that it speaks of; null: the whole file. */
  readonly lines: readonly [number, number] | null;
  readonly rules: readonly string[];
  readonly reason: string;
  /** Rules of it that silenced something. */
  readonly used: Set<string>;
}

const mark = 'authlint-ignore';
const form = /#[ \t]*authlint-ignore(-file)?\b[ \t]*(?:\[([^\]\n\r]*)\])?[ \t]*(?::[ \t]*([^\n\r]*))?/g;
const howTo = 'write it as # authlint-ignore[rule]: reason';

/**
 * Takes out what comments (by file as shown) silence; `idle` are the comments, or rules in one, that silence nothing or give no reason.
 * `ids`: every rule there is; `applied`: whether one was applied to a file, since a comment for one that is off is not idle.
 */
export function suppress(
  findings: readonly Finding[],
  byFile: ReadonlyMap<string, readonly Comment[]>,
  ids: readonly string[],
  applied: (id: string, file: string) => boolean,
): { kept: Finding[]; idle: Draft[] } {
  const kept = findings.filter(({ rule, file, line }) => {
    let silent = false;
    for (const { rules, reason, lines, used } of byFile.get(file) ?? []) {
      if (reason === '' || !rules.includes(rule)) continue;
      if (lines && (line < lines[0] || line > lines[1])) continue;
      used.add(rule);
      silent = true;
    }
    return !silent;
  });
  const idle = [...byFile].flatMap(([file, comments]) =>
    comments.flatMap((comment) => [...complaints(comment, ids, (id) => applied(id, file))]),
  );
  return { kept, idle };
}

/** The comments that are to silence findings, by their files as shown. */
export function commentsByFile(units: readonly Unit[]): Map<string, Comment[]> {
  const byFile = new Map<string, Comment[]>();
  const known = new Set<string>();
  // a file may be read by several units
  const add = (file: string, comments: Iterable<Comment>): void => {
    for (const comment of comments) {
      const { line, column } = locate(comment.where);
      const place = `${line}:${column} ${file}`;
      if (known.has(place)) continue;
      known.add(place);
      const list = byFile.get(file);
      if (list) list.push(comment);
      else byFile.set(file, [comment]);
    }
  };
  for (const { server, sources, passwords } of units) {
    for (const source of sources) {
      // one search over the text decides for nearly every file
      if (source.text.includes(mark)) add(source.display, commentsOf(source, server === 'nginx'));
    }
    for (const { display, inset, comments } of passwords)
      for (const comment of comments) add(display, commentsIn(comment, display, inset));
  }
  return byFile;
}

/** Comments in a line of a password file. */
function* commentsIn(
  { line, text }: { readonly line: number; readonly text: string },
  file: string,
  inset: Inset | null,
): Iterable<Comment> {
  for (const match of text.matchAll(form)) {
    const at = shownAt({ line, column: match.index + 1 }, inset);
    yield commentFrom(match, { file, ...at, endColumn: at.column + match[0].length }, [at.line + 1, at.line + 1]);
  }
}

/** Comments of a configuration. Only nginx takes one after a directive, where it speaks of its own line. */
function* commentsOf(source: Source, trailing: boolean): Iterable<Comment> {
  for (const match of source.text.matchAll(form)) {
    const start = match.index;
    const line = source.lineOf(start);
    const alone = /^[ \t]*#/.test(source.line(line));
    if (!alone && !trailing) continue;
    const where = { source, start, end: start + match[0].trimEnd().length };
    const lines = alone ? following(source, line) : ([line, line] as const);
    const shown = (own: number): number => shownAt({ line: own, column: 1 }, source.inset).line;
    yield commentFrom(match, where, [shown(lines[0]), shown(lines[1])]);
  }
}

/** The next line that is no comment and not blank, with those that a backslash joins to it. */
function following(source: Source, line: number): [number, number] {
  let first = line + 1;
  while (first < source.lineCount && /^[ \t]*(?:#.*)?$/.test(source.line(first))) first++;
  let last = first;
  while (last < source.lineCount && source.line(last).endsWith('\\')) last++;
  return [first, last];
}

function commentFrom(match: RegExpExecArray, where: Where, lines: [number, number]): Comment {
  const rules = (match[2] ?? '').split(',').map((name) => name.trim());
  const reason = (match[3] ?? '').trim();
  return { where, lines: match[1] === undefined ? lines : null, rules: rules.filter(Boolean), reason, used: new Set() };
}

function* complaints(
  { where, rules, reason, used }: Comment,
  ids: readonly string[],
  applied: (id: string) => boolean,
): Iterable<Draft> {
  if (rules.length === 0) yield { where, message: 'this comment silences nothing: it names no rule', help: howTo };
  else if (reason === '') yield { where, message: 'this comment silences nothing: it gives no reason', help: howTo };
  else {
    const useless = rules.filter((rule) => !used.has(rule));
    const [known, unknown] = [
      useless.filter((rule) => ids.includes(rule)),
      useless.filter((rule) => !ids.includes(rule)),
    ];
    for (const rule of unknown) {
      const [near] = nearest(rule, ids, 4);
      const help = near ? `write ${near}` : 'authlint rules lists the rules';
      yield { where, message: `this comment silences nothing: no rule is called ${printable(rule, 60)}`, help };
    }
    const idle = known.filter(applied);
    if (idle.length === rules.length) {
      const help = 'remove it, or move it to the line before the finding';
      yield { where, message: 'this comment silences nothing', help };
    } else if (idle.length > 0) {
      const names = idle.join(', ');
      yield { where, message: `this comment silences nothing of ${names}`, help: `take ${names} out of it` };
    }
  }
}
