import type { Span } from './source.ts';

/** Byte that stands for what a template engine puts in: no value is known of it. Configuration never has it. */
export const hole = '\x01';

/** A file that an engine makes configuration of. */
export interface Template {
  /** The file as it stands; the source's own text has tokens and control lines taken out, byte for byte as long. */
  readonly original: string;
  /** Stretches that control what is put out, in order: `{% if %}`, `<% end %>`, comments. */
  readonly controls: readonly (readonly [start: number, end: number])[];
  /** Where branches change, in order, with the branch that holds from there on: `3.0/5.1`; empty outside of all. */
  readonly branches: readonly { readonly from: number; readonly branch: string }[];
}

/** Whether what stands on the lines of a span may be otherwise in what the template makes. */
export function isDoubtful({ source, start, end }: Span): boolean {
  const { template, text } = source;
  if (!template) return false;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const eol = text.indexOf('\n', end);
  const to = eol < 0 ? text.length : eol;
  return text.slice(from, to).includes(hole) || template.controls.some(([at, until]) => at < to && until > from);
}

/** The branch of a template that holds a place; empty: it is always there. */
export function branchOf({ source, start }: Span): string {
  const branches = source.template?.branches ?? [];
  let branch = '';
  for (const change of branches) {
    if (change.from > start) break;
    branch = change.branch;
  }
  return branch;
}

/** Whether places can all be there at once, as no two of them are in branches apart. */
export function together(spans: readonly Span[]): boolean {
  const bySource = new Map<Span['source'], string>();
  for (const span of spans) {
    if (!span.source.template) continue;
    const branch = branchOf(span);
    const deepest = bySource.get(span.source) ?? '';
    const [short, long] = branch.length < deepest.length ? [branch, deepest] : [deepest, branch];
    if (short !== '' && short !== long && !long.startsWith(`${short}/`)) return false;
    bySource.set(span.source, long);
  }
  return true;
}

/** Text for people in which what a template puts in shows as an ellipsis. */
export function withoutHoles(text: string): string {
  return text.includes(hole) ? text.replace(/(?:\$\{)?\x01+\}?/g, '…') : text;
}
