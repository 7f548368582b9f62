import path from 'node:path';
import type { ServerName } from '../../../src/predict/answer.ts';
import { recordedCases } from '../../recorded.ts';
import type { CaseFile, Setup } from '../case.ts';
import { fixtures, outsideOf, roots, setupOf } from '../fixtures.ts';
import { type Node, nameOf, parse } from './tree.ts';

/** A case that is changed, or gives others its lines. */
export interface Base {
  readonly id: string;
  readonly setup: Setup;
  /** Configuration files that nest. */
  readonly trees: ReadonlyMap<string, Node[]>;
}

/** A directive as a case has it. */
export interface Piece {
  readonly node: Node;
  readonly around: readonly string[];
  readonly from: Base;
}

/** All recorded cases and fixtures of a server. */
export interface Corpus {
  readonly bases: readonly Base[];
  readonly pieces: readonly Piece[];
  /** By lower-case name: everything that cases give the directive. */
  readonly heads: ReadonlyMap<string, readonly string[]>;
}

/** Whether a file of a case is configuration by its name. */
export const isConfiguration = (name: string): boolean =>
  /(?:\.conf|\.load|\.htaccess|(?:sites-enabled|sites-available|conf-enabled|snippets|conf\.d)\/[^/]+|\/(?:front|sec|inc[^/]*))$/.test(
    name,
  );

/** The text of a file; null: it has none, or bytes that are no text. */
export function textOf(file: CaseFile): string | null {
  if (typeof file === 'string') return file;
  if (file.base64 !== undefined) {
    const bytes = Buffer.from(file.base64, 'base64');
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : null;
  }
  return file.text ?? null;
}

/** The files with their texts in place of base64, as a shrinker needs them. */
function plain(files: Setup['files']): Record<string, CaseFile> {
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => {
      const text = textOf(file);
      if (text === null || typeof file === 'string') return [name, file];
      const { mode, owner } = file;
      return [
        name,
        mode === undefined && owner === undefined ? text : { text, ...(mode && { mode }), ...(owner && { owner }) },
      ];
    }),
  );
}

/** Reads the cases of a server; those whose module the real server has not are left out. */
export function corpusOf(server: ServerName): Corpus {
  const cases = recordedCases(server).map(({ id, files, entry, requests }) => ({
    id,
    setup: { server, files, entry, requests },
  }));
  const kept = roots()
    .filter((root) => outsideOf(root) !== 'module')
    .map((root) => ({ id: path.relative(fixtures, root), setup: { ...setupOf(root), requests: [] } as Setup }))
    .filter(({ setup }) => setup.server === server);
  const bases = [...cases, ...kept].map(({ id, setup }): Base => {
    const files = plain(setup.files);
    const trees = new Map<string, Node[]>();
    for (const [name, file] of Object.entries(files)) {
      const text = textOf(file);
      if (text === null || (name !== setup.entry && !isConfiguration(name))) continue;
      const tree = parse(server, text);
      if (tree) trees.set(name, tree);
    }
    return { id, setup: { ...setup, files }, trees };
  });
  const pieces: Piece[] = [];
  const heads = new Map<string, string[]>();
  for (const from of bases) {
    const walk = (nodes: readonly Node[], around: readonly string[]): void => {
      for (const node of nodes) {
        pieces.push({ node, around, from });
        const name = nameOf(node.head);
        const known = heads.get(name) ?? [];
        if (!known.includes(node.head)) known.push(node.head);
        heads.set(name, known);
        if (node.children) walk(node.children, [...around, node.head]);
      }
    };
    for (const [name, tree] of from.trees) walk(tree, name.endsWith('.htaccess') ? ['.htaccess'] : []);
  }
  // each text once: what all cases have would drown the rest
  const seen = new Set<string>();
  const distinct = pieces.filter(({ node, around }) => {
    const key = JSON.stringify([nameOf(around.at(-1) ?? ''), node]);
    if (seen.has(key) || /^LoadModule\b/i.test(node.head)) return false;
    seen.add(key);
    return true;
  });
  return { bases, pieces: distinct, heads };
}
