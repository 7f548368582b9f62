import fs from 'node:fs';
import path from 'node:path';
import { checkoutOf } from '../host/walk.ts';
import { harmless } from '../text/printable.ts';
import { UsageError, type Values } from './usage.ts';

/**
 * Whether the checkout comes from a stranger, so that nothing in it may point out of it: --untrusted, or a CI service
 * that says it builds a pull request from a fork. --no-untrusted overrules the service.
 */
export function isUntrusted(values: Values, env: NodeJS.ProcessEnv = process.env): boolean {
  return values.untrusted ?? (env.CI !== undefined && fromFork(env));
}

/** What each service says of the request that it builds. Sources: the services' lists of predefined variables. */
function fromFork(env: NodeJS.ProcessEnv): boolean {
  if (env.GITHUB_EVENT_NAME?.startsWith('pull_request')) return forkOnGitHub(env.GITHUB_EVENT_PATH);
  const pairs = [
    [env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID, env.CI_MERGE_REQUEST_PROJECT_ID],
    [env.TRAVIS_PULL_REQUEST_SLUG, env.TRAVIS_REPO_SLUG],
    [env.CIRCLE_PR_USERNAME, env.CIRCLE_PROJECT_USERNAME],
  ];
  if (pairs.some(([source, target]) => source && source !== target)) return true;
  return env.SYSTEM_PULLREQUEST_ISFORK?.toLowerCase() === 'true' || Boolean(env.CHANGE_FORK);
}

/** A request whose event cannot be read, or whose fork is gone, is a stranger's. */
function forkOnGitHub(event: string | undefined): boolean {
  try {
    const { pull_request } = JSON.parse(fs.readFileSync(event!, 'utf8')) as {
      pull_request: { head: { repo: { full_name: string } | null }; base: { repo: { full_name: string } } };
    };
    return pull_request.head.repo?.full_name !== pull_request.base.repo.full_name;
  } catch {
    return true;
  }
}

/** Why something is refused there. */
const why = 'the checkout is not trusted (--no-untrusted if it is)';

/** Refuses --live, which looks at the machine. */
export function refuseLive({ live }: Values): void {
  if (live) throw new UsageError(`--live is refused: ${why}`);
}

/** Refuses paths that lie outside the checkout that holds the working directory. */
export function refuseOutside(paths: readonly string[]): void {
  const top = checkoutOf(process.cwd()) ?? process.cwd();
  const outside = paths.find((one) => !inCheckout(one, top));
  if (outside !== undefined) throw new UsageError(`${harmless(outside)} lies outside and is refused: ${why}`);
}

/** Whether a path on disk, links followed, lies in the checkout that holds the working directory. */
export function inCheckout(target: string, top: string): boolean {
  const inside = (file: string, folder: string): boolean => `${file}/`.startsWith(folder === '/' ? '/' : `${folder}/`);
  try {
    return inside(fs.realpathSync(path.resolve(target)), fs.realpathSync(top));
  } catch {
    // what is not there gives nothing to read
    return inside(path.resolve(target), path.resolve(top));
  }
}
