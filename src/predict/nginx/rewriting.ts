import { absent } from '../../host/host.ts';
import { normalize } from '../../host/paths.ts';
import type { Condition, LocationConf, NginxConfig, RewriteStep } from '../../model/nginx/config.ts';
import type { Value } from '../../model/nginx/value.ts';
import type { Worker } from '../../model/permissions.ts';
import { printable } from '../../text/printable.ts';
import { reason } from './reasons.ts';
import { type Flow, Unknown } from './request.ts';
import { matched, valueFor } from './values.ts';

/** How the rewrite phase ends: on to the next phase, or a status sent by `return` or a redirecting rewrite. */
export interface Rewritten {
  readonly status: number;
  /** `return` with a body or a status under 400 sends its answer at once; else the error pages may step in. */
  readonly sent: boolean;
}

/** What the rewrite module needs of the server. */
export interface RewriteContext {
  readonly config: NginxConfig;
  readonly worker: Worker;
  /** A level has been taken: its methods and content handler count from now on. */
  enter(flow: Flow, level: LocationConf): void;
}

/** Runs the rewrite module's steps of a level. Source: ngx_http_rewrite_module.c, ngx_http_script.c. */
export function rewritePhase(context: RewriteContext, flow: Flow, level: LocationConf): Rewritten | null {
  const result = run(context, flow, level.steps, level.kind === 'server');
  return result === 'break' ? null : result;
}

type Rewrite = Extract<RewriteStep, { do: 'rewrite' }>;

function run(
  context: RewriteContext,
  flow: Flow,
  steps: readonly RewriteStep[],
  serverLevel: boolean,
): Rewritten | 'break' | null {
  for (const step of steps) {
    let ended: Rewritten | 'break' | null = null;
    switch (step.do) {
      case 'set':
        assign(flow, step.name, lenient(context.config, flow, step.value));
        break;
      case 'break':
        flow.uriChanged = false;
        return 'break';
      case 'return':
        return returned(context.config, flow, step);
      case 'if':
        if (!holds(context, flow, step.test)) break;
        if (!serverLevel) context.enter(flow, step.location);
        ended = run(context, flow, step.location.steps, serverLevel);
        break;
      case 'rewrite':
        ended = rewrite(context.config, flow, step);
        break;
    }
    if (ended) return ended;
  }
  return null;
}

/** Source: ngx_http_script_regex_start_code, ngx_http_script_regex_end_code. */
function rewrite(config: NginxConfig, flow: Flow, step: Rewrite): Rewritten | 'break' | null {
  if (!matched(flow, step.pattern, flow.uri, step.origin)) {
    flow.captures = [];
    return null;
  }
  if (step.redirects) {
    flow.reasons.push(reason('nginx-rewrite-redirect', 'rewrite redirects before any login is asked for', step.origin));
    return { status: step.flag === 'permanent' ? 301 : 302, sent: false };
  }
  const uri = valueFor(config, flow, step.replacement);
  const args = step.args === null ? null : valueFor(config, flow, step.args);
  flow.internal = true;
  flow.unparsed = null;
  flow.uriChanged = step.flag !== 'break';
  flow.rewrittenBy = step.origin;
  if (step.flag === 'break') flow.validLocation = false;
  if (args !== null) flow.args = step.keepsArgs && flow.args ? `${args}&${flow.args}` : args;
  else if (!step.keepsArgs) flow.args = '';
  flow.uri = uri;
  if (uri === '') {
    flow.reasons.push(reason('nginx-redirection-cycle', 'the rewritten URI has a zero length', step.origin));
    return { status: 500, sent: false };
  }
  return step.flag === null ? null : 'break';
}

/** Gives a variable its value; `$args` is the request's query. */
export function assign(flow: Flow, written: string, value: string | null): void {
  const name = written.toLowerCase();
  if (name !== 'args') flow.variables.set(name, value);
  else if (value !== null) flow.args = value;
  else throw new Unknown(reason('nginx-unseen', 'what the query is cannot be told', null));
}

/** A value that only later steps might need; null where it cannot be told, which counts where it is used. */
export function lenient(config: NginxConfig, flow: Flow, value: Value): string | null {
  try {
    return valueFor(config, flow, value);
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

/** Source: ngx_http_script_return_code, ngx_http_send_response. */
function returned(config: NginxConfig, flow: Flow, step: Extract<RewriteStep, { do: 'return' }>): Rewritten {
  flow.reasons.push(reason('nginx-return', `return ${step.code} answers before any login is asked for`, step.origin));
  const redirect = [301, 302, 303, 307, 308].includes(step.code);
  // a body that is empty as written is none
  const body = step.text !== null && step.text.text !== '';
  if (body) lenient(config, flow, step.text);
  return { status: step.code, sent: !redirect && (step.code < 400 || body) };
}

function holds({ config, worker }: RewriteContext, flow: Flow, test: Condition): boolean {
  switch (test.kind) {
    case 'variable': {
      const value = valueFor(config, flow, test.value);
      return value !== '' && value !== '0';
    }
    case 'equal':
      return (valueFor(config, flow, test.value) === valueFor(config, flow, test.with)) !== test.negated;
    case 'match': {
      const match = matched(flow, test.pattern, valueFor(config, flow, test.value), null);
      if (!match) flow.captures = [];
      return match !== test.negated;
    }
    case 'file':
      return isThere(worker, test.test, valueFor(config, flow, test.path)) !== test.negated;
  }
}

/** Source: ngx_http_script_file_code. */
function isThere(worker: Worker, test: 'f' | 'd' | 'e' | 'x', path: string): boolean {
  const slash = path.length > 1 && path.endsWith('/');
  const stat = worker.stat(normalize(path));
  if (stat === 'invisible')
    throw new Unknown(reason('nginx-unseen', `whether ${printable(path)} is there cannot be seen`, null));
  if (absent(stat) || (slash && stat.kind !== 'directory')) return false;
  if (test === 'e') return stat.kind === 'file' || stat.kind === 'directory';
  if (test === 'x') return (stat.mode & 0o100) !== 0;
  return stat.kind === (test === 'd' ? 'directory' : 'file');
}
