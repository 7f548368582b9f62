import { absent, type FileHost } from '../../host/host.ts';
import type { LaidFiles } from '../../host/overlay.ts';
import { basename, below, dirname } from '../../host/paths.ts';
import { decode } from '../../text/bytes.ts';
import { Source } from '../../text/source.ts';
import type { ComposeService } from './compose.ts';
import type { Deployment, Placed } from './deployment.ts';
import type { Build, Recipe } from './dockerfile.ts';
import type { Embedded } from './embedded.ts';
import type { Env } from './interpolation.ts';
import { lay } from './laid.ts';
import { composeName, dockerName } from './names.ts';
import { wholeText } from './whole.ts';
import type { Yaml } from './yaml.ts';

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
  const repository = new Repository(host, root, files);
  const { services, built } = await composed(repository, laid);
  return [...services, ...(await images(repository, built)), ...(await plays(repository))];
}

/** The files below a folder, as those that deploy them name them. */
class Repository {
  readonly host: FileHost;
  readonly root: string;
  readonly files: readonly string[];

  constructor(host: FileHost, root: string, files: readonly string[]) {
    this.host = host;
    this.root = root;
    this.files = files;
  }

  read(file: string): string | null {
    return wholeText(this.host, file);
  }

  async yaml(file: string): Promise<readonly Yaml[]> {
    const text = this.read(file);
    if (text === null) return [];
    const { readYaml } = await import('./yaml.ts');
    return readYaml(file, text, this.host.display(file));
  }

  kindOf(path: string): 'folder' | 'file' | null {
    const stat = this.host.stat(path);
    return absent(stat) ? null : stat.kind === 'directory' ? 'folder' : 'file';
  }

  /** What a Dockerfile says, a file or a part of one; null: it is not in the repository. */
  async recipe(file: string | Embedded, build: Build): Promise<Recipe | null> {
    const source = typeof file === 'string' ? this.dockerfile(file) : sourceIn(file);
    if (source === null) return null;
    const { readDockerfile } = await import('./dockerfile.ts');
    return readDockerfile(source, build, (path) => this.kindOf(path));
  }

  dockerfile(file: string): Source | null {
    const text = below(file, this.root) ? this.read(file) : null;
    return text === null ? null : new Source(file, text, this.host.display(file));
  }

