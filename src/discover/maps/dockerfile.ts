import { serverImage } from '../../catalog/server-images.ts';
import { basename, below, join, normalize } from '../../host/paths.ts';
import type { Source, Span } from '../../text/source.ts';
import { type FromImage, originOf, type Placed, usualFolder } from './deployment.ts';
import { withArguments } from './image-arguments.ts';
import { reworkingOf, startsPlainly } from './image-commands.ts';
import { checkIn, type HealthCheck } from './service.ts';

/** One instruction of a Dockerfile, continued lines joined. */
interface Instruction {
  readonly name: string;
  readonly text: string;
  readonly where: Span;
}

/** What a Dockerfile says of the image that it makes. */
export interface Recipe {
  readonly placed: readonly Placed[];
  /** The image that its last stage starts from; null: none that is written out. */
  readonly image: FromImage | null;
  /** What is done to the server's configuration is not known. */
  readonly reworked: boolean;
  readonly check: HealthCheck | null;
}

/** What a path of the repository is; null: nothing is there. */
type KindOf = (path: string) => 'folder' | 'file' | null;

/** How an image is built of a Dockerfile. */
export interface Build {
  /** The folder that COPY takes files from. */
  readonly context: string;
  /** The stage that is wanted; null: the last one. */
  readonly target: string | null;
  readonly args: ReadonlyMap<string, string>;
}

