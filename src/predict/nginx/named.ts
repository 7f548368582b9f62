import { ruleFor } from '../../model/nginx/access.ts';
import type { Condition, LocationConf, RewriteStep, ServerConf } from '../../model/nginx/config.ts';
import { leadsTo, pathInto } from './paths.ts';
import { outsider } from './samples.ts';

/** A path that may lead to a named location. */
interface Way {
  readonly path: string;
  /** Conditions of which one must hold; empty: none; null: it leads there, however the configuration looks at it. */
  readonly tests: readonly Condition[] | null;
}

/**
 * Ways to a named location: by try_files with nothing behind it, by the error page of an address list, or by that of
 * a `return` in a condition.
 */
export function waysToNamed(server: ServerConf, { name }: LocationConf): readonly Way[] {
  const ways: Way[] = [];
  const testsAt = ({ tryFiles, steps, settings: { access, errorPages } }: LocationConf): Way['tests'] | undefined => {
    if (tryFiles !== null && 'uri' in tryFiles.fallback && tryFiles.fallback.uri.text === name) return null;
    const codes = (errorPages ?? []).flatMap(({ code, target }) => (target.text === name ? [code] : []));
    if (codes.length === 0) return undefined;
    if (codes.includes(403) && access && ruleFor(access, outsider)?.allow === false) return null;
    const returns = (step: RewriteStep): boolean => step.do === 'return' && codes.includes(step.code);
    const tests = steps.flatMap((step) => (step.do === 'if' && step.location.steps.some(returns) ? [step.test] : []));
    return tests.length > 0 || steps.some(returns) ? tests : undefined;
  };
  const search = (level: LocationConf): void => {
    const tests = level.kind === 'named' ? undefined : testsAt(level);
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
