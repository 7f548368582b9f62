import { dirname, join, normalize } from '../../host/paths.ts';
import { type FromImage, type Placed, pulled } from './deployment.ts';
import type { Build } from './dockerfile.ts';
import { type Embedded, embedded } from './embedded.ts';
import { startsPlainly } from './image-commands.ts';
import { composed, type Env, interpolated } from './interpolation.ts';
import { entriesAt, itemsAt, textAt, valueAt, wordsOf, type Yaml } from './yaml.ts';

/** What a compose file says of one service. */
export interface ComposeService {
  readonly name: string;
  readonly placed: readonly Placed[];
  /** How its image is built, and of which Dockerfile; null: it is pulled. */
  /** Its Dockerfile: the path of one, or what stands in the compose file itself. */
  readonly build: (Build & { readonly dockerfile: string | Embedded }) | null;
  readonly node: Yaml;
}

/** What a compose file says. */
export interface Compose {
  readonly services: readonly ComposeService[];
  /** Files whose content stands in it, as the containers get them. */
  readonly contents: readonly Embedded[];
}

/** What a compose file says. `env`: values of `.env` beside it. Source: the Compose specification. */
export function readCompose(document: Yaml, file: string, env: Env): Compose {
  const folder = dirname(file);
  const local = (path: string | null): string | null => {
    const filled = path === null ? null : interpolated(path, env);
    if (filled === null || filled.startsWith('~') || filled.includes('$')) return null;
    return normalize(filled.startsWith('/') ? filled : `${folder}/${filled}`);
  };
  // the first form of the file had services alone
  const old = !valueAt(document, 'services') && !valueAt(document, 'version');
  const contents = contentsOf(document, env);
  return {
    services: (old ? document.entries : entriesAt(document, 'services')).flatMap(({ key, value }) => {
      if (value.entries.length === 0) return [];
      const placed = placedIn(document, value, local, env, contents);
      return [{ name: key, placed, build: buildOf(value, local, env), node: value }];
    }),
    contents: [...contents.values()],
  };
}

/** The configs whose content stands in the file, by name. */
function contentsOf(document: Yaml, env: Env): Map<string, Embedded> {
  return new Map(
    entriesAt(document, 'configs').flatMap(({ key, value }) => {
      const content = valueAt(value, 'content');
      if (!content) return [];
      return [[key, filledIn(embedded(value, 'content', content), env)]];
    }),
  );
}

/** A file in a compose file as compose hands it over. */
function filledIn(part: Embedded, env: Env): Embedded {
  return { ...part, text: part.text && composed(part.text, env) };
}

/** The image that a service pulls. */
export function pulledBy(node: Yaml, env: Env): FromImage | null {
  const image = valueAt(node, 'image');
  const name = image?.text ? interpolated(image.text, env) : null;
  return name === null ? null : pulled(name, image!.span);
}

/** Whether a service changes its image in a way that is not known: a start of its own, what it takes over from others. */
export function reworks(node: Yaml): boolean {
  if (valueAt(node, 'extends') ?? valueAt(node, 'volumes_from')) return true;
  const variables = [
    ...itemsAt(node, 'environment').map(({ text }) => text ?? ''),
    ...entriesAt(node, 'environment').map(({ key }) => key),
  ];
  return (
    !startsPlainly(wordsOf(valueAt(node, 'command'))) ||
    !startsPlainly(wordsOf(valueAt(node, 'entrypoint'))) ||
    variables.some((name) => name.startsWith('NGINX_ENVSUBST_')) ||
    itemsAt(node, 'volumes').some((volume) => /:\s*\$/.test(volume.text ?? textAt(volume, 'target') ?? ''))
  );
}

/** Whether the services of another file are laid over one of this name: they have it without an image of its own. */
export function addsTo(name: string, services: readonly ComposeService[]): boolean {
  return services.some((one) => one.name === name && !one.build && valueAt(one.node, 'image') === null);
}

type Local = (path: string | null) => string | null;

function placedIn(
  document: Yaml,
  service: Yaml,
  local: Local,
  env: Env,
  contents: ReadonlyMap<string, Embedded>,
): Placed[] {
  const placed: Placed[] = [];
  const put = (from: string | null, to: string | null, kind: Placed['kind'], node: Yaml): void => {
    const path = from === null ? null : interpolated(from, env);
    if (path?.startsWith('/') && !path.includes('$'))
      placed.push({ from: normalize(path), to, kind: to === null ? 'made' : kind, where: node.span });
  };
  for (const volume of itemsAt(service, 'volumes')) {
    if (volume.text !== null) {
      const match = /^((?:\$\{[^}]*\}|[^:$]|\$(?!\{))+):((?:\$\{[^}]*\}|[^:])+)(?::[\w,]+)?$/.exec(volume.text);
      const named = match && /^\w[\w.-]*$/.test(match[1]!);
      if (match) put(match[2]!, named ? null : local(match[1]!), 'bind', volume);
      else if (volume.text.startsWith('/')) put(volume.text, null, 'made', volume);
    } else {
      const bind = textAt(volume, 'type') === 'bind';
      put(textAt(volume, 'target'), bind ? local(textAt(volume, 'source')) : null, 'bind', volume);
    }
  }
  for (const kind of ['configs', 'secrets'] as const) {
    for (const item of itemsAt(service, kind)) {
      const name = item.text ?? textAt(item, 'source');
      if (name === null) continue;
      const target = join(kind === 'configs' ? '/' : '/run/secrets', textAt(item, 'target') ?? name);
      const file = valueAt(document, kind, name, 'file');
      const content = kind === 'configs' ? contents.get(name) : undefined;
      put(target, file ? local(file.text) : (content?.path ?? null), 'bind', file ?? item);
    }
  }
  return placed;
}

function buildOf(service: Yaml, local: Local, env: Env): ComposeService['build'] {
  const build = valueAt(service, 'build');
  const context = local(build?.text ?? textAt(build, 'context') ?? (build ? '.' : null));
  if (context === null) return null;
  const said = (key: string): string | null => {
    const text = textAt(build, key);
    return text && (interpolated(text, env) ?? text);
  };
  const dockerfile = said('dockerfile') ?? 'Dockerfile';
  const inline = valueAt(build, 'dockerfile_inline');
  return {
    context,
    dockerfile: inline
      ? filledIn(embedded(build!, 'dockerfile_inline', inline), env)
      : normalize(dockerfile.startsWith('/') ? dockerfile : `${context}/${dockerfile}`),
    target: said('target'),
    args: argsOf(build, env),
  };
}

/** Arguments of a build, a map or a list of `NAME=value`. One that is not known stays as it is written: no default stands for it. */
function argsOf(build: Yaml | null, env: Env): Env {
  const listed = itemsAt(build, 'args').map(({ text }): [string, string] => {
    const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text ?? '') ?? [];
    return [name, value ?? `\${${name}}`];
  });
  const named = entriesAt(build, 'args').map(({ key, value }): [string, string] => [key, value.text || `\${${key}}`]);
  return new Map([...listed, ...named].map(([name, value]) => [name, interpolated(value, env) ?? value]));
}
