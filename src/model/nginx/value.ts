import { remembered } from '../../text/remembered.ts';
import { hole } from '../../text/template.ts';

/** Text with variables, cut into its pieces (ngx_http_compile_complex_value). */
export interface Value {
  readonly text: string;
  /** Literal pieces and variable names in order; null for plain text. */
  readonly parts: readonly (string | { readonly variable: string })[] | null;
}

export interface BadVariable {
  readonly error: string;
}

const nameCharacter = /[A-Za-z0-9_]/;

/** Values with variables that were read before: the same few are written over and over. */
const knownPieces = remembered(1000, piecesOf);
/** Bytes of a text that is remembered. */
const longest = 200;

/** Reads `$name`, `${name}` and (where captures are at hand) `$1`. Source: ngx_http_script_compile. */
export function compileValue(text: string): Value | BadVariable {
  if (!text.includes('$') && !text.includes(hole)) return { text, parts: null };
  return text.length > longest ? piecesOf(text) : knownPieces(text);
}

function piecesOf(text: string): Value | BadVariable {
  const parts: (string | { variable: string })[] = [];
  let literal = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] === hole) {
      if (literal) parts.push(literal);
      literal = '';
      while (text[at + 1] === hole) at++;
      parts.push({ variable: hole });
      continue;
    }
    if (text[at] !== '$') {
      literal += text[at];
      continue;
    }
    const braced = text[at + 1] === '{';
    let end = at + (braced ? 2 : 1);
    const start = end;
    if (/[1-9]/.test(text[start] ?? '') && !braced) end = start + 1;
    else while (end < text.length && nameCharacter.test(text[end]!)) end++;
    const name = text.slice(start, end);
    if (braced) {
      if (text[end] !== '}') return { error: `the closing bracket in "${name}" variable is missing` };
      end++;
    }
    if (name === '') return { error: `invalid variable name in "${text}"` };
    if (literal) parts.push(literal);
    literal = '';
    parts.push({ variable: name });
    at = end - 1;
  }
  if (literal) parts.push(literal);
  return { text, parts };
}

/** Text without variables. */
export function plainValue(text: string): Value {
  return { text, parts: null };
}

export function variablesOf(value: Value): readonly string[] {
  if (!value.parts) return [];
  return value.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.variable]));
}
