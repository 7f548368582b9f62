import { absent, type FileHost } from '../../host/host.ts';
import { matchPattern } from '../../model/apache/regex.ts';
import type { Condition, LocationConf, NginxConfig, RewriteStep } from '../../model/nginx/config.ts';
import { spanOf } from '../../syntax/tree.ts';
import { printable } from '../../text/printable.ts';
import { reason } from './access.ts';
import { type Flow, Unknown } from './request.ts';
import { valueFor } from './values.ts';

/** How the rewrite phase ends: on to the next phase, or a status sent by `return` or a redirecting rewrite. */
export interface Rewritten {
  readonly status: number;
  /** `return` with a body or a status under 400 sends its answer at once; else the error pages may step in. */
  readonly sent: boolean;
}

/** Runs the rewrite module's steps of a level. Source: ngx_http_rewrite_module.c, ngx_http_script.c. */
export function rewritePhase(config: NginxConfig, host: FileHost, flow: Flow, level: LocationConf): Rewritten | null {
  const result = run(config, host, flow, level.steps, level.kind === 'server');
  return result === 'break' ? null : result;
}

function run(
  config: NginxConfig,
  host: FileHost,
  flow: Flow,
  steps: readonly RewriteStep[],
  serverLevel: boolean,
): Rewritten | 'break' | null {
  for (const step of steps) {
    switch (step.do) {
      case 'set':
        flow.variables.set(
          step.name,
          lenient(() => valueFor(config, flow, step.value)),
        );
        break;
      case 'break':
        return 'break';
      case 'return':
        return returned(step, flow);
      case 'if': {
        if (!holds(config, host, flow, step.test)) break;
        if (!serverLevel) flow.level = step.location;
        const inner = run(config, host, flow, step.location.steps, serverLevel);
        if (inner) return inner;
        break;
      }
      case 'rewrite': {
        const match = matchPattern(step.pattern, flow.uri);
        if (match === undefined)
          throw new Unknown(
            reason('nginx-unseen', 'whether a rewrite pattern matches cannot be told', spanOf(step.origin)),
          );
        if (!match) break;
        flow.captures = match;
        if (step.redirects) {
          const status = step.flag === 'permanent' ? 301 : 302;
          flow.reasons.push(
            reason('nginx-rewrite-redirect', `rewrite redirects before any login is asked for`, spanOf(step.origin)),
          );
          return { status, sent: false };
        }
        const target = valueFor(config, flow, step.replacement);
        const question = target.indexOf('?');
        const uri = question < 0 ? target : target.slice(0, question);
        const added = question < 0 ? null : target.slice(question + 1);
        flow.uri = uri;
        flow.internal = true;
        if (added === '') flow.args = '';
        else if (added !== null)
          flow.args = flow.args && !added.endsWith('?') ? `${added}&${flow.args}` : added.replace(/\?$/, '');
        if (uri === '') {
          flow.reasons.push(
            reason('nginx-redirection-cycle', 'the rewritten URI has a zero length', spanOf(step.origin)),
          );
          return { status: 500, sent: false };
        }
        flow.uriChanged = step.flag !== 'break';
        if (step.flag === 'last' || step.flag === 'break') return 'break';
        break;
      }
    }
  }
  return null;
}

/** A value that only later steps might need: what cannot be told is marked and fails where it is used. */
function lenient(make: () => string): string {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unknown) return '';
    throw error;
  }
}

function returned(step: Extract<RewriteStep, { do: 'return' }>, flow: Flow): Rewritten {
  flow.reasons.push(
    reason('nginx-return', `return ${step.code} answers before any login is asked for`, spanOf(step.origin)),
  );
  const redirect = [301, 302, 303, 307, 308].includes(step.code);
  return { status: step.code, sent: !redirect && (step.code < 400 || step.text !== null) };
}

function holds(config: NginxConfig, host: FileHost, flow: Flow, test: Condition): boolean {
  switch (test.kind) {
    case 'variable': {
      const value = valueFor(config, flow, test.value);
      return value !== '' && value !== '0';
    }
    case 'equal':
      return (valueFor(config, flow, test.value) === valueFor(config, flow, test.with)) !== test.negated;
    case 'match': {
      const match = matchPattern(test.pattern, valueFor(config, flow, test.value));
      if (match === undefined)
        throw new Unknown(reason('nginx-unseen', 'whether a pattern matches cannot be told', null));
      if (match) flow.captures = match;
      return (match !== null) !== test.negated;
    }
    case 'file': {
      const path = valueFor(config, flow, test.path);
      const stat = host.stat(path);
      if (stat === 'invisible')
        throw new Unknown(reason('nginx-unseen', `whether ${printable(path)} is there cannot be seen`, null));
      const found = absent(stat)
        ? false
        : test.test === 'e' ||
          (test.test === 'd'
            ? stat.kind === 'directory'
            : test.test === 'f'
              ? stat.kind === 'file'
              : (stat.mode & 0o111) !== 0);
      return found !== test.negated;
    }
  }
}
