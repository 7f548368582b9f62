import type { Span } from '../../text/source.ts';
import { hole } from '../../text/template.ts';
import { type Embedded, embedded } from './embedded.ts';
import { textAt, valueAt, type Yaml } from './yaml.ts';

/** A Secret of the repository: its keys, and the text of those that hold passwords. */
export interface Secret {
  readonly name: string;
  /** Null: that of whoever applies it. */
  readonly namespace: string | null;
  /** Null: made by a generator or another controller, which keys is not known. */
  readonly keys: readonly string[] | null;
  readonly where: Span;
  readonly texts: readonly SecretText[];
}

export interface SecretText {
  readonly key: string;
  readonly file: Embedded;
  /** The value's place. */
  readonly where: Span;
}

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
  readonly secret: Secret | null;
  /** Secrets of the repository that hold passwords under another name or in another namespace. */
  readonly others: readonly Secret[];
}

/** The service that an Ingress asks about each request. Source: ingress-nginx, annotation `auth-url`. */
export interface AuthUrl {
  readonly ingress: string;
  readonly url: string;
  readonly where: Span;
}

const prefixes = ['nginx.ingress.kubernetes.io', 'ingress.kubernetes.io'];

/** The Ingresses and Secrets of one document (lists of kind List included). */
export function readManifest(
  document: Yaml,
  into: { ingresses: IngressAuth[]; secrets: Secret[]; authUrls: AuthUrl[] },
): void {
  for (const item of valueAt(document, 'items')?.items ?? []) readManifest(item, into);
  const kind = textAt(document, 'kind');
  const name = textAt(document, 'metadata', 'name');
  const namespace = textAt(document, 'metadata', 'namespace');
  if (kind === 'Ingress') {
    const auth = ingressOf(document, name ?? '', namespace);
    if (auth) into.ingresses.push(auth);
    const asked = authUrlOf(document, name ?? '');
    if (asked) into.authUrls.push(asked);
  } else if (kind === 'Secret' && name !== null) into.secrets.push(secretOf(document, name, namespace));
  else if (kind === 'SealedSecret' || kind === 'ExternalSecret' || kind === 'VaultStaticSecret') {
    const made = textAt(document, 'spec', 'target', 'name') ?? textAt(document, 'spec', 'destination', 'name') ?? name;
    const data = valueAt(document, 'spec', 'encryptedData');
    if (made !== null)
      into.secrets.push({
        name: made,
        namespace,
        keys: data ? data.entries.map(({ key }) => key) : null,
        where: document.span,
        texts: [],
      });
  }
  // kustomization.yaml
  for (const one of valueAt(document, 'secretGenerator')?.items ?? []) {
    const made = textAt(one, 'name');
    if (made !== null)
      into.secrets.push({
        name: made,
        namespace: textAt(one, 'namespace') ?? textAt(document, 'namespace'),
        keys: null,
        where: one.span,
        texts: [],
      });
  }
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

function secretOf(document: Yaml, name: string, namespace: string | null): Secret {
  const keys: string[] = [];
  const texts: SecretText[] = [];
  for (const field of ['data', 'stringData']) {
    for (const { key, value } of valueAt(document, field)?.entries ?? []) {
      keys.push(key);
      if (!passwordKey.test(key) || value.text === null || value.text.includes(hole)) continue;
      const file = embedded(key, value, field === 'data' ? fromBase64 : undefined);
      if (file.text !== null) texts.push({ key, file, where: value.span });
    }
  }
  return { name, namespace, keys, where: document.span, texts };
}

/** The bytes that a text in base64 stands for; null: it is none. */
export function fromBase64(text: string): string | null {
  const bare = text.replace(/\s/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(bare) ? Buffer.from(bare, 'base64').toString('latin1') : null;
}

/** Ingresses with the Secrets that they name. A namespace that a file leaves out is given when it is applied. */
export function judgeIngresses({
  ingresses,
  secrets,
}: {
  readonly ingresses: readonly IngressAuth[];
  readonly secrets: readonly Secret[];
}): JudgedIngress[] {
  const fits = (one: string | null, other: string | null): boolean =>
    one === null || other === null || one === other || one.includes(hole) || other.includes(hole);
  return ingresses.map((auth) => {
    const named = secrets.filter(({ name }) => name === auth.secretName);
    // a name that a template puts in may be this one
    const unknown = secrets.find(({ name }) => name.includes(hole));
    const known = named.find(({ namespace }) => fits(namespace, auth.secretNamespace)) ?? null;
    const secret = known ?? (unknown ? { ...unknown, keys: null, texts: [] } : null);
    const others = secrets.filter((one) => one !== known && one.texts.length > 0);
    return { ...auth, secret, others };
  });
}
