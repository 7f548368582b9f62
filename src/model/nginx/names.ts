import type { NginxDirective } from '../../syntax/nginx.ts';
import type { Directive } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';

/** A use of a zone of shared memory, or of a log format, that some line must make. */
interface NameUse {
  /** What is made: the name with its kind before it. */
  readonly key: string;
  /** nginx's words where no line makes it. */
  readonly complaint: string;
  readonly origin: Directive;
}

/** Takes a line that makes or uses a name. */
type Take = (directive: NginxDirective, names: Names) => void;

/** Zones and log formats that lines make and others use. */
export class Names {
  readonly #made = new Set<string>(['format:combined']);
  readonly #used: NameUse[] = [];
  /** Uses that came before anything made the name, where that is too late. */
  readonly #early: NameUse[] = [];

  make(kind: string, name: string): void {
    this.#made.add(`${kind}:${name}`);
  }

  use(kind: string, name: string, origin: Directive, say: (shown: string) => string, above = false): void {
    const key = `${kind}:${name}`;
    if (this.#made.has(key) || name.includes('$')) return;
    (above ? this.#early : this.#used).push({ key, complaint: say(printable(name, 60)), origin });
  }

  /** Uses of names that no line makes, when all is read. */
  unmade(): readonly NameUse[] {
    return [...this.#early, ...this.#used.filter(({ key }) => !this.#made.has(key))];
  }
}

/** The part of an argument behind `key=` and before a colon. */
function named({ args }: NginxDirective, key: string): string | undefined {
  const found = args.find(({ value }) => value.startsWith(`${key}=`))?.value;
  return found?.slice(key.length + 1).split(':', 1)[0];
}

const makes =
  (kind: string, key: string): Take =>
  (directive, names) => {
    const name = named(directive, key);
    if (name !== undefined) names.make(kind, name);
  };

const cache: Take = (directive, names) => {
  const zone = directive.value(0)!;
  if (zone !== 'off') names.use('cache', zone, directive, (shown) => `"${directive.name}" zone "${shown}" is unknown`);
};

const zeroSize = (shown: string): string => `zero size shared memory zone "${shown}"`;

/** Directives that make or use names. Source: ngx_http_file_cache_set_slot, ngx_http_log_set_log, ngx_init_cycle. */
export const nameTakes: Readonly<Record<string, Take>> = {
  fastcgi_cache_path: makes('cache', 'keys_zone'),
  proxy_cache_path: makes('cache', 'keys_zone'),
  scgi_cache_path: makes('cache', 'keys_zone'),
  uwsgi_cache_path: makes('cache', 'keys_zone'),
  fastcgi_cache: cache,
  proxy_cache: cache,
  scgi_cache: cache,
  uwsgi_cache: cache,
  limit_conn_zone: makes('conn', 'zone'),
  limit_conn: (directive, names) => names.use('conn', directive.value(0)!, directive, zeroSize),
  limit_req_zone: makes('req', 'zone'),
  limit_req(directive, names) {
    const zone = named(directive, 'zone');
    if (zone !== undefined) names.use('req', zone, directive, zeroSize);
  },
  log_format: (directive, names) => names.make('format', directive.value(0)!),
  access_log(directive, names) {
    const format = directive.value(1);
    if (directive.value(0) === 'off' || format === undefined || format.includes('=')) return;
    names.use('format', format, directive, (shown) => `unknown log format "${shown}"`, true);
  },
};
