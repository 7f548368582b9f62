import { jsonText } from './escaping.ts';
import type { Report } from './format.ts';

/** The stable JSON contract of `check` (schemas/check.schema.json). */
export function report({ document }: Report): string {
  return jsonText(document);
}
