import { locate } from '../../../src/text/source.ts';
import { predictorOf } from '../fixtures.ts';
import { freshRoot, layOut, removeRoot } from '../layout.ts';
import { randomNginx } from '../random-nginx.ts';
import { Seeded } from '../seeded.ts';
import { releaseOf, tested } from '../server.ts';

/** One slip of the pen in a configuration. */
function mutated(random: Seeded, text: string): string {
  const lines = text.split('\n');
  const at = 12 + random.below(lines.length - 14);
  const line = lines[at]!;
  const put = (...others: string[]): string => [...lines.slice(0, at), ...others, ...lines.slice(at + 1)].join('\n');
  switch (random.below(11)) {
    case 0:
      return put(line.replace(';', ''));
    case 1:
      return put(line.replace('{', ''));
    case 2:
      return put(line.replace('}', ''));
    case 3:
      return put(line, line);
    case 4:
      return put(line.replace(/["']/, ''));
    case 5:
      return put(line.replace(/ \S+;$/, ';'));
    case 6:
      return put(line.replace(/;$/, ' more;'));
    case 7:
      return put(`${line.trim()}`, '}');
    case 8:
      return put(line.replace(/[a-z_]+/, (word) => word.slice(0, -1)));
    case 9: {
      // somewhere else, where it may not stand
      const to = 12 + random.below(lines.length - 14);
      const rest = [...lines.slice(0, at), ...lines.slice(at + 1)];
      return [...rest.slice(0, to), line, ...rest.slice(to)].join('\n');
    }
    default:
      return put(
        line.replace(
          /[\w/$.:]+;$/,
          `${random.pick(['nosuch', '', '$nosuch', '"', '=', '-1', 'on', '99999', '(', '~'])};`,
        ),
      );
  }
}

/** Holds what a mutated configuration is refused with against `nginx -t`: its words and its line. */
export async function mutation(seed: number): Promise<string | null> {
  const random = new Seeded(seed);
  const setup = randomNginx(seed % 50);
  const { entry } = setup;
  const text = mutated(random, setup.files[entry] as string);
  const files = { ...setup.files, [entry]: text };
  const predictor = await predictorOf({ ...setup, files }, releaseOf('nginx'));
  const root = freshRoot();
  try {
    layOut(files, root, 8080);
    const said = /\[emerg\] (?:\d+#\d+: )?(.*)/.exec(tested(root, entry))?.[1]?.replaceAll(root, '/srv/case') ?? null;
    const match = said === null ? null : /^(.*?)(?: in (\S+):(\d+))?$/.exec(said)!;
    const error = predictor.startErrors[0];
    const message = error?.message ?? null;
    const line = error?.where ? locate(error.where).line : null;
    const same = message === (match?.[1] ?? null);
    const near = !match?.[3] || (line !== null && line <= Number(match[3]));
    return same && near ? null : `seed ${seed}: nginx ${said}; predicted ${message} at ${line}`;
  } finally {
    removeRoot(root);
  }
}
