import type { Span } from '../text/source.ts';

/** One argument of a directive: its value as the server reads it and the span as written, quotes included. */
export interface Argument {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly quote: '"' | "'" | '';
}

/**
 * One directive or section of either server. The same shape serves both; `children` is null for a simple directive. As
 * a span it goes from its name to the end of its last argument (a section: of its opening line).
 */
export interface Directive extends Span {
  /** As written (`<Directory` keeps its bracket for Apache, so that names match the catalogue). */
  readonly name: string;
  /** End of the name; the name spans start..nameEnd. */
  readonly nameEnd: number;
  readonly args: readonly Argument[];
  readonly children: readonly Directive[] | null;
  /** The Include, Use or include directive that brought this one in, where it was not in the file at hand. */
  readonly via?: Directive;
}

/** What a reader could not make sense of, with the server's own words where it refuses. */
export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}
