import type { ServerRequest } from '../../../src/predict/answer.ts';
import { encode } from '../../../src/text/bytes.ts';

/** One request as the recorded cases and the command line write it. */
export interface CaseRequest {
  readonly method?: string;
  readonly host?: string | null;
  readonly path: string;
  readonly user?: string | null;
  readonly password?: string | null;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly remote?: string;
  readonly auth?: 'basic' | 'digest';
}

/** The request as the predictor takes it. */
export function requestOf(request: CaseRequest): ServerRequest {
  const headers = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    headers.set(name.toLowerCase(), typeof value === 'string' ? [encode(value)] : value.map(encode));
  }
  return {
    method: request.method ?? 'GET',
    host: request.host ?? null,
    port: null,
    tls: false,
    target: encode(request.path),
    credentials:
      request.user == null
        ? null
        : { scheme: request.auth ?? 'basic', user: encode(request.user), password: encode(request.password ?? '') },
    headers,
    remote: request.remote ?? '127.0.0.1',
  };
}
