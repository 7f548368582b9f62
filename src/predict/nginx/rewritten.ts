import type { LocationConf, NginxConfig, RewriteStep, ServerConf } from '../../model/nginx/config.ts';
import type { Answer, Reason, ServerRequest } from '../answer.ts';
import { leadsTo } from './paths.ts';
import { asks } from './places.ts';
import { requestFor, samples } from './samples.ts';

/** A path of a location that a rewrite of the server takes away before the location's login is asked for. */
export interface RewrittenPath {
  readonly level: LocationConf;
  readonly path: string;
  readonly reason: Reason;
}

/** Finds paths that seem to be asked for a login, and that rewrites of their server let everybody past. */
export function rewrittenPaths(
  { servers }: NginxConfig,
  answer: (request: ServerRequest) => Answer,
): readonly RewrittenPath[] {
  const found: RewrittenPath[] = [];
  const visit = (server: ServerConf, patterns: readonly string[], level: LocationConf): void => {
    const { kind, own, settings } = level;
    if (kind !== 'exact' && kind !== 'named' && (own.has('realm') || own.has('authRequest')) && asks(settings)) {
      const path = patterns.flatMap(samples).find((one) => leadsTo(server, one, level));
      const given = path === undefined ? null : answer(requestFor(server, path));
      const reason = given?.because.find(({ code }) => code === 'nginx-rewritten-away');
      if (reason && given!.status === 'pass') found.push({ level, path: path!, reason });
    }
    for (const location of level.locations) visit(server, patterns, location);
  };
  for (const server of servers) {
    const patterns = server.saysAccess ? patternsOf(server.level.steps) : [];
    if (patterns.length > 0) for (const location of server.level.locations) visit(server, patterns, location);
  }
  return found;
}

/** Patterns of the rewrites among steps, which redirect nobody. */
function patternsOf(steps: readonly RewriteStep[]): readonly string[] {
  return steps.flatMap((step) => {
    if (step.do === 'if') return patternsOf(step.location.steps);
    return step.do === 'rewrite' && !step.redirects ? [step.pattern.source] : [];
  });
}
