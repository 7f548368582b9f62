import type { ApacheDirective } from '../../syntax/apache-directive.ts';
import type { Line } from '../../syntax/apache-lines.ts';
import { textOf, trimmed } from '../../syntax/apache-lines.ts';
import { Pieced, PiecedBuilder } from '../../syntax/apache-pieces.ts';
import { Words, wordsOf } from '../../syntax/apache-words.ts';

/** A <Macro> of mod_macro: lines with places for arguments. */
export interface Macro {
  /** Lower case. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly lines: readonly Line[];
  /** `defined on line N of "FILE"`, as httpd says it. */
  readonly location: string;
}

/** Longest line that a substitution may make (MAX_STRING_LEN). */
const lineLimit = 8192;

/** Reads the head of a <Macro>; the lines come from `take`, which gives them up to the closing tag or a complaint. */
export function defineMacro(
  head: ApacheDirective,
  take: () => readonly Line[] | { readonly error: string },
): Macro | { readonly error: string } {
  const inside = head.sectionRaw;
  if (inside === null) return { error: "<Macro> directive missing closing '>'" };
  if (inside === '') return { error: '<Macro macro definition: empty name' };
  const words = wordsOf(inside);
  const name = (words[0] ?? '').toLowerCase();
  if (name === '') return { error: '<Macro macro definition: name not found' };
  const location = `defined on line ${head.source.lineOf(head.start)} of "${head.source.path}"`;
  const parameters = words.slice(1);
  for (const [index, parameter] of parameters.entries()) {
    if (parameter === '') return { error: `macro '${name}' (${location}): empty argument #${index + 1} name` };
    const again = parameters.indexOf(parameter, index + 1);
    if (again >= 0) {
      return {
        error:
          `argument name conflict in macro '${name}' (${location}): argument '${parameter}': #${index + 1} and ` +
          `#${again + 1}, change argument names!`,
      };
    }
  }
  const lines = take();
  if ('error' in lines) return { error: `macro '${name}' (${location})\n\tcontents error: ${lines.error}` };
  return { name, parameters, lines, location };
}

/** The lines of a macro with its arguments put in: the longest name that matches first, `@` ones quoted. */
export function expandMacro(
  macro: Macro,
  values: readonly string[],
  via: ApacheDirective,
): readonly Line[] | { readonly error: string } {
  if (values.length !== macro.parameters.length) {
    return {
      error:
        `macro '${macro.name}' (${macro.location}) used with ${values.length} arguments instead of ` +
        `${macro.parameters.length}`,
    };
  }
  const lines: Line[] = [];
  for (const [index, line] of macro.lines.entries()) {
    const text = textOf(line);
    const whole = line.pieces ?? new Pieced(text, [0], [line.start], [text.length]);
    const builder = new PiecedBuilder();
    let size = text.length;
    let copied = 0;
    for (;;) {
      const found = nextParameter(text, copied, macro.parameters);
      if (!found) break;
      const { at, which } = found;
      const parameter = macro.parameters[which]!;
      const value = values[which]!;
      const put = parameter.startsWith('@') ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
      size += put.length - parameter.length;
      if (size + 1 >= lineLimit) {
        return {
          error:
            `macro '${macro.name}' (${macro.location}) used on line ${via.source.lineOf(via.start)} of ` +
            `"${via.source.path}" error while substituting: while processing line ${index + 1} of macro ` +
            `'${macro.name}' (${macro.location}) cannot substitute, buffer size too small`,
        };
      }
      builder.copy(whole, copied, at);
      const start = whole.origin(at);
      builder.add(put, start, whole.origin(at + parameter.length, true) - start);
      copied = at + parameter.length;
    }
    if (copied === 0) {
      lines.push(line);
      continue;
    }
    builder.copy(whole, copied, text.length);
    const made = trimmed(line.source, builder.build());
    if (made) lines.push(made);
  }
  return lines;
}

function nextParameter(
  text: string,
  from: number,
  parameters: readonly string[],
): { readonly at: number; readonly which: number } | null {
  let at = -1;
  let which = -1;
  for (const [index, parameter] of parameters.entries()) {
    const found = text.indexOf(parameter, from);
    if (found < 0) continue;
    if (at < 0 || found < at || (found === at && parameter.length > parameters[which]!.length)) {
      at = found;
      which = index;
    }
  }
  return at < 0 ? null : { at, which };
}

/** First word of a line, and whether it opens or closes a section. */
export function firstWord(line: Line): string {
  const text = line.pieces ? line.pieces.text : line.source.text;
  const words = line.pieces ? new Words(text, 0, text.length) : new Words(text, line.start, line.end);
  words.next();
  return words.value;
}
