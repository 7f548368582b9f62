import type { ApacheCommand } from '../../catalog/apache.ts';
import { commandsLoaded } from './modules.ts';

/** What is known of names as they are written, the same for all files that are read under the same modules. */
export class Vocabulary {
  readonly #commands = new Map<string, ApacheCommand | null>();
  readonly #closers = new Map<string, string>();

  /** The first definition of a directive by the loaded modules; null: there is none. */
  command(name: string, modules: ReadonlySet<string> | null): ApacheCommand | null {
    let command = this.#commands.get(name);
    if (command === undefined) {
      command = commandsLoaded(name.toLowerCase(), modules)[0] ?? null;
      this.#commands.set(name, command);
    }
    return command;
  }

  /** The tag that closes a section, in the same letter case. */
  closer(name: string): string {
    let closer = this.#closers.get(name);
    if (closer === undefined) {
      closer = `</${name.slice(1)}>`;
      this.#closers.set(name, closer);
    }
    return closer;
  }
}
