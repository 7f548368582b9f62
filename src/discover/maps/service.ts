import type { Span } from '../../text/source.ts';
import { type Env, interpolated } from './interpolation.ts';
import { itemsAt, textAt, valueAt, wordsOf, type Yaml } from './yaml.ts';

/** A port of a container that the machine gives to everybody. */
export interface Published {
  readonly service: string;
  /** The container's port. */
  readonly port: number;
  readonly where: Span;
}

/** How a container is asked whether it is well: an HTTP request that counts an error status as illness. */
export interface HealthCheck {
  /** The container's own `healthcheck`, or a probe of Kubernetes. */
  readonly kind: 'health' | 'liveness' | 'readiness' | 'startup';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Addresses that it may come from. */
  readonly from: readonly string[];
  readonly where: Span;
}

/** What a command inside of the container asks from. */
const inside = { kind: 'health', headers: {}, from: ['127.0.0.1'] } as const;

/** Ports of a compose service that other machines reach. Source: the Compose specification, `ports`. */
export function publishedBy(service: string, node: Yaml, env: Env): Published[] {
  return itemsAt(node, 'ports').flatMap((item) => {
    const long = item.text === null;
    const written = long ? (textAt(item, 'target') ?? '') : (interpolated(item.text!, env) ?? item.text!);
    const host = long ? (textAt(item, 'host_ip') ?? '') : (/^(.*):[^:]*:[^:]*$/.exec(written)?.[1] ?? '');
    const port = /(?:^|:)(\d+)(?:\/tcp)?$/.exec(written)?.[1];
    if (port === undefined || /\$|^(?:127\.|\[?::1\]?$|localhost$)/.test(host)) return [];
    return [{ service, port: Number(port), where: item.span }];
  });
}

/** The health check of a compose service; null: it has none that asks over HTTP; `image`: that of its image counts. */
export function composeCheck(node: Yaml, env: Env): HealthCheck | 'image' | null {
  const check = valueAt(node, 'healthcheck');
  const test = valueAt(check, 'test');
  if (!test) return textAt(check, 'disable') === 'true' ? null : 'image';
  return checkIn(interpolated(wordsOf(test), env) ?? '', test.span);
}

/** A command that fails over an error status and sends no login. Source: the manuals of curl (--fail) and wget. */
export function checkIn(command: string, where: Span): HealthCheck | null {
  const curl =
    /(?:^|[\s/"'])curl\s/.test(command) && /\s(?:--fail(?:-with-body)?|-[a-zA-Z]*f[a-zA-Z]*)(?=\s)/.test(command);
  if (!curl && !/(?:^|[\s/"'])wget\s/.test(command)) return null;
  if (/\s(?:-u|--user|--http-user|--http-password|-H|--header|-K|--config|--netrc|-n)\b/.test(command)) return null;
  const url =
    /https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::\d+)?(?:\/[^\s"'|&;)]*)?(?=$|[\s"'|&;)])/.exec(
      command,
    )?.[0];
  return url === undefined || url.includes('$') ? null : { ...inside, url, where };
}
