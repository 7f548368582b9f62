import { hole } from '../../text/template.ts';
import { checkIn, type HealthCheck } from './service.ts';
import { itemsAt, textAt, valueAt, wordsOf, type Yaml } from './yaml.ts';

const kinds = ['liveness', 'readiness', 'startup'] as const;

/** Addresses of a node as a Pod may see it: one of each range that clusters have, and one of a network of its own. */
const nodes = ['10.0.0.1', '172.16.0.1', '192.168.0.1', '100.64.0.1', '203.0.113.1'];

/** The probes of a container that ask over HTTP. Source: the Kubernetes API, `httpGet`: a status from 200 to 399 is well. */
export function probesOf(container: Yaml): HealthCheck[] {
  return kinds.flatMap((kind) => {
    const probe = valueAt(container, `${kind}Probe`);
    const command = valueAt(probe, 'exec', 'command');
    const inner = command && checkIn(wordsOf(command), command.span);
    const check = inner ?? asked(valueAt(probe, 'httpGet'), container);
    return check ? [{ ...check, kind }] : [];
  });
}

function asked(get: Yaml | null, container: Yaml): Omit<HealthCheck, 'kind'> | null {
  if (!get || valueAt(get, 'host')) return null;
  const path = textAt(get, 'path') ?? '/';
  const port = portOf(textAt(get, 'port') ?? '', container);
  const headers: Record<string, string> = {};
  for (const header of itemsAt(get, 'httpHeaders'))
    headers[(textAt(header, 'name') ?? '').toLowerCase()] = textAt(header, 'value') ?? '';
  if (port === null || [path, ...Object.entries(headers).flat()].some((text) => text.includes(hole))) return null;
  const { host = '10.0.0.2', ...others } = headers;
  const tls = textAt(get, 'scheme')?.toUpperCase() === 'HTTPS';
  const url = `${tls ? 'https' : 'http'}://${host.replace(/:\d+$/, '')}:${port}${path.startsWith('/') ? path : `/${path}`}`;
  return { url, headers: others, from: nodes, where: (valueAt(get, 'path') ?? get).span };
}

/** A port by number, or by the name that the container gives it. */
function portOf(written: string, container: Yaml): number | null {
  if (/^\d+$/.test(written)) return Number(written);
  const named = itemsAt(container, 'ports').find((one) => textAt(one, 'name') === written);
  const number = textAt(named ?? null, 'containerPort') ?? '';
  return /^\d+$/.test(number) ? Number(number) : null;
}
