import type { Source } from '../text/source.ts';
import type { Pieced } from './apache-pieces.ts';
import { Words } from './apache-words.ts';
import type { Argument, Directive } from './tree.ts';

/**
 * One logical line of an httpd configuration: a directive, a section with its children, or (while a file is read) a
 * closing tag. Arguments are split when they are first asked for, since most directives are never looked at twice.
 */
export class ApacheDirective implements Directive {
  readonly source: Source;
  /** As written, a section without the `>` of `<RequireAll>`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly nameEnd: number;
  children: ApacheDirective[] | null;
  via?: Directive;
  /** Set where the line is no single stretch of its file: joined, or with variables or macro arguments replaced. */
  readonly pieces: Pieced | null;
  /** Where the arguments begin in `text`. */
  readonly from: number;
  // plain fields: one of these objects is made for each line, and private names would make that dearer
  private split: readonly Argument[] | null = null;

  /** `from` is where the arguments begin in the file's text, or in the pieced text where the line is no single stretch. */
  constructor(
    source: Source,
    name: string,
    start: number,
    nameEnd: number,
    end: number,
    from: number,
    pieces: Pieced | null,
  ) {
    this.source = source;
    this.name = name;
    this.start = start;
    this.end = end;
    this.nameEnd = nameEnd;
    this.children = name.charCodeAt(0) === 60 && name.charCodeAt(1) !== 47 ? [] : null;
    this.pieces = pieces;
    this.from = from;
  }

  /** The text that holds the arguments between `from` and `to`. */
  get text(): string {
    return this.pieces ? this.pieces.text : this.source.text;
  }

  get to(): number {
    return this.pieces ? this.pieces.text.length : this.end;
  }

  /** Everything after the name as httpd hands it to the directive: lines joined, variables replaced, not yet split. */
  get raw(): string {
    const { from, to } = this;
    // a section without arguments gets its bracket (ap_build_config_sub), written or not
    if (from >= to) return this.children === null ? '' : '>';
    return this.text.slice(from, to);
  }

  /** The raw arguments of a section up to its last `>`, as section directives cut them; null where there is none. */
  get sectionRaw(): string | null {
    const raw = this.raw;
    const bracket = raw.lastIndexOf('>');
    return bracket < 0 ? null : raw.slice(0, bracket);
  }

  /** The arguments split by `ap_getword_conf`; those of a section without its bracket. */
  get args(): readonly Argument[] {
    this.split ??= this.splitArguments();
    return this.split;
  }

  private splitArguments(): readonly Argument[] {
    const { pieces, text, from } = this;
    let { to } = this;
    if (this.children !== null) {
      const bracket = text.lastIndexOf('>', to - 1);
      if (bracket >= from) to = bracket;
    }
    const words = new Words(text, from, to);
    const args: Argument[] = [];
    while (words.next()) {
      const { value, start, end, quote } = words;
      args.push({
        value,
        start: pieces ? pieces.origin(start) : start,
        end: pieces ? pieces.origin(end, true) : end,
        quote,
      });
    }
    return args;
  }
}

/** The raw argument text of any directive: httpd's own where it was read as such, else the arguments joined. */
export function rawOf(directive: Directive): string {
  if (directive instanceof ApacheDirective) return directive.raw;
  return directive.args.map(({ value }) => value).join(' ');
}
