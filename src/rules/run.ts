import type { Reason, StartError } from '../predict/answer.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import { type Location, locate, type Where } from '../text/source.ts';
import { branchOf, isDoubtful, together } from '../text/template.ts';
import {
  type Confidence,
  type Draft,
  type Edit,
  plainRuling,
  type Rule,
  type RuleHead,
  type Ruling,
  type Severity,
  type Unit,
} from './rule.ts';
import { commentsByFile, meta as idleComment, suppress } from './suppress.ts';
import { meta as unexplained } from './unexplained.ts';
import { badByCause, visitorGets } from './verdicts.ts';

/** One mistake, at the place to change: `where` is told in lines and columns too. */
export interface Finding extends Location {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly help: string;
  readonly where: Where;
  /** The protected place that it breaks; null where it is no single one. */
  readonly scope: string | null;
  readonly related: readonly { readonly message: string; readonly where: Where }[];
  readonly fix: readonly Edit[];
}

/** Applies the rules; a bad verdict that no rule explains is a finding of its own. */
export async function runRules(units: readonly Unit[], ruling: Ruling = plainRuling()): Promise<Finding[]> {
  const selected = new Map<Unit['server'], readonly Rule[]>();
  const findings: Finding[] = [];
  const told = new Told();
  const cut = cutHashes(units);
  /** Adds a finding at the level that was chosen; whether its rule says anything there, though it may be off. */
  const add = (rule: RuleHead, draft: Draft): boolean => {
    const at = locate(draft.where);
    const level = ruling.level(rule, at.file);
    if (level === 'off' || level === 'absent') return level === 'off';
    if (
      cut.size > 0 &&
      rule.server === 'passwords' &&
      rule.id !== 'compose-dollar-interpolation' &&
      cut.has(placeOf(at))
    )
      return true;
    if (told.isNew(rule.id, at)) findings.push(finding(rule, draft, level ?? draft.severity ?? rule.severity, at));
    return true;
  };
  for (const unit of units) {
    const explained = new Set<ReasonCode | JudgedPlace>();
    if (!selected.has(unit.server)) {
      const rules = await rulesFor(unit.server);
      selected.set(
        unit.server,
        rules.filter(({ meta }) => ruling.applies(meta)),
      );
    }
    for (const { meta, check } of selected.get(unit.server)!) {
      for (const found of check(unit)) {
        const draft = settled(found, meta);
        if (!draft) continue;
        // what was turned off is explained too: it is not to come back as a mistake without a name
        if (!add(meta, draft)) continue;
        if ((draft.severity ?? meta.severity) !== 'info')
          for (const one of draft.covers ?? meta.explains) explained.add(one);
      }
    }
    const [refusal] = unit.startErrors;
    if (refusal?.where && !explained.has(refusal.code) && !isTold(findings, refusal.where)) {
      const draft = settled(refusalDraft(refusal, refusal.where), unexplained);
      if (draft) add(unexplained, draft);
    }
    for (const [code, list] of badByCause(unit.places)) {
      if (explained.has(code)) continue;
      for (const { judged, reason } of list)
        if (!explained.has(judged)) add(unexplained, unexplainedDraft(judged, reason));
    }
  }
  const comments = ruling.comments ? commentsByFile(units) : new Map();
  if (comments.size === 0) return findings;
  const { metas } = await import('./index.ts');
  const byId = new Map(metas.map((meta) => [meta.id, meta]));
  const applied = (id: string, file: string): boolean => {
    const meta = byId.get(id)!;
    return ruling.applies(meta) && ['off', 'absent'].every((level) => ruling.level(meta, file) !== level);
  };
  const { kept, idle } = suppress(findings, comments, [...byId.keys()], applied);
  const before = findings.length;
  for (const draft of idle) add(idleComment, draft);
  return [...kept, ...findings.slice(before)];
}

/** Where compose left out a part of a hash: what is left is damaged because of that alone. */
function cutHashes(units: readonly Unit[]): ReadonlySet<string> {
  return new Set(
    units.flatMap(({ eaten }) => eaten.filter((one) => one.cut).map(({ where }) => placeOf(locate(where)))),
  );
}

function placeOf({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

/** Where each rule has said something. */
class Told {
  readonly #places = new Map<string, Map<string, Set<number>>>();

  /** Whether a rule says something at a place for the first time. */
  isNew(rule: string, { file, line, column }: Location): boolean {
    let files = this.#places.get(rule);
    if (!files) {
      files = new Map();
      this.#places.set(rule, files);
    }
    // a number for each place: a text would be kept for each of thousands of findings
    const place = line * 2 ** 28 + column;
    const places = files.get(file);
    if (!places) files.set(file, new Set([place]));
    else if (places.has(place)) return false;
    else places.add(place);
    return true;
  }
}

/** The rules that may say something of a server, by their names. The other server's are not even loaded. */
async function rulesFor(server: Unit['server']): Promise<readonly Rule[]> {
  const [{ rules: own }, { rules: both }] = await Promise.all([
    server === 'nginx' ? import('./index-nginx.ts') : import('./index-apache.ts'),
    import('./index-both.ts'),
  ]);
  return [...own, ...both].sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1));
}

/**
 * A draft as far as a template allows one: null where its lines may not be put out, or not at once; no error where the
 * rule compares lines of which conditions may leave out some.
 */
function settled(draft: Draft, { explains, severity }: RuleHead): Draft | null {
  if (!('source' in draft.where) || !draft.where.source.template) return draft;
  const spans = [draft.where, ...(draft.related ?? []).map(({ where }) => where)].filter((one) => 'source' in one);
  if (isDoubtful(draft.where) || !together(spans)) return null;
  const own = branchOf(draft.where);
  const alike = spans.every((span) => branchOf(span) === own);
  const sure = alike && (explains.length > 0 || draft.where.source.template.branches.length === 0);
  return sure || (draft.severity ?? severity) !== 'error'
    ? draft
    : { ...draft, severity: 'warning', confidence: 'medium' };
}

function finding(meta: RuleHead, draft: Draft, severity: Severity, at: Location): Finding {
  const { message, where, confidence = meta.confidence, scope = null, related = none, fix = none } = draft;
  const { file, line, column, endLine, endColumn } = at;
  return {
    rule: meta.id,
    severity,
    confidence,
    message,
    help: draft.help ?? meta.docs.fix,
    file,
    line,
    column,
    endLine,
    endColumn,
    where,
    scope,
    related,
    fix,
  };
}

const none: readonly never[] = [];

function refusalDraft({ message }: StartError, where: Where): Draft {
  return { message: `the server refuses to start: ${message}`, where };
}

/** Whether a finding stands on a line. */
function isTold(findings: readonly Finding[], where: Where): boolean {
  const { file, line } = locate(where);
  return findings.some((one) => one.line === line && one.file === file);
}

function unexplainedDraft(judged: JudgedPlace, cause: Reason): Draft {
  const { place } = judged;
  return {
    message: `${visitorGets(judged)} at ${place.target}: ${cause.message}`,
    help: 'compare the chain of reasons that authlint predict prints for this place with what you mean',
    where: cause.where ?? place.where,
    scope: place.id,
  };
}
