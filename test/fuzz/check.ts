import { MemoryHost } from '../../src/host/memory.ts';
import { type Load, loaderOf } from '../../src/load.ts';
import type { ServerName } from '../../src/predict/answer.ts';
import { documentOf } from '../../src/report/document.ts';
import { plainRuling } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run.ts';
import { readNginxFile } from '../../src/syntax/nginx.ts';
import type { Directive } from '../../src/syntax/tree.ts';
import { Source } from '../../src/text/source.ts';
import { readUnit } from '../../src/unit.ts';
import { readApacheFile } from '../apache-tree.ts';
import { caseRoot } from '../conformance/layout.ts';
import type { Files } from './mutate.ts';

/** A server root that is read from its main file. */
export interface Root {
  readonly server: ServerName;
  readonly entry: string;
  readonly files: Files;
}

const loads: Readonly<Record<ServerName, Load>> = { apache: await loaderOf('apache'), nginx: await loaderOf('nginx') };
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** What a check says is wrong, or what it threw. */
export async function thrownBy(check: () => Promise<string | null>): Promise<string | null> {
  try {
    return await check();
  } catch (error) {
    return String((error as Error).stack);
  }
}

/** Runs everything over a root; what is wrong with the run, or null. Time is the caller's to judge. */
export async function fault({ server, entry, files }: Root): Promise<string | null> {
  for (const text of Object.values(files)) {
    const wrong = faultOfReaders(text);
    if (wrong) return wrong;
  }
  const once = await judged({ server, entry, files });
  const lines = new Map(
    Object.entries(files).map(([name, text]) => [`${caseRoot}/${name}`, text.split('\n').map((line) => line.length)]),
  );
  for (const { file, line, column, endLine, endColumn } of once.findings) {
    const lengths = lines.get(file);
    if (!lengths) return `a finding names the file ${file}`;
    const inside = (at: number, place: number): boolean =>
      at >= 1 && at <= lengths.length && place >= 1 && place <= lengths[at - 1]! + 2;
    if (!inside(line, column) || !inside(endLine, endColumn))
      return `a finding stands at ${file}:${line}:${column}-${endLine}:${endColumn}`;
  }
  const again = await judged({ server, entry, files });
  return JSON.stringify(once) === JSON.stringify(again) ? null : 'two runs differ';
}

async function judged({ server, entry, files }: Root) {
  const given = Object.entries(files).map(([name, text]) => [`${caseRoot}/${name}`, { bytes: bytes(text) }] as const);
  const host = new MemoryHost({ '/dev/null': { bytes: new Uint8Array() }, ...Object.fromEntries(given) });
  const unit = readUnit(loads[server], host, `${caseRoot}/${entry}`, { fragment: false, platform: 'glibc' });
  const scopes = unit.places.map((place) => ({ ...place, server }));
  const shared = { assumptions: [], troubles: [], files: new Map(), read: 0, milliseconds: 0, passwordFiles: [] };
  return documentOf({
    findings: await runRules(
      [unit],
      plainRuling(() => true),
    ),
    scopes,
    ...shared,
  });
}

/** Spans lie in the file, in order and within their parents; what stands at a name's span is the name. */
function faultOfReaders(text: string): string | null {
  for (const read of [readApacheFile, readNginxFile]) {
    const source = new Source('/x', text);
    const wrong = misplaced(read(source).directives, text, 0);
    if (wrong) return `${read.name}: ${wrong}`;
  }
  return null;
}

function misplaced(directives: readonly Directive[], text: string, from: number): string | null {
  let last = from;
  for (const { name, start, end, nameEnd, args, children } of directives) {
    if (start < last || nameEnd < start || end < nameEnd || end > text.length)
      return `${start}..${nameEnd}..${end} after ${last}`;
    if (name.length === nameEnd - start && text.slice(start, nameEnd) !== name) return `no name at ${start}`;
    let at = nameEnd;
    for (const one of args) {
      if (one.start < at || one.end < one.start || one.end > end)
        return `argument ${one.start}..${one.end} in ${start}..${end}`;
      at = one.end;
    }
    last = end;
    const wrong = children && misplaced(children, text, end);
    if (wrong) return wrong;
  }
  return null;
}
