import type { Reason } from '../predict/answer.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import { locate, type Where } from '../text/source.ts';
import { rules } from './index.ts';
import {
  type Confidence,
  type Draft,
  type Edit,
  type Rule,
  recommended,
  type Selection,
  type Severity,
  type Unit,
} from './rule.ts';
import { suppress } from './suppress.ts';
import { meta as unexplained } from './unexplained.ts';
import { badByCause, visitorGets } from './verdicts.ts';

/** One mistake, at the place to change. Lines and columns are made when it is shown. */
export interface Finding {
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

/** Applies the selected rules; a bad verdict that no rule explains is a finding of its own. */
export function runRules(units: readonly Unit[], selection: Selection = recommended): Finding[] {
  const selected = rules.filter(({ meta }) => selection(meta));
  const findings = new Map<string, Finding>();
  const add = (rule: Rule['meta'], draft: Draft): void => {
    const { file, line, column } = locate(draft.where);
    const key = `${rule.id}\0${file}\0${line}\0${column}`;
    if (!findings.has(key)) findings.set(key, finding(rule, draft));
  };
  for (const unit of units) {
    const explained = new Set<ReasonCode>();
    for (const { meta, check } of selected) {
      for (const draft of check(unit)) {
        add(meta, draft);
        if ((draft.severity ?? meta.severity) !== 'info') for (const code of meta.explains) explained.add(code);
      }
    }
    for (const [code, list] of badByCause(unit.places)) {
      if (explained.has(code)) continue;
      for (const { judged, reason } of list) add(unexplained, unexplainedDraft(judged, reason));
    }
  }
  return suppress(
    [...findings.values()],
    units.flatMap(({ sources }) => sources),
  );
}

function finding(meta: Rule['meta'], draft: Draft): Finding {
  const { message, help, where, scope = null, related = [], fix = [] } = draft;
  const { id, severity, confidence } = meta;
  return {
    rule: id,
    severity: draft.severity ?? severity,
    confidence: draft.confidence ?? confidence,
    message,
    help,
    where,
    scope,
    related,
    fix,
  };
}

function unexplainedDraft({ verdict, place }: JudgedPlace, cause: Reason): Draft {
  return {
    message: `${visitorGets(verdict)} at ${place.target}: ${cause.message}`,
    help: 'compare the chain of reasons that authlint predict prints for this place with what you mean',
    where: cause.where ?? place.where,
    scope: place.id,
  };
}
