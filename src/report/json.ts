import type { CheckDocument } from './contract.ts';
import { jsonText } from './escaping.ts';
import type { Report } from './format.ts';

/** The stable JSON contract of `check` (schemas/check.schema.json). */
export function report(given: Report): string {
  return [...pieces(given)].join('');
}

/** Entries of one piece: a large result as one text would take more memory than all that led to it. */
const many = 50;

/** The same text in pieces, to be written one after the other. */
export function* pieces({ document }: Report): Iterable<string> {
  let before = '{';
  for (const [key, value] of Object.entries(document)) {
    yield `${before}\n  "${key}": `;
    before = ',';
    if (Array.isArray(value) && value.length > many) yield* items(value);
    else yield indented(value);
  }
  yield '\n}\n';
}

/** A long list, a few entries at a time. */
function* items(list: readonly unknown[]): Iterable<string> {
  for (let from = 0; from < list.length; from += many) {
    const text = indented(list.slice(from, from + many));
    // the brackets are the list's own
    yield (from === 0 ? '[' : ',') + text.slice(1, -'\n  ]'.length);
  }
  yield '\n  ]';
}

/** A value as it stands behind a key of the document. */
function indented(value: CheckDocument[keyof CheckDocument] | readonly unknown[]): string {
  const inside = jsonText({ value });
  return inside.slice('{\n  "value": '.length, -'\n}\n'.length);
}
