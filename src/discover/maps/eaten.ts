import type { FileHost } from '../../host/host.ts';
import { dirname, join } from '../../host/paths.ts';
import { Source, type Span } from '../../text/source.ts';
import { recognise } from '../recognise.ts';
import { type Env, firstTaken, mayHoldHash, readEnv, undoubledHashes } from './interpolation.ts';
import { wholeText } from './whole.ts';
import { entriesAt, itemsAt, readYaml, textAt, valueAt, type Yaml } from './yaml.ts';

/** A hash, or a variable of nginx, whose dollar signs compose takes for the beginning of its own variables. */
export interface Eaten {
  readonly what: 'hash' | 'variable';
  /** What holds it: `the label traefik.http.middlewares.staff.basicauth.users`. */
  readonly holder: string;
  /** A part of it is lost; else only older releases refuse it. */
  readonly cut: boolean;
  /** It stands in a file of variables, where single quotes keep it too. */
  readonly inVariables: boolean;
  readonly where: Span;
}

/** What in compose files, and in the files of variables that they name, does not arrive as it was meant. */
export async function eatenIn(host: FileHost, files: readonly string[]): Promise<Eaten[]> {
  const eaten = new Map<string, Eaten>();
  const take = (one: Eaten): void => void eaten.set(`${one.where.source.path}:${one.where.start}`, one);
  for (const file of files) {
    const text = wholeText(host, file);
    const beside = `${dirname(file)}/.env`;
    const variables = wholeText(host, beside);
    const named = text?.includes('env_file');
    const holds = text !== null && mayHoldHash.test(text);
    const contents = text !== null && /^[ \t]+content:[ \t]*\|/m.test(text);
    if (text === null || !(holds || named || contents || (variables !== null && mayHoldHash.test(variables)))) continue;
    const known = readEnv(variables ?? '');
    for (const document of await readYaml(file, text, host.display(file))) {
      if (holds) for (const one of inValues(document, known)) take(one);
      for (const one of inContents(document, known)) take(one);
      for (const name of envFilesOf(document)) {
        const path = join(dirname(file), name);
        for (const one of inVariables(host, path, wholeText(host, path), known, null)) take(one);
      }
    }
    for (const one of inVariables(host, beside, variables, known, text)) take(one);
  }
  return [...eaten.values()];
}

/** Sections of a service whose entries have names. */
const sections: Readonly<Record<string, string>> = {
  environment: 'the environment variable',
  labels: 'the label',
  args: 'the build argument',
};

function* inValues(node: Yaml, known: Env, key = '', section = ''): Iterable<Eaten> {
  for (const entry of node.entries) yield* inValues(entry.value, known, entry.key, key);
  for (const item of node.items) yield* inValues(item, known, key, key);
  if (node.text === null) return;
  const { source, start, end } = node.span;
  const written = source.text.slice(start, end);
  for (const one of undoubledHashes(written, known)) {
    const name = /^["']?([\w.-]+)\s*=/.exec(written)?.[1];
    const kind = sections[section];
    const called = section === key ? name : key;
    yield {
      what: 'hash',
      holder: kind && called !== undefined ? `${kind} ${called}` : `the ${key}`,
      cut: one.cut,
      inVariables: false,
      where: { source, start: start + one.start, end: start + one.end },
    };
  }
}

/** Variables of nginx in configuration that stands in a compose file: compose takes them for its own. */
function* inContents(document: Yaml, known: Env): Iterable<Eaten> {
  for (const { key, value } of entriesAt(document, 'configs')) {
    const content = valueAt(value, 'content');
    if (!content?.text || !recognise(`/${key}`, content.text)?.startsWith('nginx')) continue;
    const { source, start, end } = content.span;
    const taken = firstTaken(source.text.slice(start, end), known);
    if (!taken) continue;
    const where = { source, start: start + taken.start, end: start + taken.end };
    yield { what: 'variable', holder: `the config ${key}`, cut: true, inVariables: false, where };
  }
}

/** Files of variables that services name, but those that are taken as they are. Source: the Compose specification, `env_file`. */
function envFilesOf(document: Yaml): string[] {
  return entriesAt(document, 'services').flatMap(({ value }) => {
    const named = valueAt(value, 'env_file');
    return (named?.text ? [named] : itemsAt(named)).flatMap((one) => {
      if (textAt(one, 'format') === 'raw') return [];
      const path = one.text ?? textAt(one, 'path');
      return path === null || path.includes('$') ? [] : [path];
    });
  });
}

/** `usedBy`: a compose file that takes variables out of the file by their names; null: all go to the container. */
function* inVariables(
  host: FileHost,
  path: string,
  text: string | null,
  known: Env,
  usedBy: string | null,
): Iterable<Eaten> {
  if (text === null || !mayHoldHash.test(text)) return;
  const source = new Source(path, text, host.display(path));
  for (const match of text.matchAll(/^([ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*)([^\s'][^\n]*)$/gm)) {
    const [, before, name, value] = match as unknown as [string, string, string, string];
    const used =
      usedBy === null || new RegExp(`\\$\\{?${name}\\b|^[ \\t]*-[ \\t]+["']?${name}["']?[ \\t]*$`, 'm').test(usedBy);
    if (!used || /\\\$/.test(value)) continue;
    for (const one of undoubledHashes(value, known)) {
      if (!one.cut) continue;
      const start = match.index + before.length + one.start;
      yield {
        what: 'hash',
        holder: `the variable ${name}`,
        cut: true,
        inVariables: true,
        where: { source, start, end: start + one.end - one.start },
      };
    }
  }
}
