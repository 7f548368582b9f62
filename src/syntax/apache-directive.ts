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
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #pieces: Pieced | null;
  #args: readonly Argument[] | null = null;

  /** `from`..`to` hold the arguments in the file's text, or in the pieced text where the line is no single stretch. */
  constructor(
    source: Source,
    name: string,
    start: number,
    nameEnd: number,
    end: number,
    from: number,
    to: number,
    pieces: Pieced | null,
  ) {
    this.source = source;
    this.name = name;
    this.start = start;
    this.nameEnd = nameEnd;
    this.end = end;
    this.children = name.charCodeAt(0) === 60 && name.charCodeAt(1) !== 47 ? [] : null;
    this.#text = pieces ? pieces.text : source.text;
    this.#from = from;
    this.#to = to;
    this.#pieces = pieces;
  }

  /** Everything after the name as httpd hands it to the directive: lines joined, variables replaced, not yet split. */
  get raw(): string {
    // a section without arguments gets its bracket (ap_build_config_sub), written or not
    if (this.#from >= this.#to && this.children !== null) return '>';
    return this.#text.slice(this.#from, this.#to);
  }

  /** The raw arguments of a section up to its last `>`, as section directives cut them; null where there is none. */
  get sectionRaw(): string | null {
    const raw = this.raw;
    const bracket = raw.lastIndexOf('>');
    return bracket < 0 ? null : raw.slice(0, bracket);
  }

  /** The arguments split by `ap_getword_conf`; those of a section without its bracket. */
  get args(): readonly Argument[] {
    this.#args ??= this.#split();
    return this.#args;
  }

  /** Whether variables, macro arguments or continuations made this line what it is. */
  get pieced(): boolean {
    return this.#pieces !== null;
  }

  #split(): readonly Argument[] {
    const pieces = this.#pieces;
    let to = this.#to;
    if (this.children !== null) {
      const bracket = this.#text.lastIndexOf('>', to - 1);
      if (bracket >= this.#from) to = bracket;
    }
    const words = new Words(this.#text, this.#from, to);
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
