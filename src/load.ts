import type { Platform } from './catalog/platforms.ts';
import type { FileHost } from './host/host.ts';
import type { Running } from './host/live.ts';
import type { Predictor, ServerName } from './predict/answer.ts';
import type { ApacheFacts } from './predict/apache/facts.ts';
import type { NginxFacts } from './predict/nginx/facts.ts';
import type { Directive } from './syntax/tree.ts';
import type { Source } from './text/source.ts';

export interface LoadOptions {
  /** Not a whole configuration: judged in the context that fits. */
  readonly fragment: boolean;
  /** Found on the way: it looks whole, but another file may include it. */
  readonly mayBePart?: boolean;
  readonly platform?: string | undefined;
  /** ServerRoot or prefix where neither the text nor the layout gives it. */
  readonly prefix?: string | undefined;
  /** The server's release as its image or package names it, such as `1.27-alpine`. */
  readonly version?: string | undefined;
  /** It is a repository's: modules of the server and files of its package are not known. */
  readonly repository?: boolean | undefined;
  /** Told how many bytes have been read after each file of nginx; Apache's files are not many, but for .htaccess files. */
  readonly reading?: ((bytes: number) => void) | undefined;
  /** What the servers of this machine say of themselves; null or absent: it is not the server. */
  readonly running?: Running | null | undefined;
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
  /** What else is known of an Apache; null for another server. */
  readonly apache: ApacheFacts | null;
  /** What else is known of an nginx; null for another server. */
  readonly nginx: NginxFacts | null;
}

/** Reads a main file (or fragment) with all that it includes. Source: DESIGN, one straight path. */
export type Load = (host: FileHost, main: string, options: LoadOptions) => Loaded;

/** What reads one server's configuration. The other server's is never loaded: start-up is most of a small run. */
export async function loaderOf(server: ServerName): Promise<Load> {
  if (server === 'nginx') {
    const { loadNginx } = await import('./predict/nginx/predictor.ts');
    const { nginxVersion } = await import('./catalog/nginx-versions.ts');
    const { nginxBuild } = await import('./model/nginx/build.ts');
    return (host, main, options) => {
      const { fragment, mayBePart = false, prefix, version, repository = false, platform = 'glibc', running } = options;
      const said = running?.nginx();
      const nginx = loadNginx(host, main, {
        platform: platform as Platform,
        fragment: fragment ? 'auto' : null,
        mayBePart,
        reading: options.reading,
        version: version === undefined ? null : nginxVersion(version),
        build: said ? nginxBuild(said) : null,
        repository,
        ...(prefix && { prefix }),
      });
      return { predictor: nginx, base: nginx.base, apache: null, nginx: nginx.facts };
    };
  }
  const { loadApache } = await import('./predict/apache/predictor.ts');
  const { nameOfSymbol } = await import('./model/apache/modules.ts');
  return (host, main, { fragment, prefix, platform = 'glibc', running }) => {
    const modules = running?.apache() ?? null;
    const named = (list: readonly { readonly symbol: string }[]) =>
      new Set(list.map(({ symbol }) => nameOfSymbol(symbol)));
    const apache = loadApache(host, main, {
      platform: platform as Platform,
      fragment,
      ...(prefix && { serverRoot: prefix }),
      running: modules && { all: named(modules), builtIn: named(modules.filter((one) => one.compiledIn)) },
    });
    return { predictor: apache, base: apache.config.serverRoot, apache: apache.facts, nginx: null };
  };
}
