import type { RuleMeta } from '../rules/rule.ts';
import { grouped } from '../text/grouped.ts';
import type { FindingEntry, Stretch } from './contract.ts';
import { fileUri, jsonText, oneLine } from './escaping.ts';
import { fingerprints } from './fingerprint.ts';
import type { DeclaringReport } from './format.ts';
import { withHelp } from './wording.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;
const precisions = { certain: 'very-high', high: 'high', medium: 'medium' } as const;
/** GitHub orders security alerts by this number. */
const securitySeverities = { error: '8.0', warning: '5.0', info: '2.0' } as const;

const base = 'SRCROOT';

/** SARIF 2.1.0 as code scanning takes it. Source: OASIS standard, "Static Analysis Results Interchange Format". */
export function report({ document, rules, version, directory }: DeclaringReport): string {
  const known = new Map(rules.map(({ id }, index) => [id, index]));
  const declared = [...rules.map(descriptor), ...undeclared(document.findings, known)];
  const prints = fingerprints(document.findings);
  const notifications = document.troubles.map((text) => ({ level: 'error', message: { text: oneLine(text) } }));
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'authlint', version, semanticVersion: version, rules: declared },
        },
        originalUriBaseIds: { [base]: { uri: `${fileUri(directory).replace(/\/$/, '')}/` } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: document.troubles.length === 0,
            ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
          },
        ],
        results: document.findings.map((finding, index) => result(finding, known, prints[index]!)),
        ...(document.shard && { properties: { shard: document.shard } }),
      },
    ],
  });
}

function descriptor({ id, title, severity, confidence, server, docs }: RuleMeta): object {
  const text = `${docs.visitor}\n\n${docs.why}\n\nFix: ${docs.fix}\n\nFine when: ${docs.fine}`;
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: docs.why || title },
    help: { text },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      precision: precisions[confidence],
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
      'security-severity': securitySeverities[severity],
      tags: ['security', 'authentication', server],
    },
  };
}

/** Findings of rules that are not in the list (a merge of results of another version): declared by name alone. */
function undeclared(findings: readonly FindingEntry[], known: Map<string, number>): object[] {
  const out: object[] = [];
  for (const { rule } of findings) {
    if (known.has(rule)) continue;
    known.set(rule, known.size);
    out.push({ id: rule, shortDescription: { text: oneLine(rule) } });
  }
  return out;
}

function result(finding: FindingEntry, known: ReadonlyMap<string, number>, print: string): object {
  const { rule, severity, confidence, message, help, related, fix, old } = finding;
  return {
    ruleId: rule,
    ...(old && { baselineState: 'unchanged' }),
    ruleIndex: known.get(rule),
    level: levels[severity],
    message: { text: plainMessage(withHelp(finding)) },
    locations: [physical(finding)],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, index) => ({
        id: index + 1,
        ...physical({ ...one, endLine: one.line, endColumn: one.column }),
        message: { text: plainMessage(one.message) },
      })),
    }),
    partialFingerprints: { 'authlint/v1': print },
    ...(fix && { fixes: [{ description: { text: plainMessage(help || message) }, artifactChanges: changes(fix) }] }),
    properties: { confidence },
  };
}

/** Brackets would make an embedded link of untrusted text (SARIF 3.11.6). */
function plainMessage(text: string): string {
  return oneLine(text).replace(/[\\[\]]/g, '\\$&');
}

function physical(at: Stretch): object {
  return { physicalLocation: { artifactLocation: artifact(at.file), region: region(at) } };
}

function artifact(file: string): object {
  const uri = fileUri(file);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: base };
}

function region({ line, column, endLine, endColumn }: Stretch): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function changes(fix: NonNullable<FindingEntry['fix']>): object[] {
  return [...grouped(fix, ({ file }) => file)].map(([file, edits]) => ({
    artifactLocation: artifact(file),
    replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
  }));
}
