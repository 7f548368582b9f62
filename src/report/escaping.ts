import { harmless } from '../text/printable.ts';

// `##[group]`, `##vso[…]`, `##teamcity[…]`: CI log readers take these for commands anywhere in a line
const command = /##(?=[a-z-]*\[)/gi;
// lone surrogates and the two noncharacters that XML forbids; the rest of what it forbids harmless() has written out
const notXml = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// controls and direction changes that JSON lets through raw
const rawInJson = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]/g;

/** Untrusted text as a piece of one line of a log: no controls, no CI command inside. */
export function oneLine(text: string): string {
  return harmless(text).replace(notXml, '\ufffd').replace(command, '#\\#');
}

/** A file name at the start of a line; one that could be taken for a workflow command (`::error`) gets `./`. */
export function leadingFile(file: string): string {
  const shown = oneLine(file);
  return /^\s*(?:[:#]|$)/.test(shown) ? `./${shown}` : shown;
}

/** Text at the start of a line, behind blanks at most: log readers look past blanks for a workflow command. */
export function leadingText(text: string): string {
  const shown = oneLine(text);
  return /^\s*::/.test(shown) ? `\\${shown}` : shown;
}

/** Text for XML and HTML, content and quoted attributes alike. */
export function markup(text: string): string {
  return harmless(text)
    .replace(notXml, '\ufffd')
    .replace(/[&<>"'#]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON without loss, in which no control, direction change or CI command stands raw. */
export function jsonText(value: unknown): string {
  const written = JSON.stringify(value, null, 2);
  const text = (written.includes('##') ? written.replace(command, '#\\u0023') : written).replace(
    rawInJson,
    (unit, at: number, all: string) => {
      const code = unit.charCodeAt(0);
      const paired =
        code < 0xd800 || code > 0xdfff
          ? false
          : code < 0xdc00
            ? /[\udc00-\udfff]/.test(all[at + 1] ?? '')
            : /[\ud800-\udbff]/.test(all[at - 1] ?? '');
      return paired ? unit : `\\u${code.toString(16).padStart(4, '0')}`;
    },
  );
  return `${text}\n`;
}

/** A file name as a URI reference: relative below a base, or file: where it is absolute. */
export function fileUri(file: string): string {
  const path = Buffer.from(file, 'utf8')
    .toString('utf8')
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
  if (/^[A-Za-z]:\//.test(file)) return `file:///${path.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${path}` : path;
}
