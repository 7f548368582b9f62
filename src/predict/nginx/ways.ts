import { ruleFor } from '../../model/nginx/access.ts';
import type { Condition, LocationConf, RewriteStep, ServerConf } from '../../model/nginx/config.ts';
import type { Value } from '../../model/nginx/value.ts';
import { leadsTo, pathInto } from './paths.ts';
import { outsider } from './samples.ts';

/** A path that may lead to a location of which no request asks itself. */
interface Way {
  readonly path: string;
  /** Conditions of which one must hold; empty: none; null: it leads there, however the configuration looks at it. */
  readonly tests: readonly Condition[] | null;
}

/**
 * Ways to a named or internal location: by try_files with nothing behind it, by the error page of an address list or
 * of what is not there, or by that of a `return` in a condition.
 */
export function waysInto(server: ServerConf, location: LocationConf): readonly Way[] {
  const ways: Way[] = [];
  const leads = ({ text }: Value): boolean =>
    location.kind === 'named' ? text === location.name : leadsTo(server, text.split('?')[0]!, location);
  const testsAt = ({ tryFiles, steps, settings: { access, errorPages } }: LocationConf): Way['tests'] | undefined => {
    if (tryFiles !== null && 'uri' in tryFiles.fallback && leads(tryFiles.fallback.uri)) return null;
    const codes = (errorPages ?? []).flatMap(({ code, target }) => (leads(target) ? [code] : []));
    if (codes.length === 0) return undefined;
    if (codes.includes(403) && access && ruleFor(access, outsider)?.allow === false) return null;
    const returns = (step: RewriteStep): boolean => step.do === 'return' && codes.includes(step.code);
    const tests = steps.flatMap((step) => (step.do === 'if' && step.location.steps.some(returns) ? [step.test] : []));
    return tests.length > 0 || steps.some(returns) || codes.includes(404) ? tests : undefined;
  };
  const search = (level: LocationConf): void => {
    const tests = level.kind === 'named' || level === location ? undefined : testsAt(level);
    const path = tests === undefined ? null : level.kind === 'server' ? '/' : pathInto(server, level);
    if (path !== null) {
      const below = `${path}${path.endsWith('/') ? '' : '/'}authlint`;
      ways.push({ path: level.kind === 'server' || leadsTo(server, below, level) ? below : path, tests: tests! });
    }
    for (const inner of level.locations) search(inner);
  };
  search(server.level);
  return ways;
}
