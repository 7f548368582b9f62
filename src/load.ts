import type { Platform } from './catalog/platforms.ts';
import type { FileHost } from './host/host.ts';
import type { Predictor, ServerName } from './predict/answer.ts';
import { loadApache } from './predict/apache/predictor.ts';
import { loadNginx } from './predict/nginx/predictor.ts';
import type { Directive } from './syntax/tree.ts';
import type { Source } from './text/source.ts';

export interface LoadOptions {
  /** Not a whole configuration: judged in the context that fits. */
  readonly fragment: boolean;
  readonly platform?: string | undefined;
  /** ServerRoot or prefix where neither the text nor the layout gives it. */
  readonly prefix?: string | undefined;
}

/** A configuration of either server, read whole: what the pipeline and the rules need of it. */
export interface Loaded {
  readonly predictor: Predictor & {
    /** Grows as .htaccess files are met. */
    readonly sources: readonly Source[];
    /** As the server takes them: includes, conditions and macros expanded; .htaccess files follow. */
    readonly directives: readonly Directive[];
  };
  /** Folder that relative password paths are taken from; null: not known. */
  readonly base: string | null;
}

/** Reads a server's main file (or fragment) with all that it includes. Source: DESIGN, one straight path. */
export function loadConfiguration(host: FileHost, server: ServerName, main: string, options: LoadOptions): Loaded {
  const { fragment, prefix } = options;
  const platform = (options.platform ?? 'glibc') as Platform;
  if (server === 'nginx') {
    const nginx = loadNginx(host, main, { platform, fragment: fragment ? 'auto' : null, ...(prefix && { prefix }) });
    return { predictor: nginx, base: nginx.base };
  }
  const apache = loadApache(host, main, { platform, fragment, ...(prefix && { serverRoot: prefix }) });
  return { predictor: apache, base: apache.config.serverRoot };
}
