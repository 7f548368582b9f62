import { type Exchange, reason } from './exchange.ts';

/** What ErrorDocument makes of a status (http_request.c, ap_die): only an absolute URL changes it. */
export function errorDocument(exchange: Exchange, status: number): number {
  if (status < 400) return status;
  const document = exchange.settings.core.errorDocuments?.get(status);
  if (!document || status === 401 || !/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(document.value)) return status;
  exchange.because.push(
    reason('apache-error-document-redirect', `ErrorDocument turns the ${status} into a redirect.`, document.origin),
  );
  return 302;
}
