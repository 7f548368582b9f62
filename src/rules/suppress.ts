import { locate, type Source, type Span } from '../text/source.ts';
import type { RuleMeta } from './rule.ts';
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

interface Comment {
  readonly span: Span;
  readonly line: number;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly wholeFile: boolean;
  used: boolean;
}

const mark = 'authlint-ignore';
const form = /#[ \t]*authlint-ignore(-file)?[ \t]*\[([^\]\n]*)\][ \t]*(?::[ \t]*([^\n\r]*))?/g;

/** Takes out what comments silence, and reports comments that silence nothing or give no reason. */
export function suppress(findings: readonly Finding[], sources: readonly Source[]): Finding[] {
  const byFile = new Map<string, Comment[]>();
  for (const source of sources) {
    // one search over the text decides for nearly every file
    if (!source.text.includes(mark) || byFile.has(source.display)) continue;
    byFile.set(source.display, [...commentsOf(source)]);
  }
  if (byFile.size === 0) return [...findings];
  const kept = findings.filter(({ rule, where }) => {
    const { file, line } = locate(where);
    const comment = byFile
      .get(file)
      ?.find((one) => one.rules.includes(rule) && one.reason !== '' && (one.wholeFile || one.line === line - 1));
    if (comment) comment.used = true;
    return !comment;
  });
  for (const comments of byFile.values()) for (const comment of comments) if (!comment.used) kept.push(unused(comment));
  return kept;
}

function* commentsOf(source: Source): Iterable<Comment> {
  for (const match of source.text.matchAll(form)) {
    const start = match.index;
    const rules = match[2]!.split(',').map((name) => name.trim());
    const span = { source, start, end: start + match[0].length };
    const reason = (match[3] ?? '').trim();
    yield { span, line: source.lineOf(start), rules, reason, wholeFile: match[1] !== undefined, used: false };
  }
}

function unused({ span, reason }: Comment): Finding {
  const missing = reason === '';
  return {
    rule: 'suppression-unused',
    severity: 'warning',
    confidence: 'certain',
    message: missing ? 'this comment silences nothing: it gives no reason' : 'this comment silences nothing',
    help: missing
      ? 'write it as # authlint-ignore[rule]: reason'
      : 'remove it, or move it to the line before the finding',
    where: span,
    scope: null,
    related: [],
    fix: [],
  };
}
