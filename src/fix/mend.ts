import type { JudgedPlace } from '../predict/judge.ts';
import type { Result } from '../report/result.ts';
import type { Edit } from '../rules/rule.ts';
import type { Finding } from '../rules/run.ts';
import { grouped } from '../text/grouped.ts';
import { locate } from '../text/source.ts';
import { edited } from './edits.ts';

/** A file's text (bytes) before and after its edits. */
interface Mended {
  readonly before: string;
  readonly after: string;
}

export interface Mending {
  /** Files that change, by their names as shown to people. */
  readonly files: ReadonlyMap<string, Mended>;
  /** What a run finds after the edits. */
  readonly result: Result;
  /** How many findings are mended. */
  readonly count: number;
  /** Findings whose edits are not made, with the reason as a clause. */
  readonly refused: readonly { readonly finding: Finding; readonly why: string }[];
}

/** Runs over everything with some files replaced: their new texts by name as shown. */
export type Look = (texts: ReadonlyMap<string, string>) => Promise<Result>;

/** Runs in all: a mended mistake may bring the next one to light, again and again. */
const lookLimit = 200;

/**
 * Makes the edits of findings, in memory. After each the whole is judged anew: an edit stays only where its finding is
 * gone, no place is more open than before and none that worked has stopped to. `read`: a file's text by its name.
 */
export async function mend(look: Look, read: (file: string) => string | null): Promise<Mending> {
  const originals = new Map<string, string>();
  let texts = new Map<string, string>();
  let result = await look(texts);
  let looks = 1;
  let count = 0;
  const refused = new Map<string, { finding: Finding; why: string }>();

  const textOf = (file: string): string | null => {
    const known = texts.get(file) ?? originals.get(file);
    if (known !== undefined) return known;
    const text = read(file);
    if (text !== null) originals.set(file, text);
    return text;
  };
  /** Tries the edits of some findings together; the reason why not, or null where they were made. */
  const attempt = async (findings: readonly Finding[]): Promise<string | null> => {
    const next = new Map(texts);
    for (const [file, edits] of byFile(findings.flatMap(({ fix }) => fix))) {
      const text = textOf(file);
      const fresh = text === null ? null : edited(text, edits);
      if (fresh === null) return 'the text is not the one that was judged';
      next.set(file, fresh);
    }
    const after = await look(next);
    looks++;
    const why = complaint(result, after, findings);
    if (why !== null) return why;
    texts = next;
    result = after;
    count += findings.length;
    return null;
  };

  while (looks < lookLimit) {
    const open = result.findings.filter((finding) => finding.fix.length > 0 && !refused.has(keyOf(finding)));
    if (open.length === 0) break;
    const together = compatible(open, textOf);
    // where some do harm together, half of them are tried, down to the one that does
    for (let tried = together.length > 0 ? together : open.slice(0, 1); looks < lookLimit; ) {
      const why = await attempt(tried);
      if (why === null) break;
      if (tried.length === 1) {
        refused.set(keyOf(tried[0]!), { finding: tried[0]!, why });
        break;
      }
      tried = tried.slice(0, Math.ceil(tried.length / 2));
    }
  }
  const files = new Map<string, Mended>();
  for (const [file, after] of texts) {
    const before = originals.get(file)!;
    if (before !== after) files.set(file, { before, after });
  }
  return { files, result, count, refused: [...refused.values()] };
}

function byFile(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  return grouped(edits, ({ where }) => locate(where).file);
}

/** Findings whose edits can be made at once, the first of those that touch each other. */
function compatible(findings: readonly Finding[], textOf: (file: string) => string | null): Finding[] {
  const made = new Map<string, readonly Edit[]>();
  return findings.filter(({ fix }) => {
    const own = [...byFile(fix)].map(([file, edits]) => [file, [...(made.get(file) ?? []), ...edits]] as const);
    for (const [file, edits] of own) {
      const text = textOf(file);
      if (text === null || edited(text, edits) === null) return false;
    }
    for (const [file, edits] of own) made.set(file, edits);
    return true;
  });
}

function keyOf({ rule, file, message }: Finding): string {
  return `${rule}\0${file}\0${message.replace(/ \(and at \d+ more places?\)|\d+/g, '')}`;
}

/** What speaks against edits, given what is found before and after them; null: nothing. */
function complaint(before: Result, after: Result, mended: readonly Finding[]): string | null {
  const left = new Map<string, number>();
  for (const key of before.findings.map(keyOf)) left.set(key, (left.get(key) ?? 0) + 1);
  const gone = new Set(mended.map(keyOf));
  for (const key of mended.map(keyOf)) left.set(key, left.get(key)! - 1);
  const passwords = new Set(after.passwordFiles);
  for (const finding of after.findings) {
    const key = keyOf(finding);
    const allowed = left.get(key);
    if (allowed === undefined) {
      // in a configuration it stood behind the other; entries do not hide each other
      if (finding.severity !== 'info' && passwords.has(finding.file)) return 'it would bring another mistake';
      continue;
    }
    if (allowed === 0 && gone.has(key)) return 'it would not be enough';
    left.set(key, allowed - 1);
  }
  return opens(before.scopes, after.scopes);
}

/** Whether some place would be more open, or no longer work, than it was. */
function opens(before: readonly JudgedPlace[], after: readonly JudgedPlace[]): string | null {
  const earlier = byPlace(before);
  const later = byPlace(after);
  for (const [place, list] of earlier) {
    const now = later.get(place) ?? [];
    if (now.length < list.length) return 'a place would no longer be protected';
    if (count(now, works) < count(list, works)) return 'a place that works would stop to';
  }
  for (const [place, list] of later) {
    const then = earlier.get(place) ?? [];
    if (count(list, isOpen) > count(then, isOpen)) return 'a place would be open to all';
    // what nobody can tell is not certain to be closed
    if (count(list, isDark) > count(then, isDark)) return 'nobody could tell who gets in';
  }
  return null;
}

function byPlace(scopes: readonly JudgedPlace[]): ReadonlyMap<string, readonly JudgedPlace[]> {
  return grouped(
    scopes,
    ({ place, server }) => `${server}\0${place.request.host}\0${place.target}\0${locate(place.where).file}`,
  );
}

function count(scopes: readonly JudgedPlace[], what: (scope: JudgedPlace) => boolean): number {
  return scopes.filter(what).length;
}

const works = ({ verdict }: JudgedPlace): boolean => verdict === 'works';
const isOpen = ({ verdict, anonymous, invalid }: JudgedPlace): boolean =>
  verdict === 'open' || anonymous.status === 'pass' || invalid.status === 'pass';
const isDark = ({ anonymous }: JudgedPlace): boolean => anonymous.status === 'unknown';
