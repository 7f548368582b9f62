import type { FileHost } from '../host/host.ts';
import { Source } from '../text/source.ts';
import { hole, type Template } from '../text/template.ts';

/** Whose reader the text is for: tokens become values that it takes, and statements that it can end. */
export type Reader = 'apache' | 'nginx';

/** Endings of file names that template engines take, before or after the name's own ending. */
const engineName =
  /\.(?:j2|jinja2?|erb|epp|tmpl|tpl|template|templ|tt|twig|liquid|mustache|hbs|handlebars|gotmpl|ctmpl|in)(?:\.|$)/i;
/** Names of examples, whose placeholders a person fills in. */
const exampleName = /example|sample|template|\.(?:dist|default|tmpl|tpl)(?:\.|$)/i;

/** What tokens of one kind look like, and where they are looked for. */
interface Kind {
  /** In every token of the kind, in as few characters as tell it from what else is written: most texts hold none. */
  mark: RegExp;
  token: string;
  /** Names of files that alone have it. */
  names?: RegExp;
  reader?: Reader;
  /** What more a file must have, where the mark has other uses; asked last. */
  when?: (path: string, text: string, reader: Reader) => boolean;
}

/** In the order in which they are tried at one place. */
const kinds: readonly Kind[] = [
  // a comment of nginx may follow a brace
  { mark: /\{#/, token: String.raw`\{#[\s\S]*?#\}`, when: (path, text) => hasBlocks(text) || engineName.test(path) },
  {
    mark: /\{[%{]/,
    token: String.raw`\{\{\{[\s\S]*?\}\}\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}`,
    when: (path, text) =>
      hasBlocks(text) ||
      (text.includes('{{') && (engineName.test(path) || /\{\{[-~]?[ \t]*[\w.$#/^>!(][^\n]*\}\}/.test(text))),
  },
  { mark: /<[%?]/, token: String.raw`<%[\s\S]*?%>|<\?(?:php\b|=)[\s\S]*?(?:\?>|$)` },
  {
    mark: /@@\w|[@%][A-Z]|__[A-Z]/,
    token: String.raw`@@\w+@@|@[A-Z][A-Z0-9_]+@|%%?[A-Z][A-Z0-9_]+%%?|__[A-Z][A-Z0-9_]*__`,
    when: (_, text) => /[@%_][A-Z][A-Z0-9_]*[@%_]|@@\w/.test(text),
  },
  // a value, where a comment would leave the directive without one
  { mark: /[ \t]##[A-Z]/, token: String.raw`(?<=\w[ \t]+)##[A-Z][A-Z0-9_]*##(?=[;/\s])` },
  // lines of it too, where values are written so: a heading is one word
  {
    mark: /##[A-Z][A-Z0-9]*_/,
    token: String.raw`(?<=(?:^|\n)[ \t]*)##[A-Z][A-Z0-9]*_[A-Z0-9_]+##(?=[ \t\r]*(?:\n|$))`,
    when: (_, text) => /\w[ \t]+##[A-Z][A-Z0-9_]*##[;/\s]/.test(text),
  },
  // a name that a script replaces, where nginx takes an address: no host or port is written so
  {
    mark: /_pass[ \t]+(?:https?:\/\/)?(?:[\w.-]+:)?[A-Z]\w*_/,
    token: String.raw`(?<=_pass[ \t]+(?:https?://)?(?:[\w.-]+:)?)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?=[;/:])`,
    reader: 'nginx',
  },
  // Mako: lines that begin with a percent sign, and expressions
  {
    mark: /(?<![{<])%[ \t]*end(?:if|for|while)\b/,
    token: String.raw`(?<=(?:^|\n)[ \t]*)%[ \t]*(?:(?:if|elif|for|while)[ \t(]|else[ \t]*:|end(?:if|for|while)\b)[^\n]*|\$\{(?:[^{}\n]|\{[^{}\n]*\})*\}`,
  },
  // names of small letters between percent signs, which are not two digits of an escape
  {
    mark: /%[a-z]\w+%/,
    token: '%(?:(?![0-9A-Fa-f]{2})[a-z][a-z0-9_]+|[a-z][a-z0-9]*_[a-z0-9_]+)%',
  },
  // a name alone between braces, as Python, PHP and Smarty put values in; neither server has it, but behind % or $
  {
    mark: /\{[a-z$][\w.>[\]'-]*\}/,
    token: String.raw`(?<![$%\\\w}])\{(?:[a-z]\w*|\$[A-Za-z_][\w.>[\]'-]*)\}`,
  },
  // lookups of Hiera, and the way in which it is told to leave %{NAME} as it is
  {
    mark: /%\{[\w:.(}]/,
    token: String.raw`%%?\{[\w:]*\}\{[^}\n]*\}|%\{(?:::|facts\b|trusted\b|lookup\(|hiera\(|alias\()[^}\n]*\}`,
  },
  { mark: /@[a-z]\w+@/, token: String.raw`@[a-z]\w+@`, names: /\.in(?:\.|$)/ },
  // names of nginx's own variables are in small letters; a block never holds just a word
  { mark: /\$\{[A-Z]/, token: String.raw`\$\{[A-Z][A-Z0-9_]*(?::?[-=?][^}\n]*)?\}`, reader: 'nginx' },
  {
    mark: /\$[A-Z]/,
    token: String.raw`\$[A-Z][A-Z0-9_]+\b`,
    // no directive of nginx begins with a dollar sign
    when: (path, text, reader) =>
      engineName.test(path) || (reader === 'nginx' && /^[ \t]*\$\{?[A-Z][A-Z0-9_]*\}?[ \t]*;?[ \t\r]*$/m.test(text)),
  },
  { mark: /\{[A-Z]/, token: String.raw`\{[A-Z][A-Z0-9_]+(?: [A-Z0-9_]+)*\}`, reader: 'nginx' },
  // named groups of patterns have a question mark before them
  { mark: /<[A-Z][A-Z0-9_ -]{3}/, token: String.raw`(?<=[^\n\s?(][ \t]*|[/.@:"'])<[A-Z][A-Z0-9_ -]{3,}>` },
  { mark: /<[A-Za-z]/, token: String.raw`(?<=[^\n\s?(][ \t]*|[/.@:"'])<[A-Za-z][\w .-]*>`, names: exampleName },
];
const named = kinds.filter(({ names }) => names);
/** The marks of all that any file may have: one look, after which nearly no text needs another. */
const anyMark = new RegExp(kinds.flatMap(({ mark, names }) => (names ? [] : [mark.source])).join('|'));

function hasBlocks(text: string): boolean {
  return text.includes('{%') && /\{%[-+~]?\s*\w/.test(text);
}

/**
 * The text of a file as configuration: a template keeps its length and lines, so that every offset is the file's own.
 * What engine makes it is told by the name that people know it by: on the server it has another.
 */
export function sourceOf(host: FileHost, path: string, text: string, reader: Reader): Source {
  const display = host.display(path);
  const read = readTemplate(display, text, reader);
  return new Source(path, read?.text ?? text, display, read?.template ?? null, host.inset(path));
}

/** What a template makes as far as it can be told, with both branches of each condition; null: it is no template. */
export function readTemplate(path: string, text: string, reader: Reader): { text: string; template: Template } | null {
  // what has NULs is no text that anything would be put into
  const pattern = text.includes('\0') ? null : patternFor(path, text, reader);
  if (!pattern) return null;
  const controls: [number, number][] = [];
  const branches: { from: number; branch: string }[] = [];
  const open: { id: number; arm: number }[] = [];
  let conditions = 0;
  let out = '';
  let copied = 0;
  for (const match of text.matchAll(pattern)) {
    const token = match[0];
    const start = match.index;
    const end = start + token.length;
    out += text.slice(copied, start);
    copied = end;
    const step = stepOf(token);
    if (step === 'value') {
      out += filled(token.length, reader);
      continue;
    }
    out += token.replace(/[^\n]/g, ' ');
    controls.push([start, end]);
    if (step === 'open') open.push({ id: ++conditions, arm: 0 });
    else if (step === 'else' && open.length > 0) open.at(-1)!.arm++;
    else if (step === 'close') open.pop();
    else continue;
    branches.push({ from: end, branch: open.map(({ id, arm }) => `${id}.${arm}`).join('/') });
  }
  if (copied === 0) return null;
  out += text.slice(copied);
  return { text: reader === 'nginx' ? ended(out) : out, template: { original: text, controls, branches } };
}

/** The tokens that a file may hold, by its name and what is in it; null: none. */
function patternFor(path: string, text: string, reader: Reader): RegExp | null {
  const mayHold = (kind: Kind): boolean =>
    (kind.reader ?? reader) === reader &&
    (kind.names?.test(path) ?? true) &&
    kind.mark.test(text) &&
    (kind.when?.(path, text, reader) ?? true);
  if (!anyMark.test(text) && !named.some(mayHold)) return null;
  const tokens = kinds.filter(mayHold).map(({ token }) => token);
  return tokens.length > 0 ? new RegExp(tokens.join('|'), 'g') : null;
}

/** A value that is as long as its token: for httpd an undefined variable, where there is room for one. */
function filled(length: number, reader: Reader): string {
  return reader === 'apache' && length > 3 ? `\${${hole.repeat(length - 3)}}` : hole.repeat(length);
}

type Step = 'value' | 'silent' | 'open' | 'else' | 'close';

function stepOf(token: string): Step {
  const line = /^%[ \t]*((?:if|elif|for|while)[ \t(].*|else[ \t]*:|end(?:if|for|while)\b)/.exec(token);
  if (line) return blockStep(line[1]!);
  if (token.startsWith('{#')) return 'silent';
  if (token.startsWith('{%'))
    return blockStep(
      token
        .slice(2, -2)
        .replace(/^[-+~]|[-+~]$/g, '')
        .trim(),
    );
  if (token.startsWith('{{')) return braceStep(token.replace(/^\{+[-~]?|[-~]?\}+$/g, '').trim());
  if (token.startsWith('<%')) return rubyStep(token);
  if (token.startsWith('<?')) return phpStep(token);
  return 'value';
}

/** Jinja, Twig, Liquid. */
function blockStep(text: string): Step {
  if (/^(?:include|call)\b/.test(text)) return 'value';
  if (/^(?:else|elif|elsif|elseif|when)\b/.test(text)) return 'else';
  if (/^end/.test(text)) return 'close';
  if (/^(?:if|unless|for|while|macro|block|filter|raw|with|case|capture|autoescape)\b/.test(text)) return 'open';
  return /^set\s+[\w.]+\s*$/.test(text) ? 'open' : 'silent';
}

/** Go, mustache, Handlebars; Jinja has only values here. */
function braceStep(text: string): Step {
  if (/^(?:if|range|with|define|block)\s|^[#^]/.test(text)) return 'open';
  if (/^else\b/.test(text)) return 'else';
  if (/^(?:end$|\/(?!\*))/.test(text)) return 'close';
  return /^(?:\/\*|!|\$\w+\s*:?=)/.test(text) ? 'silent' : 'value';
}

/** ERB, EPP. */
function rubyStep(token: string): Step {
  if (/^<%-?=/.test(token)) return 'value';
  if (/^<%-?#/.test(token)) return 'silent';
  const text = token.slice(2, -2).replace(/^-|-$/g, '').trim();
  if (/^(?:else|elsif|when|rescue|ensure)\b|^\}\s*els/.test(text)) return 'else';
  if (/^(?:end\b|\})/.test(text)) return 'close';
  return /^(?:if|unless|case|for|while|begin)\b|(?:\bdo|\{)\s*(?:\|[^|]*\|)?$/.test(text) ? 'open' : 'silent';
}

function phpStep(token: string): Step {
  const text = token.replace(/^<\?(?:php)?|\?>$/g, '').trim();
  if (text.startsWith('=') || /^(?:echo|print)\b/.test(text)) return 'value';
  if (/^\}?\s*else/.test(text)) return 'else';
  if (/^(?:end(?:if|for|foreach|while|switch)\s*;?|\})$/.test(text)) return 'close';
  return /^(?:if|for|foreach|while|switch)\b[\s\S]*[:{]$/.test(text) ? 'open' : 'silent';
}

/** A token that stands for whole directives, alone on its line, is ended: nginx would read on to the next semicolon. */
function ended(text: string): string {
  if (!text.includes(hole)) return text;
  let before = ';';
  const lines = text.split('\n').map((line) => {
    const said = line.replace(/(?:^|\s)#.*$/, '').trimEnd();
    const last = said.at(-1);
    const alone = last === hole && /^[\x01\s]+$/.test(said) && /[;{}]/.test(before);
    if (last !== undefined) before = alone ? ';' : last;
    return alone ? `${line.slice(0, said.length - 1)};${line.slice(said.length)}` : line;
  });
  return lines.join('\n');
}
