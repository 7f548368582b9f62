import type { RuleMeta } from '../rules/rule.ts';
import type { Example, Examples } from './examples.ts';

const servers = { apache: 'Apache httpd', nginx: 'nginx', passwords: 'password files', both: 'Apache httpd and nginx' };

/** The page of a rule, in Markdown. */
export function page(
  { id, title, server, severity, confidence, since, preset, docs }: RuleMeta,
  examples: Examples | undefined,
): string {
  const out = [
    `# ${id}`,
    `${title}.`,
    `${severity} · ${confidence} · ${servers[server]} · preset ${preset ?? 'recommended'} · since ${since}`,
    ...[
      ['What a visitor gets', docs.visitor],
      ['Why', docs.why],
      ['How to fix it', docs.fix],
      ['When it is fine', docs.fine],
    ].flatMap(([heading, text]) => [`## ${heading}`, sentence(text!)]),
  ];
  if (examples) {
    for (const one of examples.bad) out.push(...exampleLines('Bad', one));
    for (const one of examples.good) out.push(...exampleLines('Good', one));
    out.push(
      `These are parts of [the rule's fixtures](../../fixtures/rules/${id}); the tests ask the real server about them.`,
    );
  }
  return `<!-- made by npm run docs -->\n\n${out.join('\n\n')}\n`;
}

function exampleLines(kind: string, { name, excerpts }: Example): string[] {
  const heading = /^\d+$/.test(name) ? kind : `${kind}: ${name.replaceAll('-', ' ')}`;
  return [
    `## ${heading}`,
    ...excerpts.map(({ file, language, text }) => `\`${file}\`\n\n\`\`\`${language}\n${text}\n\`\`\``),
  ];
}

/** A text of a rule as a sentence of its own. */
export function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

/** The table of all rules, in Markdown. */
export function table(metas: readonly RuleMeta[]): string {
  const rows = metas.map(
    ({ id, title, server, severity, preset }) =>
      `| [${id}](${id}.md) | ${servers[server]} | ${severity} | ${preset ?? 'recommended'} | ${title.replaceAll('|', '\\|')} |`,
  );
  return `<!-- made by npm run docs -->

# Rules

${metas.length} rules. \`authlint explain RULE\` prints the page of one; the configuration and the comments that turn rules off
are described in [the guide](../configuration.md).

| Rule | Server | Severity | Preset | What it finds |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
