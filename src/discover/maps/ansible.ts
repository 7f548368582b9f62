import { basename, dirname, join, normalize } from '../../host/paths.ts';
import { hole } from '../../text/template.ts';
import { type Placed, usualFolder } from './deployment.ts';
import { textAt, type Yaml } from './yaml.ts';

/** Modules that put a file on the machine, and the folder of a role that they take it from; null: from nowhere in the repository. */
const modules: ReadonlyMap<string, string | null> = new Map([
  ['copy', 'files'],
  ['template', 'templates'],
  ['htpasswd', null],
  ['file', null],
  ['lineinfile', null],
  ['blockinfile', null],
  ['get_url', null],
]);

/** The name of a module without the collection that it is of. */
function moduleOf(key: string): string {
  return key.replace(/^(?:ansible\.builtin|ansible\.legacy|community\.general)\./, '');
}

/** What the tasks of a file put where. `exists` says whether a path of the repository is there. */
export function readTasks(document: Yaml, file: string, exists: (path: string) => boolean): Placed[] {
  const placed: Placed[] = [];
  const walk = (tasks: Yaml): void => {
    for (const task of tasks.items) {
      for (const { key, value, keySpan } of task.entries) {
        if (/^(?:block|rescue|always|tasks|pre_tasks|post_tasks|handlers)$/.test(key)) walk(value);
        const kind = modules.get(moduleOf(key));
        if (kind === undefined) continue;
        const argument = (name: string): string | null =>
          textAt(value, name) ?? new RegExp(`(?:^|\\s)${name}=(\\S+)`).exec(value.text ?? '')?.[1] ?? null;
        const to = argument('dest') ?? argument('path') ?? argument('name');
        if (to === null || !to.startsWith('/') || to.includes(hole)) continue;
        if (/file$/.test(key) && argument('state') === 'directory') continue;
        const src = argument('src');
        const from = kind && src !== null && !src.includes(hole) ? sourceOf(src, kind, file, exists) : null;
        const isInto = to.endsWith('/') || usualFolder.test(to);
        const into = isInto && src !== null ? join(to, basename(src)) : to;
        // many tasks run for one kind of machine only: what they bring may be brought by another
        placed.push({ from: normalize(into), to: from, kind: from === null ? 'made' : 'copy', where: keySpan });
      }
    }
  };
  walk(document);
  return placed;
}

/** Where a role's or playbook's file is looked for. Source: Ansible, "Task paths". */
function sourceOf(src: string, kind: string, file: string, exists: (path: string) => boolean): string | null {
  if (src.startsWith('/')) return null;
  const here = dirname(file);
  const role = basename(here) === 'tasks' || basename(here) === 'handlers' ? dirname(here) : here;
  const tries = [`${role}/${kind}/${src}`, `${role}/${src}`, `${here}/${kind}/${src}`, `${here}/${src}`].map(normalize);
  return tries.find(exists) ?? tries[0]!;
}

/** Whether a document is a list of tasks or plays. */
export function isTasks(document: Yaml): boolean {
  return document.items.some((item) =>
    item.entries.some(({ key }) => key === 'hosts' || key === 'tasks' || key === 'block' || modules.has(moduleOf(key))),
  );
}
