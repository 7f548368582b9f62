import yargs from 'yargs';
import { type CommandName, commands, type OptionSpec, options, plainFormats, reporting } from '../options.ts';

const specs = Object.entries(options) as [string, OptionSpec][];

/** The help pages, made by yargs of the option table: the whole, and one for each command. */
export async function helpPages(): Promise<Record<'authlint' | CommandName, string>> {
  const pages: Record<string, string> = { authlint: await overview() };
  for (const command of Object.keys(commands) as CommandName[]) pages[command] = await pageOf(command);
  return pages;
}

/** All commands and options. */
function overview(): Promise<string> {
  let page = yargs([])
    .scriptName('authlint')
    .usage(
      'Says who gets in: judges Apache and nginx authentication before a deploy.\n\nUsage: $0 [command] [options]\n\nauthlint COMMAND --help shows what one command takes.',
    );
  for (const { usage, describe } of Object.values(commands)) page = page.command(usage, describe);
  return textOf(
    page,
    specs,
    commands.check.status,
    ({ describe, commands }) => describe + (commands ? ` [${commands.join(', ')}]` : ''),
  );
}

/** What one command is for, and the options that it knows. */
function pageOf(command: CommandName): Promise<string> {
  const { usage, describe, status } = commands[command];
  const sentence = describe.charAt(0).toUpperCase() + describe.slice(1);
  const page = yargs([]).scriptName('authlint').usage(`${sentence}.\n\nUsage: $0 ${usage} [options]`);
  const own = specs
    .filter(([, spec]) => spec.commands?.includes(command) ?? true)
    .map(([name, spec]): (typeof specs)[number] => [name, name === 'format' ? formatOf(command, spec) : spec]);
  return textOf(page, own, status, ({ describe }) => describe);
}

function formatOf(command: CommandName, spec: OptionSpec): OptionSpec {
  const describe = 'how to print the result (default: pretty)';
  return reporting.has(command)
    ? { ...spec, describe: `${describe}; several at once, with an --output for each` }
    : { ...spec, describe, choices: plainFormats };
}

async function textOf(
  page: ReturnType<typeof yargs>,
  list: typeof specs,
  status: string,
  describe: (spec: OptionSpec) => string,
): Promise<string> {
  let whole = page.wrap(100).version(false).help(false);
  for (const [name, spec] of list) {
    whole = whole.option(name, {
      type: spec.type,
      describe: describe(spec),
      ...(spec.short && { alias: spec.short }),
      ...(spec.choices && { choices: [...spec.choices] }),
    });
  }
  return `${await whole.epilogue(`Exit status: ${status}.`).getHelp()}\n`;
}
