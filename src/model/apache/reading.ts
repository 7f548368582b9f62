import type { Absence, FileHost } from '../../host/host.ts';
import { absent } from '../../host/host.ts';
import type { ApacheDirective } from '../../syntax/apache-directive.ts';
import type { Line } from '../../syntax/apache-lines.ts';
import { LineReader } from '../../syntax/apache-lines.ts';
import { sourceOf } from '../../syntax/template.ts';
import type { Source } from '../../text/source.ts';
import type { ConfigProblem } from './config.ts';
import { problem } from './problems.ts';

/** Opens a configuration file, or says why it gives nothing. */
export function openSource(host: FileHost, path: string): Source | { readonly absence: Absence } {
  const read = host.text(path);
  if (absent(read)) return { absence: read };
  return sourceOf(host, path, read.text, 'apache');
}

interface Frame {
  next(): Line | null;
  readonly via: ApacheDirective | null;
  readonly macro: string | null;
}

/**
 * What httpd reads lines from: a file, in front of which the lines of macros are put as they are used. The end of a
 * macro is not the end of what is read; sections may go on beyond it.
 */
export class Reading {
  readonly source: Source;
  readonly #frames: Frame[];
  problem: ConfigProblem | null = null;

  constructor(source: Source, via: ApacheDirective | null, limit?: number) {
    this.source = source;
    const reader = new LineReader(source, limit, (start, end) => {
      const message = `Error reading ${source.path} at line ${source.lineOf(start)}: Line too long`;
      this.problem = problem('apache-line-too-long', message, { source, start, end });
    });
    this.#frames = [{ next: () => reader.next(), via, macro: null }];
  }

  next(): Line | null {
    for (;;) {
      const line = this.#frames.at(-1)!.next();
      if (line !== null || this.#frames.length === 1) return line;
      this.#frames.pop();
    }
  }

  /** The Include or Use that brought in the line read last. */
  get via(): ApacheDirective | null {
    return this.#frames.at(-1)!.via;
  }

  /** Puts the lines of a macro in front. */
  push(lines: readonly Line[], via: ApacheDirective, macro: string): void {
    let index = 0;
    this.#frames.push({ next: () => lines[index++] ?? null, via, macro });
  }

  /** Whether a macro's lines are being read. */
  within(macro: string): boolean {
    return this.#frames.some((frame) => frame.macro === macro);
  }
}
