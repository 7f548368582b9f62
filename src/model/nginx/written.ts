import { NginxDirective } from '../../syntax/nginx.ts';
import { detached } from '../../text/bytes.ts';
import { Source } from '../../text/source.ts';

/** How many lines are remembered for one directive, and how long they may be. */
const linesKept = 1000;
const longest = 200;

/** A reading that looks at nothing but the arguments as they are written: thousands of servers have the same few lines. */
export function byWriting<T>(read: (directive: NginxDirective) => T): (directive: NginxDirective) => T {
  const known = new Map<string, T>();
  return (directive) => {
    const { source, name, nameEnd, end, count } = directive;
    if (end - nameEnd > longest) return read(directive);
    const written = source.text.slice(nameEnd, end);
    let meant = known.get(written);
    if (meant === undefined) {
      // of the line alone, so that nothing holds the whole file
      const line = detached(written);
      meant = read(new NginxDirective(new Source('', line), name, 0, 0, line.length, count, null));
      if (known.size >= linesKept) known.clear();
      known.set(line, meant);
    }
    return meant;
  };
}
