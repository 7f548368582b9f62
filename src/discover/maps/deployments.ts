import { absent, type FileHost } from '../../host/host.ts';
import type { LaidFiles } from '../../host/overlay.ts';
import { basename, below, dirname } from '../../host/paths.ts';
import { decode } from '../../text/bytes.ts';
import type { ComposeService } from './compose.ts';
import type { Deployment, Placed } from './deployment.ts';
import type { KindOf, Recipe } from './dockerfile.ts';
import { lay } from './laid.ts';
import { wholeText } from './whole.ts';
import type { Yaml } from './yaml.ts';

export const composeName = /^(?:docker-)?compose(?:[._-][\w.-]*)?\.ya?ml$|^docker-stack[\w.-]*\.ya?ml$/i;
const dockerName = /^(?:[\w.-]+[._-])?(?:Dockerfile|Containerfile)(?:[._-][\w.-]+)?$|\.dockerfile$/i;
const tasksName = /(?:^|\/)(?:tasks|handlers)\/(?:.+\/)?[^/]+\.ya?ml$/;
const placing = /^[ \t]*(?:-[ \t]+)?(?:[\w.]+\.)?(?:copy|template|htpasswd|lineinfile|blockinfile)[ \t]*:/m;
const play = /^-[ \t]+(?:hosts:|name:[^\n]*\n(?:[ \t]+[^ \t\n][^\n]*\n|[ \t]*\n)*?[ \t]+hosts:)/m;

/**
 * The ways in which the files below a folder get to a server, as its compose files, Dockerfiles and Ansible tasks say.
 * `files` are absolute; what lies outside of `root` counts as not in the repository. `laid` takes what stands in them.
 */
export async function deploymentsOf(
  host: FileHost,
  root: string,
  files: readonly string[],
  laid: LaidFiles,
): Promise<Deployment[]> {
  const read = (file: string): string | null => wholeText(host, file);
  const inside = (placed: readonly Placed[]): Placed[] =>
    placed.map((one) => (one.to !== null && below(one.to, root) === null ? { ...one, to: null, kind: 'made' } : one));
  const kindOf: KindOf = (path) => {
    const stat = host.stat(path);
    return absent(stat) ? null : stat.kind === 'directory' ? 'folder' : 'file';
  };
  const image = async (file: string, context: string, target: string | null): Promise<Recipe | null> => {
    const text = below(file, root) ? read(file) : null;
    if (text === null) return null;
    const { readDockerfile } = await import('./dockerfile.ts');
    return readDockerfile({ path: file, text, display: host.display(file) }, context, kindOf, target);
  };
  const deployments: Deployment[] = [];
  const built = new Set<string>();
  const composed: { file: string; env: Map<string, string>; services: readonly ComposeService[] }[] = [];
  for (const file of files) {
    if (!composeName.test(basename(file))) continue;
    const [{ readCompose }, { readEnv }] = await Promise.all([import('./compose.ts'), import('./interpolation.ts')]);
    const env = readEnv(read(`${dirname(file)}/.env`) ?? '');
    for (const document of await yamlOf(file)) {
      const { services, contents } = readCompose(document, file, env);
      composed.push({ file, env, services });
      for (const part of contents) lay(laid, part);
    }
  }
  if (composed.length > 0) {
    const { addsTo, pulledBy, reworks } = await import('./compose.ts');
    const { composeCheck, publishedBy } = await import('./service.ts');
    for (const { file, env, services } of composed) {
      const published = services.flatMap(({ name, node }) => publishedBy(name, node, env));
      const beside = composed.filter((one) => one.file !== file && dirname(one.file) === dirname(file));
      for (const { name, placed, build, node } of services) {
        if (build) built.add(build.dockerfile);
        const own = build ? await image(build.dockerfile, build.context, build.target) : null;
        const all = inside([...(own?.placed ?? []), ...placed]);
        if (all.length === 0) continue;
        const check = composeCheck(node, env);
        deployments.push({
          name: `${host.display(file)}, service ${name}`,
          by: file,
          placed: all,
          image: build ? (own?.image ?? null) : pulledBy(node, env),
          reworked: (own?.reworked ?? false) || reworks(node) || beside.some((one) => addsTo(name, one.services)),
          leavesOut: await leavesOut(build?.context ?? null),
          beside: published.filter(({ service }) => service !== name),
          checks: [check === 'image' ? own?.check : check].flatMap((one) => one ?? []),
        });
      }
    }
  }
  for (const file of files) {
    if (!dockerName.test(basename(file)) || built.has(file)) continue;
    // the folder that is built is the Dockerfile's own, or one above it
    let best: { recipe: Recipe; context: string } | null = null;
    let most = -1;
    for (let context = dirname(file); context.startsWith(root); context = dirname(context)) {
      const recipe = await image(file, context, null);
      if (!recipe) break;
      const there = recipe.placed.filter(({ to }) => to !== null && !absent(host.stat(to))).length;
      if (there > most) [best, most] = [{ recipe, context }, there];
      if (context === root) break;
    }
    if (!best || best.recipe.placed.length === 0) continue;
    const { recipe, context } = best;
    deployments.push({
      image: recipe.image,
      reworked: recipe.reworked,
      checks: recipe.check ? [recipe.check] : [],
      name: host.display(file),
      by: file,
      placed: inside(recipe.placed),
      leavesOut: await leavesOut(context),
      beside: [],
    });
  }
  const tasks: Placed[] = [];
  const plays: string[] = [];
  for (const file of files) {
    if (!/\.ya?ml$/.test(file) || composeName.test(basename(file))) continue;
    const tasked = tasksName.test(file.slice(root.length));
    // a play stands at the top of a repository or in a folder below it
    if (!tasked && file.slice(root.length + 1).split('/').length > 3) continue;
    const text = read(file);
    if (text === null || !placing.test(text) || !(tasked || play.test(text))) continue;
    const { isTasks, readTasks } = await import('./ansible.ts');
    for (const document of await yamlOf(file)) {
      if (!isTasks(document)) continue;
      plays.push(file);
      tasks.push(...readTasks(document, file, (path) => !absent(host.stat(path))));
    }
  }
  if (tasks.length > 0)
    deployments.push({
      name: 'Ansible',
      by: plays[0]!,
      placed: inside(tasks),
      image: null,
      reworked: false,
      leavesOut: () => false,
      beside: [],
      checks: [],
    });
  return deployments;

  /** What the .dockerignore of a built folder keeps out of COPY. */
  async function leavesOut(context: string | null): Promise<Deployment['leavesOut']> {
    const lines = context === null ? null : read(`${context}/.dockerignore`);
    if (lines === null) return () => false;
    const { patternsOf } = await import('../../host/walk.ts');
    const patterns = await patternsOf(lines.split(/\r?\n/));
    const below = `${context}/`;
    return (file, { kind }) =>
      kind === 'copy' && file.startsWith(below) && patterns.ignores(decode(file.slice(below.length)));
  }

  async function yamlOf(file: string): Promise<readonly Yaml[]> {
    const text = read(file);
    if (text === null) return [];
    const { readYaml } = await import('./yaml.ts');
    return readYaml(file, text, host.display(file));
  }
}
