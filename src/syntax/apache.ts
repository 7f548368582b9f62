/**
 * httpd configuration files to a tree of directives, by the lines alone: no include is followed, no condition decided.
 * For what httpd makes of it see the model; this reading serves spans, formatting and files that are judged on their own.
 */
import type { Source } from '../text/source.ts';
import type { ApacheDirective } from './apache-directive.ts';
import { directiveOf, LineReader } from './apache-lines.ts';
import type { SyntaxProblem } from './tree.ts';
import { spanOf } from './tree.ts';

export { ApacheDirective } from './apache-directive.ts';

/**
 * The tree of one file. Problems are those of nesting, in httpd's words; reading goes on after each: a closing tag
 * closes the nearest open section of its name, or nothing.
 */
export function readApacheFile(source: Source): {
  directives: readonly ApacheDirective[];
  problems: readonly SyntaxProblem[];
} {
  const directives: ApacheDirective[] = [];
  const problems: SyntaxProblem[] = [];
  const open: ApacheDirective[] = [];
  let into = directives;
  const lines = new LineReader(source);
  for (let line = lines.next(); line !== null; line = lines.next()) {
    const directive = directiveOf(line);
    if (!directive) continue;
    const { name } = directive;
    if (name.charCodeAt(0) !== 60 || name.charCodeAt(1) !== 47) {
      into.push(directive);
      if (directive.children) {
        open.push(directive);
        into = directive.children;
      }
      continue;
    }
    const { message, closes } = closing(name, open);
    if (message !== null) problems.push({ message, span: spanOf(directive) });
    if (closes >= 0) open.length = closes;
    into = open.at(-1)?.children ?? directives;
  }
  for (const section of open.reverse()) {
    problems.push({ message: `${section.name}> was not closed.`, span: spanOf(section) });
  }
  return { directives, problems };
}

/**
 * What a closing tag does (`ap_build_config_sub`, server/config.c): httpd's complaint or null, and how many sections
 * stay open; -1: the tag closes nothing.
 */
export function closing(
  tag: string,
  open: readonly { readonly name: string }[],
): { message: string | null; closes: number } {
  const last = open.at(-1);
  if (!last) return { message: `${tag} without matching <${tag.slice(2)} section`, closes: -1 };
  if (!tag.endsWith('>'))
    return { message: `${tag}> directive missing closing '>'`, closes: nearest(tag.slice(2), open) };
  const name = tag.slice(2, -1);
  if (name.toLowerCase() === last.name.slice(1).toLowerCase()) return { message: null, closes: open.length - 1 };
  return { message: `Expected </${last.name.slice(1)}> but saw ${tag}`, closes: nearest(name, open) };
}

function nearest(name: string, open: readonly { readonly name: string }[]): number {
  const wanted = `<${name.toLowerCase()}`;
  for (let index = open.length - 1; index >= 0; index--) {
    if (open[index]!.name.toLowerCase() === wanted) return index;
  }
  return -1;
}
