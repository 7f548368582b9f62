import type { CheckDocument, FindingEntry } from './contract.ts';
import { fingerprints } from './fingerprint.ts';

/** Findings that were there when the file was written: they are listed and do not fail a run. */
export interface Baseline {
  readonly version: 1;
  /** Rule and file are for people; the fingerprint decides. */
  readonly findings: readonly { readonly rule: string; readonly file: string; readonly fingerprint: string }[];
}

/** The content of a baseline file, or null where it is none. */
export function parseBaseline(text: string): Baseline | null {
  try {
    const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: unknown };
    const sound =
      version === 1 && Array.isArray(findings) && findings.every((one) => typeof one?.fingerprint === 'string');
    return sound ? { version, findings } : null;
  } catch {
    return null;
  }
}

/** The document with its old findings marked. */
export function marked(document: CheckDocument, { findings }: Baseline): CheckDocument {
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  const prints = fingerprints(document.findings);
  return {
    ...document,
    findings: document.findings.map((finding, index) =>
      known.has(prints[index]!) ? { ...finding, old: true } : finding,
    ),
  };
}

/** The baseline that a run leaves: of an earlier one what is still there, and, where it is to grow, what is new. */
export function baselineOf(findings: readonly FindingEntry[], earlier: Baseline | null): Baseline {
  const known = earlier && new Set(earlier.findings.map(({ fingerprint }) => fingerprint));
  const prints = fingerprints(findings);
  const kept = findings
    .map(({ rule, file }, index) => ({ rule, file, fingerprint: prints[index]! }))
    .filter(({ fingerprint }) => !known || known.has(fingerprint));
  return { version: 1, findings: kept };
}
