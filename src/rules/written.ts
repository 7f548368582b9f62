import { rawOf } from '../syntax/apache-directive.ts';
import { NginxDirective } from '../syntax/nginx.ts';
import type { Directive } from '../syntax/tree.ts';

/**
 * What follows the name of a directive, as it stands in the file. A look at it tells of nearly every directive that it
 * has not the word that a rule is about, and its arguments need not be split.
 */
export function written(directive: Directive): string {
  const { source, nameEnd, end } = directive;
  return directive instanceof NginxDirective ? source.text.slice(nameEnd, end) : rawOf(directive);
}
