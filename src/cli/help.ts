import yargs from 'yargs';
import { commands, type OptionSpec, options } from '../options.ts';

/** The help page, made by yargs of the option table. */
export async function help(): Promise<string> {
  let page = yargs([])
    .scriptName('authlint')
    .usage('Says who gets in: judges Apache and nginx authentication before a deploy.\n\nUsage: $0 [command] [options]')
    .wrap(100)
    .version(false)
    .help(false);
  for (const { usage, describe } of Object.values(commands)) page = page.command(usage, describe);
  for (const [name, spec] of Object.entries(options) as [string, OptionSpec][]) {
    page = page.option(name, {
      type: spec.type,
      describe: spec.describe + (spec.commands ? ` [${spec.commands.join(', ')}]` : ''),
      ...(spec.short && { alias: spec.short }),
      ...(spec.choices && { choices: [...spec.choices] }),
    });
  }
  const text = await page
    .epilogue('Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the work could not be done.')
    .getHelp();
  return `${text}\n`;
}
