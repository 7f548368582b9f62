import type { Span } from '../../text/source.ts';
import { hole } from '../../text/template.ts';
import { type Keyed, maySharePlace } from './keyed.ts';
import { textAt, valueAt, type Yaml } from './yaml.ts';

/** What an Ingress says of a login. Source: ingress-nginx, annotations `auth-type`, `auth-secret`, `auth-secret-type`. */
export interface IngressAuth {
  readonly ingress: string;
  readonly namespace: string | null;
  /** `file`: the Secret's key `auth` is a password file; `map`: keys are users; `nginx.org`: the key is `htpasswd`. */
  readonly form: 'file' | 'map' | 'nginx.org';
  readonly secretName: string;
  readonly secretNamespace: string | null;
  readonly where: Span;
}

/** An Ingress whose login rests on a Secret, with what the repository holds of that. */
export interface JudgedIngress extends IngressAuth {
  /** The Secret of that name and namespace; null: it is not in the repository. */
  readonly secret: Keyed | null;
  /** Secrets of the repository that hold passwords under another name or in another namespace. */
  readonly others: readonly Keyed[];
}

/** The service that an Ingress asks about each request. Source: ingress-nginx, annotation `auth-url`. */
export interface AuthUrl {
  readonly ingress: string;
  readonly url: string;
  readonly where: Span;
}

const prefixes = ['nginx.ingress.kubernetes.io', 'ingress.kubernetes.io'];

/** What the Ingress of one document says of a login. */
export function readIngress(document: Yaml, into: { ingresses: IngressAuth[]; authUrls: AuthUrl[] }): void {
  if (textAt(document, 'kind') !== 'Ingress') return;
  const name = textAt(document, 'metadata', 'name') ?? '';
  const auth = ingressOf(document, name, textAt(document, 'metadata', 'namespace'));
  if (auth) into.ingresses.push(auth);
  const asked = authUrlOf(document, name);
  if (asked) into.authUrls.push(asked);
}

function ingressOf(document: Yaml, ingress: string, namespace: string | null): IngressAuth | null {
  const annotations = valueAt(document, 'metadata', 'annotations');
  const entry = (name: string) =>
    annotations?.entries.find(({ key }) => prefixes.some((prefix) => key === `${prefix}/${name}`)) ?? null;
  const inc = annotations?.entries.find(({ key }) => key === 'nginx.org/basic-auth-secret');
  const named = inc ?? entry('auth-secret');
  const type = entry('auth-type')?.value.text;
  if (!named || named.value.text === null || (!inc && type !== 'basic' && type !== 'digest')) return null;
  const written = named.value.text;
  if (written.includes(hole) || ingress.includes(hole)) return null;
  const slash = written.indexOf('/');
  return {
    ingress,
    namespace,
    form: inc ? 'nginx.org' : entry('auth-secret-type')?.value.text === 'auth-map' ? 'map' : 'file',
    secretName: written.slice(slash + 1),
    secretNamespace: slash < 0 ? namespace : written.slice(0, slash),
    where: named.value.span,
  };
}

function authUrlOf(document: Yaml, ingress: string): AuthUrl | null {
  const annotations = valueAt(document, 'metadata', 'annotations');
  for (const prefix of prefixes) {
    const value = valueAt(annotations, `${prefix}/auth-url`);
    if (value && value.text !== null && !value.text.includes(hole) && !ingress.includes(hole))
      return { ingress, url: value.text.trim(), where: value.span };
  }
  return null;
}

/** Keys that hold a password file, by the controllers' own names or by what people call one. */
const passwordKey = /^(?:auth|htpasswd|\.htpasswd|users|basic-?auth|[\w.-]*\.htpasswd)$/i;

/** Keys of a Secret whose passwords can be read. */
export function passwordKeys({ files }: Keyed): readonly string[] {
  return [...(files ?? [])].flatMap(([key, { part }]) => (passwordKey.test(key) && part?.text ? [key] : []));
}

/** Ingresses with the Secrets that they name. */
export function judgeIngresses(ingresses: readonly IngressAuth[], keyed: readonly Keyed[]): JudgedIngress[] {
  const secrets = keyed.filter(({ kind }) => kind === 'Secret');
  return ingresses.map((auth) => {
    const named = secrets.filter(({ name }) => name === auth.secretName);
    // a name that a template puts in may be this one
    const unknown = secrets.find(({ unnamed }) => unnamed);
    const known = named.find(({ namespace }) => maySharePlace(namespace, auth.secretNamespace)) ?? null;
    const secret = known ?? (unknown ? { ...unknown, files: null } : null);
    const others = secrets.filter((one) => one !== known && passwordKeys(one).length > 0);
    return { ...auth, secret, others };
  });
}
