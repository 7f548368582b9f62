import type { FindingEntry, ReasonEntry, ScopeEntry } from './contract.ts';
import { markup } from './escaping.ts';
import { excerptOf } from './excerpt.ts';
import type { Report } from './format.ts';
import { style } from './html-style.ts';
import { type PlaceNode, placeTree } from './place-tree.ts';
import { counted } from './wording.ts';

/** One self-contained page: no script, no network, the protected places as a map from URL to verdict. */
export function report({ document, result, version, quiet }: Report): string {
  const { findings, scopes, assumptions, troubles, summary } = document;
  const out = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="color-scheme" content="light dark">',
    `<meta name="generator" content="authlint ${markup(version)}">`,
    '<title>authlint: who gets in?</title>',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<header><h1>Who gets in?</h1>',
    `<p class="sum"><strong class="error">${counted(summary.errors, 'error')}</strong> <strong class="warning">${counted(summary.warnings, 'warning')}</strong> <strong class="info">${counted(summary.infos, 'info')}</strong> in ${counted(summary.files, 'file')}, ${counted(summary.scopes, 'protected place')}</p>`,
    '</header>',
    '<main>',
  ];
  if (troubles.length > 0) out.push(list('troubles', 'Not done', troubles));
  if (!quiet) for (const line of map(scopes)) out.push(line);
  out.push('<section aria-labelledby="findings"><h2 id="findings">Findings</h2>');
  if (findings.length === 0) out.push('<p>None.</p>');
  for (const [index, finding] of findings.entries()) {
    out.push(findingBlock(finding, index, excerptOf(result?.findings[index]?.where ?? null)));
  }
  out.push('</section>');
  if (!quiet && assumptions.length > 0) out.push(list('assumptions', 'Assumed', assumptions));
  out.push('</main>', `<footer><p>authlint ${markup(version)}</p></footer>`, '</body>', '</html>', '');
  return out.join('\n');
}

function list(id: string, title: string, items: readonly string[]): string {
  const rows = items.map((item) => `<li><bdi>${markup(item)}</bdi></li>`).join('');
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul>${rows}</ul></section>`;
}

function* map(scopes: readonly ScopeEntry[]): Iterable<string> {
  yield '<section aria-labelledby="map"><h2 id="map">Protected places</h2>';
  if (scopes.length === 0) yield '<p>None found.</p>';
  for (const { title, roots } of placeTree(scopes)) {
    yield `<h3><bdi>${markup(title)}</bdi></h3>`;
    yield `<ul class="tree">${roots.map(node).join('')}</ul>`;
  }
  yield '</section>';
}

function node({ label, scopes, children }: PlaceNode): string {
  const name = `<code><bdi>${markup(label)}</bdi></code>`;
  const own =
    scopes.length === 0 ? `<p class="path">${name}</p>` : scopes.map((scope) => placeBlock(name, scope)).join('');
  return `<li>${own}${children.length > 0 ? `<ul>${children.map(node).join('')}</ul>` : ''}</li>`;
}

const marks: Readonly<Record<ScopeEntry['verdict'], string>> = {
  works: '✓',
  'locked-out': '✗',
  forbidden: '✗',
  broken: '✗',
  'no-start': '✗',
  open: '⚠',
  depends: '?',
  unknown: '?',
};

function placeBlock(name: string, { verdict, answers, because, where }: ScopeEntry): string {
  const badge = `<span class="verdict ${verdict}"><span aria-hidden="true">${marks[verdict]}</span> ${verdict}</span>`;
  const said = `<dl><div><dt>no login</dt><dd>${answers.anonymous}</dd></div><div><dt>right password</dt><dd>${answers.valid}</dd></div><div><dt>wrong password</dt><dd>${answers.invalid}</dd></div></dl>`;
  const reasons = because.length > 0 ? `<ol>${because.map(reasonItem).join('')}</ol>` : '';
  const open = verdict === 'works' ? '' : ' open';
  return `<details${open}><summary>${name} ${badge}</summary>${said}${reasons}<p class="at">${at(where.file, where.line)}</p></details>`;
}

function reasonItem({ message, file, line }: ReasonEntry): string {
  return `<li><bdi>${markup(message)}</bdi>${file !== null && line !== null ? ` <span class="at">${at(file, line)}</span>` : ''}</li>`;
}

function at(file: string, line: number): string {
  return `<bdi>${markup(file)}</bdi>:${line}`;
}

function findingBlock(finding: FindingEntry, index: number, excerpt: ReturnType<typeof excerptOf>): string {
  const { severity, rule, file, line, column, message, help, related } = finding;
  const [before, marked, after] = excerpt?.map(markup) ?? [];
  const lines = excerpt ? `<pre><code>${before}<mark>${marked}</mark>${after}</code></pre>` : '';
  const fix = help ? `<p class="fix"><strong>Fix:</strong> <bdi>${markup(help)}</bdi></p>` : '';
  const others = related.map(
    (one) => `<li><bdi>${markup(one.message)}</bdi> <span class="at">${at(one.file, one.line)}</span></li>`,
  );
  return [
    `<article class="${severity}" aria-labelledby="finding-${index}">`,
    `<h3 id="finding-${index}"><span class="severity">${severity}</span> <bdi>${markup(message)}</bdi></h3>`,
    `<p class="at">${at(file, line)}:${column} <code>${markup(rule)}</code></p>`,
    lines,
    fix,
    others.length > 0 ? `<ul>${others.join('')}</ul>` : '',
    '</article>',
  ].join('');
}
