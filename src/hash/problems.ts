import { decode } from '../text/bytes.ts';
import { type FileLine, type Inset, shownAt } from '../text/source.ts';

export type ProblemCode =
  | 'empty-file'
  | 'utf16'
  | 'bom'
  | 'nul'
  | 'no-final-newline'
  | 'no-colon'
  | 'empty-user'
  | 'empty-hash'
  | 'blank-in-line'
  | 'quotes'
  | 'carriage-return'
  | 'pasted-web-text'
  | 'wrapped-line'
  | 'continued-line'
  | 'too-long-line'
  | 'user-too-long'
  | 'user-not-ascii'
  | 'duplicate-user'
  | 'repeated-user'
  | 'twin-user'
  | 'shared-hash'
  | 'plain-text'
  | 'hex-digest'
  | 'argon2'
  | 'unknown-scheme'
  | 'framework-hash'
  | 'doubled-dollar'
  | 'eaten-dollar'
  | 'escaped-dollar'
  | 'swapped-fields'
  | 'htdigest-line'
  | 'malformed-hash'
  | 'nginx-only-hash'
  | 'unsupported-here'
  | 'unportable-hash'
  | 'mixed-kinds'
  | 'weak-des'
  | 'weak-sha1'
  | 'weak-md5crypt'
  | 'weak-plain'
  | 'apr1'
  | 'bcrypt-cost-high'
  | 'bcrypt-cost-low'
  | 'digest-two-fields'
  | 'digest-malformed'
  | 'digest-blank'
  | 'group-commas'
  | 'group-no-colon';

export type Server = 'apache' | 'nginx';

/** One thing wrong with a file of users, digests or groups. No text of a hash or password is in it. */
export interface PasswordProblem {
  readonly code: ProblemCode;
  /** What is wrong and where, in words. */
  readonly message: string;
  readonly help: string;
  readonly where: FileLine;
  /** Another line that it goes with, as the first entry of a user who stands there twice. */
  readonly related?: FileLine;
  /** What stands there. */
  readonly relatedMessage?: string;
  /** Servers on which the entry (or, for the file, everybody) can never log in. */
  readonly fatal: readonly Server[];
}

/** What was found in a file of users, digests or groups, read once as a stream. */
export interface FileAudit {
  readonly path: string;
  /** Path as shown to people. */
  readonly display: string;
  /** Where it stands in that; null: it is a file by itself. */
  readonly inset: Inset | null;
  /** The servers that were asked for. */
  readonly servers: readonly Server[];
  /** At most `problemsKept` of each code, in the order of the file. */
  readonly problems: readonly PasswordProblem[];
  readonly totals: ReadonlyMap<ProblemCode, number>;
}

/** How many problems of one code are told, each with its line. */
const problemsKept = 100;

/** Where a problem stands: line and bytes of it. */
export interface Spot {
  readonly line: number;
  /** The line's text (bytes as a latin-1 string), of which columns are counted. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Collects problems: all are counted, the first of each code kept. */
export class Notes {
  readonly display: string;
  readonly inset: Inset | null;
  readonly totals = new Map<ProblemCode, number>();
  readonly #problems: PasswordProblem[] = [];

  constructor(display: string, inset: Inset | null = null) {
    this.display = display;
    this.inset = inset;
  }

  /** Notes a problem; false where enough of its code are kept already. */
  add(spot: Spot, problem: Omit<PasswordProblem, 'where'>): boolean {
    const kept = this.count(problem.code);
    if (kept) this.keep(spot, problem);
    return kept;
  }

  /** Keeps a problem that was counted before. */
  keep(spot: Spot, problem: Omit<PasswordProblem, 'where'>): void {
    this.#problems.push({ ...problem, where: this.at(spot) });
  }

  /** Counts a problem; whether it is one of those that are kept. */
  count(code: ProblemCode, times = 1): boolean {
    const total = (this.totals.get(code) ?? 0) + times;
    this.totals.set(code, total);
    return total <= problemsKept;
  }

  /** Whether more problems of a code would only be counted. */
  full(code: ProblemCode): boolean {
    return (this.totals.get(code) ?? 0) >= problemsKept;
  }

  /** A place of the file as it is shown, columns in characters. */
  at({ line, text, start, end }: Spot): FileLine {
    const at = (offset: number) => shownAt({ line, column: decode(text.slice(0, offset)).length + 1 }, this.inset);
    return { file: this.display, ...at(start), endColumn: at(Math.max(end, start)).column };
  }

  /** The number by which people find a line: in a coded value they count its own. */
  line(own: number): number {
    return this.inset?.lines ? this.inset.line + own - 1 : own;
  }

  /** In the order of the file; the last one kept of a code says how many more there are. */
  result(): readonly PasswordProblem[] {
    const last = new Map(this.#problems.map((problem) => [problem.code, problem]));
    const told = this.#problems.map((problem) => {
      const more = this.totals.get(problem.code)! - problemsKept;
      if (more <= 0 || last.get(problem.code) !== problem) return problem;
      return { ...problem, message: `${problem.message} (and ${more} more lines like it)` };
    });
    return told.sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
  }
}
