import fs from 'node:fs';
import path from 'node:path';
import type { Level, Ruling } from '../rules/rule.ts';
import { type Levels, type Preset, type RuleChoice, rulingOf } from '../settings/ruling.ts';
import type { SettingsDocument } from '../settings/schema.ts';
import { harmless } from '../text/printable.ts';
import { isUntrusted, refuseOutside } from './untrusted.ts';
import { UsageError, type Values } from './usage.ts';

/** What a run goes by: the command line, laid over the configuration file where there is one. */
export interface Settled {
  readonly values: Values;
  /** What is to be judged: as asked for, else what stands for the server's root, else the working directory. */
  readonly paths: readonly string[];
  readonly choice: RuleChoice;
  readonly ruling: Ruling;
  /** The configuration file; null: none was found. */
  readonly file: string | null;
}

export async function settle(operands: readonly string[], values: Values): Promise<Settled> {
  const found = configFile(values);
  const settings: SettingsDocument = found ? await settingsFrom(found) : {};
  const folder = found ? path.dirname(found.file) : process.cwd();
  const local = (name: string): string => path.resolve(folder, name);
  const choice: RuleChoice = {
    preset: (values.preset ?? settings.extends ?? 'recommended') as Preset,
    rules: (settings.rules ?? {}) as Levels,
    overrides: await Promise.all(
      (settings.overrides ?? []).map(async ({ files, rules }) => ({
        matches: await matcher(files, folder),
        rules: rules as Levels,
      })),
    ),
    ignored: await matcher(settings.ignore ?? [], folder),
    last: await levelsOf(values.rule ?? []),
    comments: values['inline-config'] ?? settings.inlineConfig ?? true,
  };
  const fallback = <K extends keyof Values>(name: K, value: Values[K]): object =>
    values[name] === undefined && value !== undefined ? { [name]: value } : {};
  const maps = Object.entries(settings.maps ?? {}).map(([server, name]) => `${server}=${local(name)}`);
  const filled: Values = {
    ...values,
    ...fallback('fail-on', settings.failOn),
    ...fallback('root', settings.root && local(settings.root)),
    ...fallback('platform', settings.platform),
    ...fallback('baseline', settings.baseline && local(settings.baseline)),
    ...(maps.length > 0 && { map: [...(values.map ?? []), ...maps] }),
  };
  const own = operands.length > 0 ? [] : (settings.paths ?? []).map(local);
  // its maps and root are looked at with the options
  const baseline = settings.baseline && filled.baseline;
  if (isUntrusted(values)) refuseOutside(baseline ? [...own, baseline] : own);
  const paths = pathsOf([...operands, ...own], filled);
  return { values: filled, paths, choice, ruling: rulingOf(choice), file: found?.file ?? null };
}

/** What is judged: the paths asked for, else the server's root where one is given. */
function pathsOf(asked: readonly string[], { root = '.' }: Values): readonly string[] {
  return asked.length > 0 ? asked : [root];
}

/** `ID=LEVEL` pairs of --rule. */
async function levelsOf(pairs: readonly string[]): Promise<Levels> {
  if (pairs.length === 0) return {};
  const { metas } = await import('../rules/index.ts');
  const levels: Record<string, Level> = {};
  for (const pair of pairs) {
    const [id, level] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (!pair.includes('=')) throw new UsageError(`--rule takes ID=off|info|warning|error, not ${harmless(pair)}`);
    if (!metas.some((meta) => meta.id === id)) {
      const { didYouMean } = await import('../text/nearest.ts');
      const ids = metas.map((meta) => meta.id);
      throw new UsageError(`no rule is called ${harmless(id)}${didYouMean(id, ids, 4)}`);
    }
    if (!isLevel(level)) throw new UsageError(`--rule ${id} takes one of ${names.join(', ')}, not ${harmless(level)}`);
    levels[id] = level;
  }
  return levels;
}

const names: readonly string[] = ['off', 'info', 'warning', 'error'];

function isLevel(text: string): text is Level {
  return names.includes(text);
}

interface ConfigFile {
  readonly file: string;
  readonly text: string;
  /** The key that holds the settings. */
  readonly below: readonly string[];
}

const fileNames = ['authlint.config.json', 'authlint.config.yaml', 'authlint.config.yml'];
/** No configuration that people wrote is larger, in bytes. */
const sizeLimit = 1 << 20;

/** The file of --config-file, or the nearest one from the working directory up to the top of the checkout. */
function configFile(values: Values): ConfigFile | null {
  const given = values['config-file'];
  if (given !== undefined) {
    const text = textOf(path.resolve(given));
    if (text === null) throw new UsageError(`--config-file ${harmless(given)} cannot be read`);
    return { file: path.resolve(given), text, below: path.basename(given) === 'package.json' ? ['authlint'] : [] };
  }
  if (values['config-lookup'] === false) return null;
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    const found = configIn(folder);
    if (found) return found;
    if (folder === path.dirname(folder) || fs.existsSync(path.join(folder, '.git'))) return null;
  }
}

function configIn(folder: string): ConfigFile | null {
  for (const name of fileNames) {
    const file = path.join(folder, name);
    const text = regular(file) ? textOf(file) : null;
    if (text !== null) return { file, text, below: [] };
  }
  const file = path.join(folder, 'package.json');
  const text = regular(file) ? textOf(file) : null;
  // most have no such key, and reading it as data costs more than this look
  if (!text || !/"authlint"\s*:\s*\{/.test(text)) return null;
  try {
    return (JSON.parse(text) as Record<string, unknown>).authlint ? { file, text, below: ['authlint'] } : null;
  } catch {
    return null;
  }
}

/** A link could bring in, and a complaint then show, a file from elsewhere. */
function regular(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function textOf(file: string): string | null {
  try {
    return fs.statSync(file).size <= sizeLimit ? fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '') : null;
  } catch {
    return null;
  }
}

async function settingsFrom({ file, text, below }: ConfigFile): Promise<SettingsDocument> {
  const { readSettings } = await import('../settings/read.ts');
  const read = readSettings(text, below);
  if ('settings' in read) return read.settings;
  const shown = harmless(path.relative(process.cwd(), file) || file);
  const lines = read.problems.map(({ line, column, message }) => `${shown}:${line}:${column}: ${message}`);
  throw new UsageError(lines.join('\nauthlint: '));
}

/** Whether a file (as shown, or absolute) matches one of the patterns, which are seen from a folder. */
async function matcher(patterns: string | readonly string[], folder: string): Promise<(file: string) => boolean> {
  const list = typeof patterns === 'string' ? [patterns] : patterns;
  if (list.length === 0) return () => false;
  const { patternsOf } = await import('../host/walk.ts');
  const matching = await patternsOf(list);
  return (file) => {
    const below = path.relative(folder, path.resolve(file)).split(path.sep).join('/');
    return below !== '' && !below.startsWith('../') && !path.isAbsolute(below) && matching.ignores(below);
  };
}
