import { metas } from '../rules/index.ts';
import type { RuleMeta } from '../rules/rule.ts';

/** All rules with their documentation, which the build takes out of them and keeps beside the code: few runs ask for it. */
export function documentedRules(): readonly RuleMeta[] {
  return metas as readonly RuleMeta[];
}
