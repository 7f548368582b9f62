import type { Ended, Exchange } from './exchange.ts';

/** The server's own rules, before anything else maps the URL. */
export function serverRewriting(_exchange: Exchange): Ended | 'mapped' | null {
  return null;
}

/** Rules of folders and .htaccess files, after the login. */
export function directoryRewriting(_exchange: Exchange): Ended | null {
  return null;
}