/** What a stage of a Dockerfile puts where. */
export function readDockerfile(source: Source, { context, target, args }: Build, kindOf: KindOf): Recipe {
  const stages: { names: string[]; where: Span; instructions: Instruction[] }[] = [];
  for (const one of instructionsOf(source)) {
    if (one.name === 'FROM') {
      const [image = '', name = ''] = one.text.replace(/--\S+\s+/g, '').split(/\s+AS\s+/i);
      const names = [name, withArguments(image, source.text, args)].map((one) => one.trim().toLowerCase());
      stages.push({ names, where: one.where, instructions: [] });
    } else stages.at(-1)?.instructions.push(one);
  }
  const last = target === null ? -1 : stages.findIndex(({ names }) => names[0] === target.toLowerCase());
  const chain = [];
  let from: (typeof stages)[number] | null = null;
  // a stage goes on from the one that its FROM names
  for (let at = last < 0 ? stages.length - 1 : last; at >= 0; ) {
    const stage = stages[at]!;
    chain.unshift(...stage.instructions);
    from = stage;
    at = stages.findLastIndex(({ names }, index) => index < at && names[0] !== '' && names[0] === stage.names[1]);
  }
  const image = from?.names[1];
  const { removed, appended, reworked } = reworkingOf(
    chain.flatMap(({ name, text }) => (name === 'RUN' ? [text] : [])),
  );
  const start = chain.filter(({ name }) => name === 'CMD' || name === 'ENTRYPOINT');
  const healthcheck = chain.findLast(({ name }) => name === 'HEALTHCHECK');
  return {
    // what is put at the end of a file does not make it
    placed: placedBy(chain, context, kindOf, serverImage(image ?? '')?.workdir ?? '/').filter(
      ({ from, kind }) => kind !== 'made' || !appended.some(({ path }) => path === from),
    ),
    image: image && !image.includes('$') ? { name: image, where: from!.where, removed, appended } : null,
    reworked: reworked || !start.every(({ text }) => startsPlainly(text)),
    check: healthcheck ? checkIn(healthcheck.text.replace(/["[\],]+/g, ' '), healthcheck.where) : null,
  };
}

function placedBy(instructions: readonly Instruction[], context: string, kindOf: KindOf, workdir: string): Placed[] {
  const placed: Placed[] = [];
  const known = new Set<string>();
  let here = workdir;
  /** Whether a path of the image has been copied with a folder of the repository. */
  const isCopied = (path: string): boolean => {
    const to = originOf({ placed }, path)?.to ?? null;
    return to !== null && kindOf(to) === 'folder';
  };
  for (const { name, text, where } of instructions) {
    if (name === 'WORKDIR') here = join(here, unquoted(text));
    else if (name === 'COPY' || name === 'ADD') {
      const [sources, to] = copyOf(text);
      if (to === null || /[$]/.test(to)) continue;
      const foreign = /(?:^|\s)--from=/.test(text);
      const into = join(here, to);
      const manyInto = to.endsWith('/') || sources.length > 1 || usualFolder.test(into) || known.has(into);
      for (const from of sources) {
        if (/^(?:https?|git|ftp):|[$*?[]/.test(from) || from.startsWith('<<')) {
          placed.push({ from: into, to: null, kind: 'made', where });
          continue;
        }
        const local = foreign ? null : normalize(`${context}/${from}`);
        const wholeFolder = local !== null && kindOf(local) === 'folder';
        const at = manyInto && !wholeFolder ? join(into, basename(normalize(from))) : into;
        if (wholeFolder) layOver(placed, at, local, kindOf);
        placed.push({ from: at, to: local, kind: local === null ? 'made' : 'copy', where });
      }
    } else if (name === 'RUN') {
      for (const made of madeBy(text)) {
        const path = join(here, made.path);
        if (made.folder) known.add(made.path);
        else if (!isCopied(path)) placed.push({ from: path, to: null, kind: 'made', where });
        else if (made.of) placed.push({ from: join(path, made.of), to: null, kind: 'made', where });
      }
    } else if (name === 'VOLUME') {
      // a new volume gets what the image has there
      for (const [path] of text.matchAll(/\/[\w./-]+/g))
        if (!isCopied(normalize(path))) placed.push({ from: normalize(path), to: null, kind: 'made', where });
    }
  }
  return placed;
}

/** Lays a copied folder over what earlier commands made: what it holds itself is in effect. */
function layOver(placed: Placed[], into: string, folder: string, kindOf: KindOf): void {
  for (const [index, one] of placed.entries()) {
    const rest = one.kind === 'made' ? below(one.from, into) : null;
    if (!rest) continue;
    const to = normalize(folder + rest);
    if (kindOf(to) !== null) placed[index] = { ...one, to, kind: 'copy' };
  }
}

/** Sources and target of COPY and ADD, in either form. */
function copyOf(text: string): [readonly string[], string | null] {
  const bare = text.replace(/(?:^|\s)--[a-z-]+(?:=\S+)?/g, ' ').trim();
  const words = bare.startsWith('[')
    ? [...bare.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]!)
    : bare.split(/\s+/).map(unquoted);
  return words.length < 2 ? [[], null] : [words.slice(0, -1), words.at(-1)!];
}

/** Paths that a shell command writes: htpasswd, a redirection, cp, mv, touch, mkdir. */
function* madeBy(command: string): Iterable<{ path: string; folder?: boolean; of?: string }> {
  for (const part of command.split(/&&|\|\||;|\n/)) {
    const words = part.trim().split(/\s+/).map(unquoted);
    const tool = words.find((word) => /(?:^|\/)(?:htpasswd|htdigest|cp|mv|touch|mkdir|ln|tee|install)$/.test(word));
    for (const match of part.matchAll(/>>?\s*["']?(\/[\w./-]+)/g)) yield { path: match[1]! };
    if (!tool) continue;
    const paths = words
      .slice(words.indexOf(tool) + 1)
      .filter((word) => /^\/?[\w./-]+$/.test(word) && word.includes('/'));
    if (/mkdir$/.test(tool)) for (const path of paths) yield { path: normalize(path), folder: true };
    else if (/(?:cp|mv|ln|install)$/.test(tool)) {
      const last = paths.at(-1);
      if (last?.startsWith('/')) yield { path: normalize(last), of: basename(normalize(paths[0]!)) };
    } else for (const path of paths) if (path.startsWith('/')) yield { path: normalize(path) };
  }
}

function unquoted(word: string): string {
  return word.replace(/^(["'])(.*)\1$/, '$2');
}

/** Lines that a backslash ends go on in the next; comments between them, and blank lines, are left out. */
function* instructionsOf(source: Source): Iterable<Instruction> {
  const lines = source.text.split('\n');
  for (let at = 0; at < lines.length; ) {
    const first = at;
    let joined = '';
    for (let goesOn = true; goesOn && at < lines.length; at++) {
      const line = lines[at]!.replace(/\r$/, '');
      goesOn = joined !== '';
      if (/^\s*#/.test(line) || (goesOn && line.trim() === '')) continue;
      goesOn = /[\\`][ \t]*$/.test(line);
      joined += goesOn ? line.replace(/[\\`][ \t]*$/, ' ') : line;
    }
    const match = /^\s*([A-Za-z]+)\s+([\s\S]*\S)/.exec(joined);
    if (!match) continue;
    const [, name = '', text = ''] = match;
    const body = hereIn(text, lines, at);
    at = body.end;
    const start = source.startOf(first + 1);
    const where = { source, start: start + lines[first]!.search(/\S/), end: start + lines[first]!.length };
    yield { name: name.toUpperCase(), text: text + body.commands, where };
  }
}

/** The here-documents of an instruction, whose lines begin at `from`: where they end, and what a shell takes for commands. */
function hereIn(text: string, lines: readonly string[], from: number): { end: number; commands: string } {
  const isScript = /^(?:--\S+\s+)*(?:(?:\/bin\/)?(?:ba|da|a)?sh\s[^<]*)?<</.test(text);
  let end = from;
  let commands = '';
  for (const [, tabs, , word] of text.matchAll(/(?<!<)<<(-?)(["']?)(\w+)\2/g)) {
    const closes = (line: string): boolean => (tabs ? line.replace(/^\t+/, '') : line).trimEnd() === word;
    const stop = lines.findIndex((line, index) => index >= end && closes(line));
    if (stop < 0) break;
    if (isScript) commands += `\n${lines.slice(end, stop).join('\n')}`;
    end = stop + 1;
  }
  return { end, commands };
}
