import type { OptionSpec } from '../options.ts';

export interface Arguments {
  /** By the option's name; of one that may be repeated, all its values. */
  readonly values: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly positionals: readonly string[];
  /** Options with a value, in their order. */
  readonly given: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Reads a command line as `parseArgs` of node:util does, which takes longer to load than a line to read: `--name value`,
 * `--name=value`, `--no-name`, `-n value`, `-nvalue`, `-ab`; all that follows `--` is taken as it is. Throws an Error
 * that names the option which is unknown, or has a value too many or too few.
 */
export function readArguments(args: readonly string[], options: Readonly<Record<string, OptionSpec>>): Arguments {
  const values: Record<string, string | boolean | string[]> = {};
  const positionals: string[] = [];
  const given: { name: string; value: string }[] = [];
  let at = 0;
  /** Takes one option, with the value that is written behind it, if any. */
  const take = (written: string, name: string, value: string | undefined): void => {
    const negated = name.startsWith('no-') && !Object.hasOwn(options, name);
    const known = negated ? name.slice(3) : name;
    const spec = Object.hasOwn(options, known) ? options[known]! : null;
    if (!spec || (negated && spec.type !== 'boolean')) throw new Error(`Unknown option '${written}'`);
    const shown = `${spec.short ? `-${spec.short}, ` : ''}--${known}`;
    if (spec.type === 'boolean') {
      if (value !== undefined) throw new Error(`Option '${shown}' does not take an argument`);
      values[known] = !negated;
      return;
    }
    const text = value ?? args[at++];
    if (text === undefined) throw new Error(`Option '${shown} <value>' argument missing`);
    if (value === undefined && text.startsWith('-') && text !== '-')
      throw new Error(`Option '${written}' argument is ambiguous`);
    given.push({ name, value: text });
    if (spec.multiple) values[known] = [...((values[known] as string[] | undefined) ?? []), text];
    else values[known] = text;
  };
  while (at < args.length) {
    const arg = args[at++]!;
    if (arg === '--') {
      positionals.push(...args.slice(at));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) {
      positionals.push(arg);
    } else if (arg.startsWith('--')) {
      const equals = arg.indexOf('=', 3);
      const written = equals < 0 ? arg : arg.slice(0, equals);
      take(written, written.slice(2), equals < 0 ? undefined : arg.slice(equals + 1));
    } else {
      for (let letter = 1; letter < arg.length; letter++) {
        const name = nameOf(arg[letter]!, options);
        const rest = arg.slice(letter + 1);
        const valued = name !== null && options[name]!.type === 'string';
        take(`-${arg[letter]}`, name ?? arg[letter]!, valued && rest !== '' ? rest : undefined);
        if (valued) break;
      }
    }
  }
  return { values, positionals, given };
}

/** The option of a letter. */
function nameOf(letter: string, options: Readonly<Record<string, OptionSpec>>): string | null {
  for (const name in options) if (options[name]!.short === letter) return name;
  return null;
}
