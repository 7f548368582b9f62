import type { CaseFile, Setup } from '../case.ts';
import type { Seeded } from '../seeded.ts';
import { type Corpus, isConfiguration, textOf } from './corpus.ts';

const passwordName = /(?:users?|passwd|htpasswd|guests|mixed|digests?|groups?|secret)[^/]*$/i;

/** Changes of one line; `other`: a line of another file. */
const lineChanges: readonly ((line: string, other: string) => readonly string[])[] = [
  () => [],
  (line) => [line, line],
  (line) => [`${line} `],
  (line) => [` ${line}`],
  (line) => [`${line}\r`],
  (line) => [line.replace(':', ':\0')],
  (line) => [`# ${line}`],
  (line) => [`${line.split(':')[0]}:{PLAIN}correct horse`, line],
  (line, other) => [`${line.split(':')[0]}:${other.split(':').slice(1).join(':')}`],
  (line) => [line.replace(':', ' : ')],
  (line) => [`${line}:comment`],
  (line) => [line.slice(0, -1)],
  (line, other) => [other, line],
  (line) => [line.replace(/^[^:]*/, (user) => user.toUpperCase())],
];

const wholeChanges: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/\n$/, ''),
  (text) => `\u{feff}${text}`,
  () => '',
];

const modes = ['0600', '0640', '0604', '0060', '0000', '0444', '0644'];
const owners = ['root', 'www-data', 'root:www-data', 'www-data:root', 'nobody'];

const isList = (name: string): boolean => passwordName.test(name) && !isConfiguration(name);

/** Changes a password or group file, or what lies where it should; says which. */
export function changeFile(files: Record<string, CaseFile>, corpus: Corpus, random: Seeded): string | null {
  const names = Object.keys(files).filter(isList);
  if (names.length === 0) return null;
  const name = random.pick(names);
  const file = files[name]!;
  const text = textOf(file) ?? '';
  const put = (other: string): void => {
    const { mode, owner } = typeof file === 'string' ? {} : file;
    files[name] = { text: other, ...(mode !== undefined && { mode }), ...(owner !== undefined && { owner }) };
  };
  const kind = random.below(8);
  if (kind < 4) {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    const others = entriesOf(corpus.bases.map(({ setup }) => setup));
    const change = random.below(lineChanges.length);
    lines.splice(at, 1, ...lineChanges[change]!(lines[at]!, random.pick(others)));
    put(lines.join('\n'));
    return `line ${at + 1} of ${name} (${change})`;
  }
  if (kind === 4) {
    put(random.pick(wholeChanges)(text));
    return `text of ${name}`;
  }
  if (kind === 5) {
    files[name] = { text, mode: random.pick(modes), owner: random.pick(owners) };
    return `mode of ${name}`;
  }
  if (kind === 6) {
    const short = name.split('/').at(-1)!;
    files[`${name}.real`] = file;
    files[name] = { symlink: random.pick([`@ROOT@/${name}.real`, `${short}.real`, 'nowhere', short]) };
    return `link at ${name}`;
  }
  if (random.once(2)) files[name] = { dir: true };
  else delete files[name];
  return `no file at ${name}`;
}

/** Lines of password files of all cases. */
function entriesOf(setups: readonly Setup[]): readonly string[] {
  return setups.flatMap(({ files }) =>
    Object.entries(files)
      .filter(([name]) => isList(name))
      .flatMap(([, file]) => (textOf(file) ?? '').split('\n'))
      .filter((line) => line.includes(':')),
  );
}
