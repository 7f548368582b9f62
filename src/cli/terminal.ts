import type { Colors } from 'picocolors/types.js';
import type { Values } from './run.ts';

/** Colours on a terminal unless NO_COLOR or --no-color says otherwise. */
export async function terminalColors(values: Values): Promise<Colors> {
  const { default: pico } = await import('picocolors');
  const wanted = values.color ?? (process.stdout.isTTY === true && !process.env.NO_COLOR);
  return pico.createColors(wanted);
}
