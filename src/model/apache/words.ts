import { ApacheDirective, rawOf } from '../../syntax/apache-directive.ts';
import { wordsOf } from '../../syntax/apache-words.ts';
import type { Directive } from '../../syntax/tree.ts';

/** The words up to the first empty one: loops over ap_getword_conf end there. */
export function leadingWords(line: string): string[] {
  const words = wordsOf(line);
  const empty = words.indexOf('');
  return empty < 0 ? words : words.slice(0, empty);
}

/** What handlers of raw arguments get: a section's up to its bracket, a directive's whole. */
export function rawArguments(directive: Directive): string {
  if (directive instanceof ApacheDirective && directive.children !== null) return directive.sectionRaw ?? '';
  return rawOf(directive);
}
