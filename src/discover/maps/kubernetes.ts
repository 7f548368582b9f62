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

/** What the Ingress of one document says of a login. */
export function readIngress(document: Yaml, into: { ingresses: IngressAuth[]; authUrls: AuthUrl[] }): void {
  if (textAt(document, 'kind') !== 'Ingress') return;
  const ingress = textAt(document, 'metadata', 'name') ?? '';
  if (ingress.includes(hole)) return;
  const annotations = valueAt(document, 'metadata', 'annotations');
  const auth = ingressOf(annotations, ingress, textAt(document, 'metadata', 'namespace'));
  if (auth) into.ingresses.push(auth);
  const asked = annotation(annotations, 'auth-url');
  if (asked && asked.text !== null && !asked.text.includes(hole))
    into.authUrls.push({ ingress, url: asked.text.trim(), where: asked.span });
}

function annotation(annotations: Yaml | null, name: string): Yaml | null {
  return (
    valueAt(annotations, `nginx.ingress.kubernetes.io/${name}`) ?? valueAt(annotations, `ingress.kubernetes.io/${name}`)
  );
}

function ingressOf(annotations: Yaml | null, ingress: string, namespace: string | null): IngressAuth | null {
  const inc = valueAt(annotations, 'nginx.org/basic-auth-secret');
  const named = inc ?? annotation(annotations, 'auth-secret');
  const type = annotation(annotations, 'auth-type')?.text;
  if (!named || named.text === null || (!inc && type !== 'basic' && type !== 'digest')) return null;
  const { text, span } = named;
  if (text.includes(hole)) return null;
  const slash = text.indexOf('/');
  return {
    ingress,
    namespace,
    form: inc ? 'nginx.org' : annotation(annotations, 'auth-secret-type')?.text === 'auth-map' ? 'map' : 'file',
    secretName: text.slice(slash + 1),
    secretNamespace: slash < 0 ? namespace : text.slice(0, slash),
    where: span,
  };
}

/** Keys that hold a password file, by the controllers' own names or by what people call one. */
const passwordKey = /^(?:auth|htpasswd|\.htpasswd|users|basic-?auth|[\w.-]*\.htpasswd)$/i;

/** Keys of a Secret whose passwords can be read. */
function passwordKeys({ files }: Keyed): readonly string[] {
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
