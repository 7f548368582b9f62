import type { ServerName } from '../../../src/predict/answer.ts';
import type { CaseFile } from '../case.ts';
import type { Seeded } from '../seeded.ts';
import { type Base, isConfiguration } from './corpus.ts';
import { lists, type Node, nameOf, wordsOf } from './tree.ts';

/** A list of directives, with the heads of the blocks around it. */
export interface Block {
  readonly file: string;
  readonly list: Node[];
  readonly around: readonly string[];
}

export const copy = (node: Node): Node => ({ head: node.head, children: node.children?.map(copy) ?? null });

/** The name of the block that a list is in; '' at the top of a file. */
export const blockName = (around: readonly string[]): string => nameOf(around.at(-1) ?? '');

/** How a block is called in what is said of a change. */
export const shown = ({ file, around }: Block): string => `${file} ${around.at(-1) ?? ''}`.trim();

/** What begins each main file is seldom worth a change: it would only keep the server from starting. */
export const dull =
  /^(?:ServerRoot|Listen|PidFile|ErrorLog|User|Group|Mutex|DefaultRuntimeDir|LoadModule|TypesConfig|LogLevel|pid|error_log|worker_processes|worker_connections|events|http|access_log|user|listen|\w+_temp_path|IncludeOptional|Include)\b/i;

const loads = /^LoadModule/i;

/** A case while it is changed. */
export class Draft {
  readonly server: ServerName;
  readonly files: Record<string, CaseFile>;
  readonly trees: ReadonlyMap<string, Node[]>;
  readonly entry: string;

  constructor({ setup, trees }: Base) {
    this.server = setup.server;
    this.files = { ...setup.files };
    this.entry = setup.entry;
    this.trees = new Map([...trees].map(([name, tree]) => [name, tree.map(copy)]));
  }

  /** Lists that a directive may be put into. */
  blocks(): Block[] {
    return [...this.trees].flatMap(([file, tree]) =>
      lists(tree, file.endsWith('.htaccess') ? ['.htaccess'] : []).map((one) => ({ ...one, file })),
    );
  }

  /** Where a directive stands that says something; now and then where any stands. Null: there is none. */
  place(random: Seeded): { readonly block: Block; readonly at: number } | null {
    const all = this.blocks().flatMap((block) => block.list.map((_, at) => ({ block, at })));
    const lively = all.filter(({ block, at }) => !dull.test(block.list[at]!.head));
    const some = random.once(25) || lively.length === 0 ? all : lively;
    return some.length > 0 ? random.pick(some) : null;
  }

  /** Puts LoadModule lines before those of the main file, but for modules that are loaded. */
  load(lines: readonly string[]): void {
    const main = this.trees.get(this.entry);
    if (!main) return;
    const loaded = new Set(
      this.blocks().flatMap(({ list }) =>
        list.filter(({ head }) => loads.test(head)).map(({ head }) => wordsOf(head)[1]),
      ),
    );
    const first = main.findIndex(({ head }) => loads.test(head));
    const missing = lines.filter((head) => !loaded.has(wordsOf(head)[1]));
    main.splice(Math.max(first, 0), 0, ...missing.map((head) => ({ head, children: null })));
  }

  /** Brings in what lines of another case need: its files and modules. */
  bring({ setup, trees }: Base): void {
    for (const [name, file] of Object.entries(setup.files))
      if (!(name in this.files || name === setup.entry || isConfiguration(name))) this.files[name] = file;
    const wanted = trees.get(setup.entry)?.map(({ head }) => head) ?? [];
    if (this.server === 'apache') this.load(wanted.filter((head) => loads.test(head) && !head.includes('mpm_')));
  }

  /** Takes a module away that the main file loads; says which. */
  unload(random: Seeded): string | null {
    const main = this.trees.get(this.entry) ?? [];
    const lines = main.filter(({ head }) => loads.test(head) && !head.includes('mpm_'));
    if (lines.length === 0) return null;
    const line = random.pick(lines);
    main.splice(main.indexOf(line), 1);
    return `without ${line.head}`;
  }
}
