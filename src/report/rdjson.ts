import type { Finding } from '../rules/run.ts';
import { type Source, shownAt, type Where } from '../text/source.ts';
import type { FindingEntry, Stretch } from './contract.ts';
import { jsonText, oneLine } from './escaping.ts';
import type { Report } from './format.ts';
import { withHelp } from './wording.ts';

interface Place {
  line: number;
  column: number;
}

/** Reviewdog's Diagnostic Format. Source: reviewdog, proto/rdf/reviewdog.proto; its columns count UTF-8 bytes. */
export function report({ document, result }: Report): string {
  const diagnostics = document.findings.map((entry, index) => diagnostic(entry, result?.findings[index] ?? null));
  return jsonText({ source: { name: 'authlint' }, diagnostics });
}

function diagnostic(entry: FindingEntry, finding: Finding | null): object {
  const { severity, rule, file, related, fix } = entry;
  return {
    message: oneLine(withHelp(entry)),
    location: { path: file, range: range(entry, finding?.where ?? null) },
    severity: severity.toUpperCase(),
    code: { value: rule },
    ...(related.length > 0 && {
      related_locations: related.map((one) => ({
        message: oneLine(one.message),
        location: { path: one.file, range: { start: { line: one.line, column: one.column } } },
      })),
    }),
    ...(fix && {
      // only edits of the finding's own file can be shown as a suggestion
      suggestions: fix.flatMap((edit, index) =>
        edit.file === file ? [{ range: range(edit, finding?.fix[index]?.where ?? null), text: edit.text }] : [],
      ),
    }),
  };
}

function range(at: Stretch, where: Where | null): { start: Place; end: Place } {
  if (where && 'source' in where) return bytes(where.source, where.start, where.end);
  return { start: { line: at.line, column: at.column }, end: { line: at.endLine, column: at.endColumn } };
}

function bytes(source: Source, start: number, end: number): { start: Place; end: Place } {
  const at = (shown: number): Place => {
    const offset = source.shown(shown);
    const line = source.lineOf(offset);
    const column = offset - (source.text.lastIndexOf('\n', offset - 1) + 1) + 1;
    return shownAt({ line, column }, source.inset);
  };
  return { start: at(start), end: at(Math.max(start, end)) };
}
