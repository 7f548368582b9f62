import { type ShellName, script, shellNames } from '../completion.ts';
import { write } from './outputs.ts';
import { UsageError } from './usage.ts';

/** `authlint completion bash|zsh|fish|powershell|man`. */
export function completion(operands: readonly string[]): number {
  const [shell, ...rest] = operands;
  if (rest.length > 0 || !shellNames.includes(shell as ShellName)) {
    throw new UsageError(`completion takes one of ${shellNames.join(', ')}`);
  }
  write(script(shell as ShellName, __VERSION__), null);
  return 0;
}
