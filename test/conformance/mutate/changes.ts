import type { CaseFile, Setup } from '../case.ts';
import type { Seeded } from '../seeded.ts';
import { withOtherArgument } from './arguments.ts';
import { type Base, type Corpus, isConfiguration } from './corpus.ts';
import { type Block, blockName, copy, Draft, dull, shown } from './draft.ts';
import { changeFile } from './file-changes.ts';
import { otherLines, otherSections } from './other-lines.ts';
import { slipped } from './slips.ts';
import { nameOf, parse, print, wordsOf } from './tree.ts';

/** One change at a directive, or anywhere; says what it was, null where it has nothing to change. */
type Change = (draft: Draft, place: { readonly block: Block; readonly at: number }, from: Source) => string | null;

/** What changes are made of. */
interface Source {
  readonly corpus: Corpus;
  readonly random: Seeded;
}

/** A block that fits most of the time. */
function target(draft: Draft, random: Seeded, fits: (block: Block) => boolean): Block {
  const all = draft.blocks();
  const fitting = all.filter(fits);
  return random.pick(fitting.length > 0 && !random.once(8) ? fitting : all);
}

const drop: Change = (_, { block: { list }, at }) => `drop ${list.splice(at, 1)[0]!.head}`;

const double: Change = (_, { block: { list }, at }, { random }) => {
  const node = list[at]!;
  list.splice(random.once(2) ? at : random.below(list.length + 1), 0, copy(node));
  return `double ${node.head}`;
};

const move: Change = (draft, { block: { list }, at }, { random }) => {
  const node = list[at]!;
  const to = random.pick(draft.blocks());
  const stays = random.once(2);
  if (!stays) list.splice(at, 1);
  to.list.splice(random.below(to.list.length + 1), 0, copy(node));
  return `${stays ? 'copy' : 'move'} ${node.head} to ${shown(to)}`;
};

const swap: Change = (_, { block: { list }, at }, { random }) => {
  const other = random.below(list.length);
  [list[at], list[other]] = [list[other]!, list[at]!];
  return `swap ${list[at]!.head} and ${list[other]!.head}`;
};

const argument: Change = (_, { block: { list }, at }, { corpus, random }) => {
  const node = list[at]!;
  const before = node.head;
  node.head = withOtherArgument(corpus, random, before);
  return node.head === before ? null : `${before} => ${node.head}`;
};

const rename: Change = (_, { block: { list }, at }, { random }) => {
  const node = list[at]!;
  const [name = ''] = wordsOf(node.head);
  const other = random.pick([
    ...[name.toUpperCase(), name.toLowerCase(), name.slice(0, -1), `${name}s`, `\u{feff}${name}`, `"${name}"`],
    `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`,
  ]);
  node.head = node.head.replace(name, () => other);
  return `${name} => ${other}`;
};

const insert: Change = (draft, _, { corpus, random }) => {
  const { node, around, from } = random.pick(corpus.pieces);
  if (dull.test(node.head) && !random.once(10)) return null;
  const kind = blockName(around);
  const to = target(draft, random, (block) => blockName(block.around) === kind);
  to.list.splice(random.below(to.list.length + 1), 0, copy(node));
  draft.bring(from);
  return `insert ${node.head} of ${from.id} into ${shown(to)}`;
};

const topLevel = {
  apache: /^(?:<virtualhost|<authn?z?provideralias|<macro|<location|<directory|loadmodule|define|include)/,
  nginx: /^(?:map|geo|upstream|log_format|server|split_clients|limit_\w+_zone|proxy_cache_path)$/,
};

const addLine: Change = (draft, _, { random }) => {
  const { server } = draft;
  const [text, modules] = random.pick(otherLines[server]);
  const nodes = parse(server, server === 'nginx' && !text.endsWith('}') ? `${text};` : text)!;
  const top = topLevel[server].test(nameOf(nodes[0]!.head));
  const to = target(draft, random, ({ around }) => {
    const kind = blockName(around);
    if (server === 'nginx') return top ? kind === 'http' : /^(?:server|location)$/.test(kind);
    return top ? kind === '' : !kind.startsWith('<require');
  });
  to.list.splice(random.below(to.list.length + 1), 0, ...nodes);
  const names = modules && !random.once(12) ? modules.split(' ').reverse() : [];
  draft.load(names.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`));
  return `add ${text.replaceAll('\n', ' / ')} to ${shown(to)}`;
};

const wrap: Change = (draft, { block: { list }, at }, { random }) => {
  const head = random.pick(otherSections[draft.server]);
  const children = list.slice(at, at + 1 + random.below(4));
  list.splice(at, children.length, { head, children });
  return `wrap ${children.length} from ${children[0]!.head} in ${head}`;
};

const unwrap: Change = (_, { block: { list }, at }) => {
  const { head, children } = list[at]!;
  if (!children) return null;
  list.splice(at, 1, ...children);
  return `unwrap ${head}`;
};

/** Takes over all of a section of another case, or its .htaccess. */
const merge: Change = (draft, _, { corpus, random }) => {
  const from = random.pick(corpus.bases);
  const kinds =
    draft.server === 'apache' ? /^(?:<directory|<location|<files|<virtualhost|\.htaccess)/ : /^(?:server|location)$/;
  const sections = new Draft(from).blocks().filter(({ around }) => kinds.test(blockName(around)));
  if (sections.length === 0) return null;
  const section = random.pick(sections);
  const to = target(draft, random, ({ around }) => blockName(around) === blockName(section.around));
  to.list.push(...section.list.filter(({ head }) => !/^(?:listen|server_name|root)\b/.test(head)));
  draft.bring(from);
  return `merge ${shown(section)} of ${from.id} into ${shown(to)}`;
};

/** Those that find most stand several times. */
const changes: readonly Change[] = [
  ...[drop, double, move, move, swap, rename, wrap, unwrap, merge],
  ...[argument, argument, argument, argument, insert, insert, insert, addLine, addLine, addLine, addLine, addLine],
];

/** What becomes of a case by a few small changes, and what they were. */
export function changedCase(base: Base, corpus: Corpus, random: Seeded): { setup: Setup; log: readonly string[] } {
  const { server, entry } = base.setup;
  const draft = new Draft(base);
  const before = new Map([...draft.trees].map(([name, tree]) => [name, print(server, tree)]));
  const log: (string | null)[] = [];
  for (let count = 1 + random.below(5); count > 0; count--) {
    const place = draft.place(random);
    if (random.once(7)) log.push(changeFile(draft.files, corpus, random));
    else if (place) log.push(random.pick(changes)(draft, place, { corpus, random }));
    if (server === 'apache' && random.once(20)) log.push(draft.unload(random));
  }
  for (const [name, tree] of draft.trees) {
    const text = print(server, tree);
    // a file stays as it is written where nothing in it is changed
    if (text !== before.get(name)) draft.files[name] = withText(draft.files[name], text);
  }
  const texts = Object.entries(draft.files).filter(([name]) => name === entry || isConfiguration(name));
  const [name, file] = random.pick(texts);
  if (random.once(8) && typeof file === 'string') {
    draft.files[name] = slipped(server, random, file);
    log.push(`slip in ${name}`);
  }
  return { setup: { ...base.setup, files: draft.files }, log: log.filter((one) => one !== null) };
}

/** A file of the same mode and owner with another text. */
function withText(file: CaseFile | undefined, text: string): CaseFile {
  if (typeof file !== 'object') return text;
  const { mode, owner } = file;
  return { text, ...(mode !== undefined && { mode }), ...(owner !== undefined && { owner }) };
}
