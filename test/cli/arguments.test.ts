import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { options } from '../../src/options.ts';

/** What is read, or the first sentence of the complaint. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return (error as Error).message.split(/[.\n]/)[0];
  }
}

/** The same by node's own reader. */
function byNode(args: string[]): unknown {
  const { values, positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    allowNegative: true,
    tokens: true,
  });
  const given = tokens.flatMap((token) =>
    token.kind === 'option' && token.value !== undefined ? [{ name: token.name, value: token.value }] : [],
  );
  return { values: { ...values }, positionals, given };
}

describe('readArguments', () => {
  it('reads a line as it is meant', () => {
    const { values, positionals, given } = readArguments(
      ['check', '-qf', 'json', '--map', '/a=b', '--map=/c=d', '--no-fail', '-', '--', '--quiet'],
      options,
    );
    expect(values).toEqual({ quiet: true, format: 'json', map: ['/a=b', '/c=d'], fail: false });
    expect(positionals).toEqual(['check', '-', '--quiet']);
    expect(given.map(({ name }) => name)).toEqual(['format', 'map', 'map']);
  });

  it('takes and refuses what node does, with the same complaints', () => {
    const words =
      'check - -- x -x -q -qx -qf -qfjson -f -fjson -f=json -Vh -h -o -qo --format --format= --format=sarif --no-format ' +
      '--output --quiet --no-color --no-color=1 --color=1 --no-no-color --no-inline-config --no- --=x ---x --nope ' +
      '--map --map=/c=d --rule a=off --__proto__ --constructor';
    const line = fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 5 });
    fc.assert(
      fc.property(line, (args) => {
        expect(outcome(() => readArguments(args, options))).toEqual(outcome(() => byNode(args)));
      }),
      { numRuns: 3000 },
    );
  });
});
