import type { Source } from '../text/source.ts';
import type { Argument, Directive, SyntaxProblem } from './tree.ts';

/** A file as nginx's reader takes it: all directives up to the first thing that it cannot read. */
export interface NginxFile {
  readonly directives: readonly Directive[];
  /** nginx's own words; it stops there, so that nothing follows. */
  readonly problem: SyntaxProblem | null;
  /** The problem is ours: blocks nest deeper than is followed, which nginx would have taken. */
  readonly tooDeep: boolean;
}

/** A directive, and how it ended: nginx checks the ending against the directive's kind. */
export interface NginxDirective extends Directive {
  readonly children: NginxDirective[] | null;
}

/** The longest argument in bytes (NGX_CONF_BUFFER). */
const longest = 4096;
/** Blocks deeper than this are given up: far over what a configuration has, far under the stack. */
const deepest = 1000;

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const blank = 32;

function isBlank(code: number): boolean {
  return code === blank || code === newline || code === tab || code === carriageReturn;
}

/** Reads one file. Source: ngx_conf_read_token and ngx_conf_parse in src/core/ngx_conf_file.c. */
export function readNginxFile(source: Source): NginxFile {
  const { text } = source;
  const end = text.length;
  const top: NginxDirective[] = [];
  const open: NginxDirective[][] = [];
  let list = top;
  let at = 0;
  let args: Argument[] = [];
  let problem: SyntaxProblem | null = null;
  let tooDeep = false;
  // a byte order mark is part of the first word for nginx: nothing special here

  const stop = (message: string, start: number, stopAt = start + 1): void => {
    problem = { message, span: { source, start, end: Math.min(stopAt, end) } };
  };

  const finish = (children: NginxDirective[] | null): void => {
    const name = args[0]!;
    const last = args[args.length - 1]!;
    list.push({
      source,
      name: name.value,
      start: name.start,
      nameEnd: name.end,
      end: last.end,
      args: args.length > 1 ? args.slice(1) : none,
      children,
    });
    args = [];
  };

  while (problem === null) {
    // between words
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (at >= end) break;
    const first = text.charCodeAt(at);
    if (first === 35) {
      const eol = text.indexOf('\n', at);
      at = eol < 0 ? end : eol + 1;
      continue;
    }
    if (first === 59 /* ; */ || first === 123 /* { */) {
      if (args.length === 0) {
        stop(`unexpected "${text[at]}"`, at);
        break;
      }
      at++;
      if (first === 59) finish(null);
      else if (open.length >= deepest) {
        tooDeep = true;
        stop(`blocks nest more than ${deepest} deep`, at - 1);
      } else {
        const luaBlock = args[0]!.value.endsWith('_by_lua_block');
        const children: NginxDirective[] = [];
        finish(children);
        if (luaBlock) {
          const close = endOfLua(text, at);
          if (close < 0) stop('unexpected end of file, expecting "}"', end);
          else at = close + 1;
        } else {
          open.push(list);
          list = children;
        }
      }
      continue;
    }
    if (first === 125 /* } */) {
      if (args.length > 0 || open.length === 0) {
        stop('unexpected "}"', at);
        break;
      }
      list = open.pop()!;
      at++;
      continue;
    }
    at = word(at);
  }
  if (problem === null && args.length > 0) stop('unexpected end of file, expecting ";" or "}"', end);
  else if (problem === null && open.length > 0) stop('unexpected end of file, expecting "}"', end);
  return { directives: top, problem, tooDeep };

  /** One argument from its first byte; gives the place after it. */
  function word(start: number): number {
    const opening = text.charCodeAt(start);
    const quote = opening === 34 ? '"' : opening === 39 ? "'" : '';
    let to = start;
    let escaped = false;
    if (quote) {
      const mark = opening;
      for (to = start + 1; to < end; to++) {
        const code = text.charCodeAt(to);
        if (code === 92) {
          escaped = true;
          to++;
        } else if (code === mark) break;
      }
      if (to >= end) {
        if (end - start > longest) stop(tooLong(start), start);
        else stop('unexpected end of file, expecting ";" or "}"', start, end);
        return end;
      }
      if (to - start > longest) {
        stop(tooLong(start), start);
        return end;
      }
      args.push({ value: value(start + 1, to, escaped), start, end: to + 1, quote });
      return afterQuote(to + 1);
    }
    let variable = false;
    for (; to < end; to++) {
      const code = text.charCodeAt(to);
      if (code === 123 && variable) {
        variable = false;
        continue;
      }
      variable = code === 36;
      if (code === 92) {
        escaped = true;
        to++;
      } else if (isBlank(code) || code === 59 || code === 123) break;
    }
    if (to >= end) to = end;
    if (to - start > longest) {
      stop(tooLong(start), start);
      return end;
    }
    args.push({ value: value(start, to, escaped), start, end: to, quote: '' });
    if (to === end) stop('unexpected end of file, expecting ";" or "}"', start, end);
    return to;
  }

  /** After a closing quote only a blank, `;`, `{` or `)` may stand. */
  function afterQuote(place: number): number {
    if (place >= end) {
      stop('unexpected end of file, expecting ";" or "}"', place);
      return end;
    }
    const code = text.charCodeAt(place);
    if (isBlank(code) || code === 59 || code === 123) return place;
    if (code === 41) return word(place);
    stop(`unexpected "${text[place]}"`, place);
    return end;
  }

  function tooLong(start: number): string {
    return `too long parameter "${text.slice(start, start + 10)}..." started`;
  }

  function value(start: number, to: number, escaped: boolean): string {
    return escaped ? unescaped(text, start, to) : text.slice(start, to);
  }
}

const none: readonly Argument[] = [];

/** A backslash goes before a quote or another backslash, makes t, r and n control characters, and stays elsewhere. */
function unescaped(text: string, start: number, end: number): string {
  let out = '';
  for (let at = start; at < end; at++) {
    const character = text[at]!;
    if (character !== '\\' || at + 1 >= end) {
      out += character;
      continue;
    }
    const next = text[at + 1]!;
    const meant = escapes[next];
    if (meant === undefined) {
      out += character;
      continue;
    }
    out += meant;
    at++;
  }
  return out;
}

const escapes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '\\': '\\', t: '\t', r: '\r', n: '\n' };

/** End of a Lua block that starts after its `{`: braces in strings and comments do not count; -1 where it has none. */
function endOfLua(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at;
    else if (code === 34 || code === 39) {
      for (at++; at < text.length && text.charCodeAt(at) !== code && text.charCodeAt(at) !== newline; at++) {
        if (text.charCodeAt(at) === 92) at++;
      }
    } else if (code === 45 && text.charCodeAt(at + 1) === 45) {
      const eol = text.indexOf('\n', at);
      if (eol < 0) return -1;
      at = eol;
    }
  }
  return -1;
}
