import type { Source } from '../text/source.ts';
import type { Pieced } from './apache-pieces.ts';
import { isSpace, Words } from './apache-words.ts';
import type { Argument, Directive } from './tree.ts';

/** Where the parts of a line stand whose name is quoted, or that is no single stretch of its file. */
interface Irregular {
  /** Set where the line is joined, or has variables or macro arguments replaced. */
  readonly pieces: Pieced | null;
  readonly nameEnd: number;
  /** Where the arguments begin in `text`. */
  readonly from: number;
}

/** Where arguments are gathered: a list that grows makes room for many more. */
const found: Argument[] = [];
const foundLimit = 1000;
let lastAsked: ApacheDirective | null = null;
let lastArguments: readonly Argument[] = [];

/**
 * One logical line of an httpd configuration: a directive, a section with its children, or (while a file is read) a
 * closing tag. There are hundreds of thousands, so each holds the least: arguments are split when they are asked for,
 * and kept until those of another are.
 */
export class ApacheDirective implements Directive {
  readonly source: Source;
  /** As written, a section without the `>` of `<RequireAll>`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  children: ApacheDirective[] | null;
  via?: Directive;
  // a plain field: private names would make these objects dearer
  private readonly irregular: Irregular | null;

  constructor(source: Source, name: string, start: number, end: number, irregular: Irregular | null) {
    this.source = source;
    this.name = name;
    this.start = start;
    this.end = end;
    this.children = name.charCodeAt(0) === 60 && name.charCodeAt(1) !== 47 ? [] : null;
    this.irregular = irregular;
  }

  get pieces(): Pieced | null {
    return this.irregular ? this.irregular.pieces : null;
  }

  get nameEnd(): number {
    return this.irregular ? this.irregular.nameEnd : this.start + this.name.length;
  }

  /** Where the arguments begin in `text`. */
  get from(): number {
    if (this.irregular) return this.irregular.from;
    const { text } = this.source;
    const { end } = this;
    let at = this.start + this.name.length;
    // the bracket of `<RequireAll>` is no part of the name
    if (at < end && text.charCodeAt(at) === 62) at++;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    return at;
  }

  /** The text that holds the arguments between `from` and `to`. */
  get text(): string {
    return this.pieces?.text ?? this.source.text;
  }

  get to(): number {
    return this.pieces?.text.length ?? this.end;
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
    if (lastAsked !== this) {
      lastArguments = this.splitArguments();
      lastAsked = this;
    }
    return lastArguments;
  }

  private splitArguments(): readonly Argument[] {
    const { pieces, text, from } = this;
    let { to } = this;
    if (this.children !== null) {
      const bracket = text.lastIndexOf('>', to - 1);
      if (bracket >= from) to = bracket;
    }
    const words = new Words(text, from, to);
    let count = 0;
    while (words.next()) {
      const { value, start, end, quote } = words;
      found[count++] = {
        value,
        start: pieces ? pieces.origin(start) : start,
        end: pieces ? pieces.origin(end, true) : end,
        quote,
      };
    }
    const args = found.slice(0, count);
    if (count > foundLimit) found.length = 0;
    return args;
  }
}

/** The raw argument text of any directive: httpd's own where it was read as such, else the arguments joined. */
export function rawOf(directive: Directive): string {
  if (directive instanceof ApacheDirective) return directive.raw;
  return directive.args.map(({ value }) => value).join(' ');
}
