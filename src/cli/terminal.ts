import type { Terminal } from '../report/format.ts';
import type { Values } from './usage.ts';

/**
 * How a report for people is set out, on standard output or in a file. Colours on a terminal unless NO_COLOR or
 * --no-color says otherwise; FORCE_COLOR wants them on a pipe too.
 */
export async function terminalOf(values: Values, shown: boolean): Promise<Terminal> {
  const { default: pico } = await import('picocolors');
  if (!shown) return { colors: pico.createColors(false), width: null, hyperlinks: false };
  return {
    colors: pico.createColors(values.color ?? colorful(process.env, process.stdout.isTTY === true)),
    width: process.stdout.isTTY ? process.stdout.columns || null : null,
    hyperlinks: hyperlinks(),
  };
}

export function colorful(env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return terminal && env.TERM !== 'dumb';
}

export function hyperlinks(env: NodeJS.ProcessEnv = process.env, terminal = process.stdout.isTTY === true): boolean {
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0';
  if (!terminal || env.NO_COLOR || env.CI || env.TERM === 'dumb') return false;
  return (
    Number(env.VTE_VERSION ?? 0) >= 5000 ||
    env.WT_SESSION !== undefined ||
    env.KITTY_WINDOW_ID !== undefined ||
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper'].includes(env.TERM_PROGRAM ?? '')
  );
}

/** How long a run may take before its progress shows, and how often it changes, in milliseconds. */
const patience = 500;
const interval = 100;

/** A progress line on standard error, only on a terminal and only for a run of over half a second. */
export function progressLine(
  standardError: () => { readonly isTTY?: boolean; write(text: string): unknown } = () => process.stderr,
  now: () => number = () => Date.now(),
): { show(done: number, of: number): void; clear(): void } {
  const started = now();
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    show(done, of) {
      const at = now();
      if (at - started < patience || at - last < interval) return;
      last = at;
      // not asked for earlier: making the stream takes as long as judging a small file
      const stream = standardError();
      if (!stream.isTTY) return;
      shown = true;
      stream.write(`\r\x1b[Kjudging ${done} of ${of} configurations`);
    },
    clear() {
      if (shown) standardError().write('\r\x1b[K');
      shown = false;
    },
  };
}
