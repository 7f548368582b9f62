import type { ServerName } from '../../../src/predict/answer.ts';

/** A directive or a block of a configuration as plain text; `children` is null for a simple directive. */
export interface Node {
  head: string;
  children: Node[] | null;
}

/** Splits a configuration into directives; null where it does not nest, so that only its text can be changed. */
export function parse(server: ServerName, text: string): Node[] | null {
  return server === 'apache' ? parseApache(text) : parseNginx(text);
}

/** The text of directives, each on its line. */
export function print(server: ServerName, nodes: readonly Node[], indent = ''): string {
  return nodes
    .map(({ head, children }) => {
      if (server === 'apache') {
        if (children === null) return `${indent}${head}\n`;
        const name = /^<(\w+)/.exec(head)?.[1] ?? '';
        return `${indent}${head}\n${print(server, children, `${indent}    `)}${indent}</${name}>\n`;
      }
      if (children === null) return head.startsWith('#') ? `${indent}${head}\n` : `${indent}${head};\n`;
      return `${indent}${head} {\n${print(server, children, `${indent}    `)}${indent}}\n`;
    })
    .join('');
}

function parseApache(text: string): Node[] | null {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const head = line.trim();
    if (head === '' || head.startsWith('#')) continue;
    if (head.startsWith('</')) {
      if (!open.pop()) return null;
      continue;
    }
    const node: Node = { head, children: /^<\w/.test(head) ? [] : null };
    (open.at(-1)?.children ?? top).push(node);
    if (node.children) open.push(node);
  }
  return open.length === 0 ? top : null;
}

function parseNginx(text: string): Node[] | null {
  const top: Node[] = [];
  const open: Node[] = [];
  let at = 0;
  let head = '';
  const into = (): Node[] => open.at(-1)?.children ?? top;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '#' && (head === '' || /\s$/.test(head))) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (char === '"' || char === "'") {
      const quoted = new RegExp(`${char}(?:[^\\\\${char}]|\\\\[^])*${char}`, 'y');
      quoted.lastIndex = at;
      const match = quoted.exec(text);
      if (!match) return null;
      head += match[0];
      at += match[0].length;
    } else if (char === '\\') {
      head += text.slice(at, at + 2);
      at += 2;
    } else if (char === ';') {
      into().push({ head: head.trim(), children: null });
      head = '';
      at++;
    } else if (char === '{' && !/\$$/.test(head) && !/\s~\*?\s+\S+$/.test(head)) {
      const node: Node = { head: head.trim(), children: [] };
      into().push(node);
      open.push(node);
      head = '';
      at++;
    } else if (char === '}' && head.trim() === '') {
      if (!open.pop()) return null;
      head = '';
      at++;
    } else {
      head += /\s/.test(char) ? ' ' : char;
      at++;
    }
    if (/^\s+$/.test(head)) head = '';
  }
  return open.length === 0 && head.trim() === '' ? top : null;
}

/** The words of a directive, the name first; quotes stay. */
export function wordsOf(head: string): string[] {
  return head.match(/"(?:[^\\"]|\\.)*"|'(?:[^\\']|\\.)*'|[^\s"']\S*|["']\S*/g) ?? [];
}

/** The name of a directive in lower case; that of a section with its bracket. */
export const nameOf = (head: string): string => (wordsOf(head)[0] ?? '').toLowerCase().replace(/>$/, '');

/** All lists of directives of a tree, with the heads of the blocks around each. */
export function lists(nodes: Node[], around: readonly string[] = []): { list: Node[]; around: readonly string[] }[] {
  return [
    { list: nodes, around },
    ...nodes.flatMap(({ head, children }) => (children ? lists(children, [...around, head]) : [])),
  ];
}
