import { rules as apache } from './index-apache.ts';
import { rules as both } from './index-both.ts';
import { rules as nginx } from './index-nginx.ts';
import type { Rule, RuleHead } from './rule.ts';
import { meta as suppressionUnused } from './suppress.ts';
import { meta as lockoutUnexplained } from './unexplained.ts';

/** Every rule by its name. A run loads only those of its servers. */
export const rules: readonly Rule[] = [...apache, ...both, ...nginx].sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1));

/** What every finding may be called: the rules, the last resort, and a comment that silences nothing. */
export const metas: readonly RuleHead[] = [...rules.map(({ meta }) => meta), lockoutUnexplained, suppressionUnused];
