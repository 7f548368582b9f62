import type { FileHost } from '../host/host.ts';
import { Source } from '../text/source.ts';
import { hole, type Template } from '../text/template.ts';

/** Whose reader the text is for: tokens become values that it takes, and statements that it can end. */
export type Reader = 'apache' | 'nginx';

/** Endings of file names that template engines take, before or after the name's own ending. */
const engineName =
  /\.(?:j2|jinja2?|erb|epp|tmpl|tpl|template|templ|tt|twig|liquid|mustache|hbs|handlebars|gotmpl|ctmpl|in)(?:\.|$)/i;
/** Names of examples, whose placeholders a person fills in. */
const exampleName =
  /\.(?:sample|example|dist|default|template|tmpl|tpl)(?:\.|$)|(?:^|\/)[^/]*(?:example|sample|template)/i;

const pairs = String.raw`\{\{\{[\s\S]*?\}\}\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}`;
const code = String.raw`<%[\s\S]*?%>|<\?(?:php\b|=)[\s\S]*?(?:\?>|$)`;
const words = String.raw`@@\w+@@|@[A-Z][A-Z0-9_]+@|%%?[A-Z][A-Z0-9_]+%%?|__[A-Z][A-Z0-9_]*__`;
/** Names of small letters between percent signs, which are not two digits of an escape. */
const smallWords = '%(?:(?![0-9A-Fa-f]{2})[a-z][a-z0-9_]+|[a-z][a-z0-9]*_[a-z0-9_]+)%';
/** A name alone between braces, as Python, PHP and Smarty put values in; neither server has it, but behind % or $. */
const braced = String.raw`(?<![$%\\\w}])\{(?:[a-z]\w*|\$[A-Za-z_][\w.>[\]'-]*)\}`;
/** Lookups of Hiera, and the way in which it is told to leave %{NAME} as it is. */
const hiera = String.raw`%%?\{[\w:]*\}\{[^}\n]*\}|%\{(?:::|facts\b|trusted\b|lookup\(|hiera\(|alias\()[^}\n]*\}`;

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

/** What every token has in it, but the words in angle brackets that only examples have: most texts hold none. */
const trace = /[@%][A-Za-z@%{]|##[A-Z]|__[A-Z]|\{[A-Za-z{%#$]|\$[A-Z]|<[%?A-Z]/;

/** The tokens that a file may hold, by its name and what is in it; null: none. */
function patternFor(path: string, text: string, reader: Reader): RegExp | null {
  if (!trace.test(text) && !(text.includes('<') && exampleName.test(path))) return null;
  // asked last: nearly no text holds what it decides on
  const engine = (): boolean => engineName.test(path);
  const kinds: string[] = [];
  const blocks = text.includes('{%') && /\{%[-+~]?\s*\w/.test(text);
  // a comment of nginx may follow a brace
  if (text.includes('{#') && (blocks || engine())) kinds.push(String.raw`\{#[\s\S]*?#\}`);
  const values = text.includes('{{') && (engine() || /\{\{[-~]?[ \t]*[\w.$#/^>!(][^\n]*\}\}/.test(text));
  if (blocks || values) kinds.push(pairs);
  if (text.includes('<%') || text.includes('<?')) kinds.push(code);
  if (/[@%_][A-Z][A-Z0-9_]*[@%_]|@@\w/.test(text)) kinds.push(words);
  // a value, where a comment would leave the directive without one
  if (/[ \t]##[A-Z]/.test(text)) kinds.push(String.raw`(?<=\w[ \t]+)##[A-Z][A-Z0-9_]*##(?=[;/\s])`);
  if (/%[a-z]\w+%/.test(text)) kinds.push(smallWords);
  if (/\{[a-z$]\w*[\w.>[\]'-]*\}/.test(text)) kinds.push(braced);
  if (/%\{[\w:.(]/.test(text) || text.includes('%{}{')) kinds.push(hiera);
  if (/\.in(?:\.|$)/.test(path) && text.includes('@')) kinds.push('@[a-z]\\w+@');
  if (reader === 'nginx') {
    // names of nginx's own variables are in small letters; a block never holds just a word
    if (/\$\{?[A-Z]/.test(text)) {
      kinds.push(String.raw`\$\{[A-Z][A-Z0-9_]*(?::?[-=?][^}\n]*)?\}`);
      // no directive begins with a dollar sign
      if (engine() || /^[ \t]*\$\{?[A-Z][A-Z0-9_]*\}?[ \t]*;?[ \t\r]*$/m.test(text))
        kinds.push(String.raw`\$[A-Z][A-Z0-9_]+\b`);
    }
    if (/\{[A-Z]/.test(text)) kinds.push(String.raw`\{[A-Z][A-Z0-9_]+(?: [A-Z0-9_]+)*\}`);
  } else if (/\$[A-Z]/.test(text) && engine()) kinds.push(String.raw`\$[A-Z][A-Z0-9_]+\b`);
  // named groups of patterns have a question mark before them
  if (/[^?\n\s(][ \t]*<[A-Z][A-Z0-9_ -]{3,}>/.test(text))
    kinds.push(String.raw`(?<=[^\n\s?(][ \t]*|[/.@:"'])<[A-Z][A-Z0-9_ -]{3,}>`);
  if (text.includes('<') && exampleName.test(path))
    kinds.push(String.raw`(?<=[^\n\s?(][ \t]*|[/.@:"'])<[A-Za-z][\w .-]*>`);
  return kinds.length > 0 ? new RegExp(kinds.join('|'), 'g') : null;
}

/** A value that is as long as its token: for httpd an undefined variable, where there is room for one. */
function filled(length: number, reader: Reader): string {
  return reader === 'apache' && length > 3 ? `\${${hole.repeat(length - 3)}}` : hole.repeat(length);
}

type Step = 'value' | 'silent' | 'open' | 'else' | 'close';

function stepOf(token: string): Step {
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
  if (/^(?:if|unless|for|macro|block|filter|raw|with|case|capture|autoescape)\b/.test(text)) return 'open';
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
