import fs from 'node:fs';
import { UsageError } from './usage.ts';

const name = 'authlint.config.yaml';

const text = `# yaml-language-server: $schema=./node_modules/authlint/schemas/config.schema.json
# What authlint goes by in this repository; authlint print-config shows it with all defaults.

# recommended, strict (what is often meant) or all (what is seldom certain)
extends: recommended

# the lowest severity that makes a run fail: error, warning or info
failOn: error

# where paths of the server are found in this repository
# maps:
#   /etc/nginx: conf

# levels of single rules: off, info, warning or error; authlint rules lists them
# rules:
#   weak-hash: error

# other levels in some files
# overrides:
#   - files: examples/
#     rules:
#       password-cleartext: off

# files that are not looked at, patterns as in .gitignore
# ignore:
#   - vendor/

# old findings that do not fail a run; written by authlint --update-baseline
# baseline: authlint-baseline.json
`;

/** `authlint init`: a starter configuration file in the working directory, where there is none yet. */
export function init(operands: readonly string[]): number {
  if (operands.length > 0) throw new UsageError('init takes no operand: it writes to the working directory');
  try {
    fs.writeFileSync(name, text, { flag: 'wx' });
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new UsageError(`${name} ${there ? 'is there already' : 'cannot be written'}`);
  }
  process.stdout.write(`${name} is written\n`);
  return 0;
}
