import type { ApacheDirective } from '../src/syntax/apache-directive.ts';
import { directiveOf, LineReader } from '../src/syntax/apache-lines.ts';
import { closing } from '../src/syntax/apache-nesting.ts';
import type { SyntaxProblem } from '../src/syntax/tree.ts';
import type { Source } from '../src/text/source.ts';

/**
 * The tree of one file by its lines alone, no include followed and no condition decided. Problems are those of nesting,
 * in httpd's words; reading goes on after each: a closing tag closes the nearest open section of its name, or nothing.
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
    if (message !== null) problems.push({ message, span: directive });
    if (closes >= 0) open.length = closes;
    into = open.at(-1)?.children ?? directives;
  }
  for (const section of open.reverse()) {
    problems.push({ message: `${section.name}> was not closed.`, span: section });
  }
  return { directives, problems };
}
