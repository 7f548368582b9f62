import { type Exchange, reason } from './exchange.ts';
import { derive, runRequest } from './process.ts';

/** What ErrorDocument makes of a status: another status, and a challenge that the page itself asks for. */
export interface ErrorPage {
  readonly status: number;
  readonly challenge: string | null;
}

/**
 * http_request.c, ap_die: an absolute URL redirects (but for 401, where the challenge would be lost); a local path is
 * fetched by an internal redirect that keeps the status, and whose own challenge goes out with it.
 */
export function errorDocument(exchange: Exchange, status: number): ErrorPage {
  const plain: ErrorPage = { status, challenge: exchange.challenge };
  const document = exchange.settings.core.errorDocuments?.get(status);
  if (status < 400 || !document) return plain;
  const { value, origin } = document;
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(value)) {
    if (status === 401) return plain;
    exchange.because.push(
      reason('apache-error-document-redirect', `ErrorDocument turns the ${status} into a redirect`, origin),
    );
    return { status: 302, challenge: null };
  }
  const page = value.startsWith('/') ? derive(exchange, value, false) : null;
  if (!page) return plain;
  // what happens to the page is no reason for the answer
  const { last } = runRequest({ ...page, because: [], method: 'GET', methodNumber: 0 });
  return { status, challenge: last.challenge ?? exchange.challenge };
}