  /** What is placed, files from elsewhere as ones that are made. */
  inside(placed: readonly Placed[]): Placed[] {
    const isElsewhere = (to: string, { source, start, end }: Placed['where']): boolean =>
      below(to, this.root) === null ||
      // compose is run in another folder
      (this.kindOf(to) === null && /\$\{?PWD\b/.test(source.text.slice(start, end)));
    return placed.map((one) =>
      one.to !== null && isElsewhere(one.to, one.where) ? { ...one, to: null, kind: 'made' } : one,
    );
  }

  /** What the .dockerignore of a built folder keeps out of COPY. */
  async leavesOut(context: string | null): Promise<Deployment['leavesOut']> {
    const lines = context === null ? null : this.read(`${context}/.dockerignore`);
    if (lines === null) return () => false;
    const { patternsOf } = await import('../../host/walk.ts');
    const patterns = await patternsOf(lines.split(/\r?\n/));
    return (file, { kind }) => {
      const rest = kind === 'copy' && below(file, context!);
      return rest ? patterns.ignores(decode(rest.slice(1))) : false;
    };
  }
}

function sourceIn({ path, text, display, inset }: Embedded): Source | null {
  return text === null ? null : new Source(path, text, display, null, inset);
}

/** The services of compose files, and the Dockerfiles that their images are built of. */
async function composed(
  repository: Repository,
  laid: LaidFiles,
): Promise<{ services: Deployment[]; built: ReadonlySet<string> }> {
  const deployed: Deployment[] = [];
  const built = new Set<string>();
  const files = repository.files.filter((file) => composeName.test(basename(file)));
  if (files.length === 0) return { services: deployed, built };
  const { addsTo, pulledBy, readCompose, reworks } = await import('./compose.ts');
  const { readEnv } = await import('./interpolation.ts');
  const { composeCheck, publishedBy } = await import('./service.ts');
  const read: { file: string; env: Env; services: readonly ComposeService[] }[] = [];
  for (const file of files) {
    // compose is mostly run where its file lies
    const env = new Map([['PWD', dirname(file)], ...readEnv(repository.read(`${dirname(file)}/.env`) ?? '')]);
    for (const document of await repository.yaml(file)) {
      const { services, contents } = readCompose(document, file, env);
      read.push({ file, env, services });
      for (const part of contents) lay(laid, part);
    }
  }
  for (const { file, env, services } of read) {
    const published = services.flatMap(({ name, node }) => publishedBy(name, node, env));
    const beside = read.filter((one) => one.file !== file && dirname(one.file) === dirname(file));
    for (const { name, placed, build, node } of services) {
      if (typeof build?.dockerfile === 'string') built.add(build.dockerfile);
      const own = build && (await repository.recipe(build.dockerfile, build));
      const all = repository.inside([...(own?.placed ?? []), ...placed]);
      if (all.length === 0) continue;
      const check = composeCheck(node, env);
      deployed.push({
        name: `${repository.host.display(file)}, service ${name}`,
        by: file,
        placed: all,
        image: build ? (own?.image ?? null) : pulledBy(node, env),
        reworked: own?.reworked || reworks(node) || beside.some((one) => addsTo(name, one.services)),
        leavesOut: await repository.leavesOut(build?.context ?? null),
        beside: published.filter(({ service }) => service !== name),
        checks: [check === 'image' ? own?.check : check].flatMap((one) => one ?? []),
      });
    }
  }
  return { services: deployed, built };
}

/** The images of Dockerfiles that no compose file builds. */
async function images(repository: Repository, built: ReadonlySet<string>): Promise<Deployment[]> {
  const deployed: Deployment[] = [];
  for (const file of repository.files) {
    if (!dockerName.test(basename(file)) || built.has(file)) continue;
    // the folder that is built is the Dockerfile's own, or one above it
    let best: { recipe: Recipe; context: string } | null = null;
    let most = 0;
    for (let context = dirname(file); below(context, repository.root) !== null; context = dirname(context)) {
      const recipe = await repository.recipe(file, { context, target: null, args: new Map() });
      if (!recipe || recipe.placed.length === 0) break;
      const there = recipe.placed.filter(({ to }) => to !== null && repository.kindOf(to) !== null).length;
      if (best === null || there > most) [best, most] = [{ recipe, context }, there];
      if (context === repository.root) break;
    }
    if (!best) continue;
    const { recipe, context } = best;
    deployed.push({
      name: repository.host.display(file),
      by: file,
      placed: repository.inside(recipe.placed),
      image: recipe.image,
      reworked: recipe.reworked,
      leavesOut: await repository.leavesOut(context),
      beside: [],
      checks: recipe.check ? [recipe.check] : [],
    });
  }
  return deployed;
}

/** What Ansible's tasks put on machines, as one deployment; none where there are no tasks. */
async function plays(repository: Repository): Promise<Deployment[]> {
  const placed: Placed[] = [];
  const by: string[] = [];
  for (const file of repository.files) {
    if (!/\.ya?ml$/.test(file) || composeName.test(basename(file))) continue;
    const rest = below(file, repository.root) ?? '';
    const tasked = tasksName.test(rest);
    // a play stands at the top of a repository or in a folder below it
    if (!tasked && rest.split('/').length > 4) continue;
    const text = repository.read(file);
    if (text === null || !placing.test(text) || !(tasked || play.test(text))) continue;
    const { isTasks, readTasks } = await import('./ansible.ts');
    for (const document of await repository.yaml(file)) {
      if (!isTasks(document)) continue;
      by.push(file);
      placed.push(...readTasks(document, file, (path) => repository.kindOf(path) !== null));
    }
  }
  if (placed.length === 0) return [];
  return [
    {
      name: 'Ansible',
      by: by[0]!,
      placed: repository.inside(placed),
      image: null,
      reworked: false,
      leavesOut: () => false,
      beside: [],
      checks: [],
      plays: true,
    },
  ];
}
