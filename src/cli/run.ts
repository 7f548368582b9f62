import { parseArgs } from 'node:util';
import {
  type CommandName,
  commands,
  type OptionName,
  type OptionSpec,
  options,
  plainFormats,
  reporting,
} from '../options.ts';
import { harmless } from '../text/printable.ts';
import { UsageError, type Values } from './usage.ts';

/** Runs one command line (without node and script); the exit status: 0 clean, 1 findings, 2 could not be done. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals, given } = read(args);
    if (values.version) {
      process.stdout.write(`${__VERSION__}\n`);
      return 0;
    }
    const first = positionals[0];
    const named = first !== undefined && Object.hasOwn(commands, first) ? (first as CommandName) : null;
    const operands = named ? positionals.slice(1) : positionals;
    const command = named ?? 'check';
    if (values.help) {
      const { helpPages } = await import('./help.ts');
      process.stdout.write((await helpPages())[named ?? 'authlint']);
      return 0;
    }
    for (const name of Object.keys(values) as OptionName[]) {
      const { commands: known }: OptionSpec = options[name];
      if (known && !known.includes(command))
        throw new UsageError(`${command} takes no --${name}, which is for ${known.join(', ')}`);
    }
    if (reporting.has(command)) {
      const { outputsOf } = await import('./outputs.ts');
      return await dispatch(command, operands, { ...values, outputs: outputsOf(given) });
    }
    if (values.format !== undefined && !plainFormats.includes(values.format)) {
      throw new UsageError(`${command} prints --format ${plainFormats.join(' or ')} only`);
    }
    return await dispatch(command, operands, values);
  } catch (error) {
    return await complain(error);
  }
}

async function dispatch(command: CommandName, operands: readonly string[], values: Values): Promise<number> {
  switch (command) {
    case 'check':
      return (await import('./check.ts')).check(operands, values);
    case 'predict':
      return (await import('./predict.ts')).predict(operands, values);
    case 'verify':
      return (await import('./verify.ts')).verify(operands, values);
    case 'diagnose':
      return (await import('./diagnose.ts')).diagnose(operands, values);
    case 'token':
      return (await import('./token.ts')).token(operands, values);
    case 'explain':
      return (await import('./explain.ts')).explain(operands);
    case 'rules':
      return (await import('./explain.ts')).list(values);
    case 'init':
      return (await import('./init.ts')).init(operands);
    case 'print-config':
      return (await import('./print-config.ts')).printConfig(operands, values);
    case 'merge':
      return (await import('./merge.ts')).merge(operands, values);
    case 'completion':
      return (await import('./completion.ts')).completion(operands);
  }
}

interface CommandLine {
  readonly values: Values;
  readonly positionals: string[];
  /** Options with a value, in their order. */
  readonly given: readonly { readonly name: string; readonly value: string }[];
}

function read(args: readonly string[]): CommandLine {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options: optionsIn(args),
      allowPositionals: true,
      allowNegative: true,
      tokens: true,
    });
    for (const [name, spec] of Object.entries(options) as [OptionName, OptionSpec][]) {
      const value = values[name];
      if (spec.choices && typeof value === 'string' && !spec.choices.includes(value)) {
        throw new UsageError(`--${name} takes one of ${spec.choices.join(', ')}, not ${harmless(value)}`);
      }
    }
    const given = tokens.flatMap((token) =>
      token.kind === 'option' && token.value !== undefined ? [{ name: token.name, value: token.value }] : [],
    );
    return { values: values as Values, positionals, given };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(usageMessage(error, args));
  }
}

type Options = Record<string, { type: 'string' | 'boolean'; short?: string; multiple?: boolean }>;

/** The options that the arguments may name: node checks all that it is told of, which takes longer than to read a line. */
function optionsIn(args: readonly string[]): Options {
  const all: Options = options;
  const names = new Set<string>();
  for (const arg of args) {
    if (arg.startsWith('--')) names.add(arg.slice(2).split('=', 1)[0]!.replace(/^no-/, ''));
    else if (arg.startsWith('-')) for (const name in all) if (all[name]!.short) names.add(name);
  }
  return Object.fromEntries([...names].flatMap((name) => (Object.hasOwn(all, name) ? [[name, all[name]!]] : [])));
}

function usageMessage(error: unknown, args: readonly string[]): string {
  const message = error instanceof Error ? error.message.split(/[.\n]/)[0]! : String(error);
  // where a password or token is asked for, one may have been given as an argument
  const asked = args.some((arg) => arg === 'verify' || arg === 'token');
  const shown = asked
    ? harmless(message.replace(/=.*/s, ''))
    : `${harmless(message)} (authlint ${args.map(harmless).join(' ').slice(0, 200)})`;
  // a token that was given as an argument all the same is not repeated
  return shown.replace(/eyJ[\w.+/=-]{10,}/g, '…');
}

/** Says what went wrong in one line; a mistyped option gets its nearest name. */
async function complain(error: unknown): Promise<number> {
  if (error instanceof UsageError) {
    const unknown = /Unknown option '--?([^']+)'/.exec(error.message)?.[1];
    let hint = '';
    if (unknown) {
      const { nearest } = await import('../text/nearest.ts');
      const [near] = nearest(unknown, Object.keys(options), 2);
      if (near) hint = `; did you mean --${near}?`;
    }
    process.stderr.write(`authlint: ${error.message}${hint}\n`);
    return 2;
  }
  // a bug: its message may hold a piece of input, so only its kind and our own frames are shown
  const name = error instanceof Error ? error.name : 'error';
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const where = process.env.AUTHLINT_DEBUG
    ? `\n${frames.map(harmless).join('\n')}`
    : ' (set AUTHLINT_DEBUG=1 for the place)';
  process.stderr.write(`authlint: internal error (${name})${where}\n`);
  return 2;
}
