import { absent, type FileHost } from '../../host/host.ts';
import { basename, dirname, normalize } from '../../host/paths.ts';
import { fromBytes } from '../../text/bytes.ts';
import type { Deployment, Placed } from './deployment.ts';
import type { Yaml } from './yaml.ts';

const composeName = /^(?:docker-)?compose(?:[._-][\w.-]*)?\.ya?ml$|^docker-stack[\w.-]*\.ya?ml$/i;
const dockerName = /^(?:[\w.-]+[._-])?(?:Dockerfile|Containerfile)(?:[._-][\w.-]+)?$|\.dockerfile$/i;
const tasksName = /(?:^|\/)(?:tasks|handlers)\/(?:.+\/)?[^/]+\.ya?ml$/;
const placing = /^\s*(?:-\s+)?(?:[\w.]+\.)?(?:copy|template|htpasswd|lineinfile|blockinfile)\s*:/m;
const play = /^-[ \t]+(?:hosts:|name:[^\n]*\n(?:[ \t]+[^\n]*\n|\s*\n)*?[ \t]+hosts:)/m;
/** More of a file than this is not looked at, in bytes. */
const sizeLimit = 1024 * 1024;

/**
 * The ways in which the files below a folder get to a server, as its compose files, Dockerfiles and Ansible tasks say.
 * `files` are absolute; what lies outside of `root` counts as not in the repository.
 */
export async function deploymentsOf(host: FileHost, root: string, files: readonly string[]): Promise<Deployment[]> {
  const read = (file: string): string | null => {
    const stat = host.stat(file);
    if (absent(stat) || stat.kind !== 'file' || stat.size > sizeLimit) return null;
    const bytes = host.read(file);
    return absent(bytes) ? null : fromBytes(bytes);
  };
  const inside = (placed: readonly Placed[]): Placed[] =>
    placed.map((one) =>
      one.to !== null && one.to !== root && !one.to.startsWith(`${root}/`) ? { ...one, to: null, kind: 'made' } : one,
    );
  const isFolder = (path: string): boolean => {
    const stat = host.stat(path);
    return !absent(stat) && stat.kind === 'directory';
  };
  const image = async (file: string, context: string, target: string | null): Promise<Placed[]> => {
    const text = file.startsWith(`${root}/`) ? read(file) : null;
    if (text === null) return [];
    const { readDockerfile } = await import('./dockerfile.ts');
    return readDockerfile({ path: file, text, display: host.display(file) }, context, isFolder, target);
  };
  const deployments: Deployment[] = [];
  const built = new Set<string>();
  for (const file of files) {
    if (!composeName.test(basename(file))) continue;
    for (const document of await yamlOf(file)) {
      const { readCompose, readEnv } = await import('./compose.ts');
      const env = readEnv(read(`${dirname(file)}/.env`) ?? '');
      for (const { name, placed, build } of readCompose(document, file, env)) {
        if (build) built.add(build.dockerfile);
        const own = build ? await image(build.dockerfile, build.context, build.target) : [];
        const all = inside([...own, ...placed]);
        if (all.length > 0) deployments.push({ name: `${host.display(file)}, service ${name}`, placed: all });
      }
    }
  }
  for (const file of files) {
    if (!dockerName.test(basename(file)) || built.has(file)) continue;
    // the folder that is built is the Dockerfile's own, or one above it
    let best: Placed[] = [];
    let most = -1;
    for (let context = dirname(file); context.startsWith(root); context = dirname(context)) {
      const placed = await image(file, context, null);
      const there = placed.filter(({ to }) => to !== null && !absent(host.stat(to))).length;
      if (there > most) [best, most] = [placed, there];
      if (context === root) break;
    }
    if (best.length > 0) deployments.push({ name: host.display(file), placed: inside(best) });
  }
  const tasks: Placed[] = [];
  for (const file of files) {
    if (!/\.ya?ml$/.test(file) || composeName.test(basename(file))) continue;
    const tasked = tasksName.test(file.slice(root.length));
    // a play stands at the top of a repository or in a folder below it
    if (!tasked && file.slice(root.length + 1).split('/').length > 3) continue;
    const text = read(file);
    if (text === null || !placing.test(text) || !(tasked || play.test(text))) continue;
    const { isTasks, readTasks } = await import('./ansible.ts');
    for (const document of await yamlOf(file))
      if (isTasks(document)) tasks.push(...readTasks(document, file, (path) => !absent(host.stat(path))));
  }
  if (tasks.length > 0) deployments.push({ name: 'Ansible', placed: inside(tasks) });
  return deployments;

  async function yamlOf(file: string): Promise<readonly Yaml[]> {
    const text = read(file);
    if (text === null) return [];
    const { readYaml } = await import('./yaml.ts');
    return (await readYaml(normalize(file), text, host.display(file))).documents;
  }
}
