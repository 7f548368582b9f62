import type { Line } from '../../syntax/apache-lines.ts';
import { textOf } from '../../syntax/apache-lines.ts';
import { Pieced, PiecedBuilder } from '../../syntax/apache-pieces.ts';

/** Longest line that values may make, in bytes: no more is read of a line either (VARBUF_MAX_LEN). */
const lineLimit = 16 * 1024 * 1024;

/**
 * Replaces `${NAME}` in a whole line before it is split (`ap_resolve_env`, server/core.c): defined variables first,
 * then the environment. What is not defined stays as written and is told to `undefinedName`.
 */
export function resolveVariables(
  line: Line,
  lookup: (name: string) => string | undefined,
  undefinedName: (name: string, start: number, end: number) => void,
): Line | null {
  if (!line.variables) return line;
  const text = textOf(line);
  let dollar = text.indexOf('${');
  const whole = line.pieces ?? new Pieced(text, [0], [line.start], [text.length]);
  const builder = new PiecedBuilder();
  let copied = 0;
  let changed = false;
  let size = text.length;
  while (dollar >= 0) {
    const close = text.indexOf('}', dollar + 2);
    if (close < 0) break;
    const name = text.slice(dollar + 2, close);
    const value = lookup(name);
    const start = whole.origin(dollar);
    const end = whole.origin(close + 1, true);
    if (value !== undefined) size += value.length;
    if (value === undefined || size > lineLimit) undefinedName(name, start, end);
    else {
      builder.copy(whole, copied, dollar);
      builder.add(value, start, end - start);
      copied = close + 1;
      changed = true;
    }
    dollar = text.indexOf('${', close + 1);
  }
  if (!changed) return line;
  builder.copy(whole, copied, text.length);
  const built = builder.build();
  // the line was trimmed and found to be no comment before; it stays one line whatever the values hold
  return built.text === ''
    ? null
    : { source: line.source, start: line.start, end: line.end, pieces: built, variables: false };
}

/** `NAME=value` of Debian's envvars file (a shell script), as far as it can be read without a shell. */
export function readEnvironment(script: string): Map<string, string> {
  const variables = new Map<string, string>();
  for (const line of script.split('\n')) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line);
    if (!match) {
      const unset = /^\s*unset\s+([A-Za-z_][A-Za-z0-9_]*)\s*$/.exec(line);
      if (unset) variables.delete(unset[1]!);
      continue;
    }
    const value = shellValue(match[2]!, variables);
    if (value !== null) variables.set(match[1]!, value);
  }
  return variables;
}

/** The value of a plain shell assignment; null where only a shell could tell. */
function shellValue(text: string, variables: ReadonlyMap<string, string>): string | null {
  let out = '';
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quote === "'") {
      if (character === "'") quote = '';
      else out += character;
    } else if (character === '"') quote = quote === '"' ? '' : '"';
    else if (quote === '' && character === "'") quote = "'";
    else if (quote === '' && (character === ' ' || character === '\t' || character === ';')) break;
    else if (character === '`' || (character === '$' && text[at + 1] === '(')) return null;
    else if (character === '$') {
      const name = /^\$(?:\{([A-Za-z_][A-Za-z0-9_]*)(?::?-[^}]*)?\}|([A-Za-z_][A-Za-z0-9_]*))/.exec(text.slice(at));
      if (!name) out += character;
      else {
        out += variables.get(name[1] ?? name[2]!) ?? '';
        at += name[0].length - 1;
      }
    } else if (character === '\\' && at + 1 < text.length) out += text[++at];
    else out += character;
  }
  return out;
}
