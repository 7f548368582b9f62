import type { Requirement } from '../model/apache/require.ts';
import { leadingWords } from '../model/apache/words.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'requireall-impossible',
  title: 'RequireAll asks for two users at once',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-require-user-denied', 'apache-require-denied'],
  docs: {
    visitor: 'A right password is refused: the prompt comes back for ever, or 403.',
    why: 'Everything within RequireAll must hold, and nobody logs in as two users, or gets past Require all denied.',
    fix: 'write the names on one Require line, or use RequireAny',
    fine: 'Never: nobody gets in.',
  },
};

/** Whether nobody can get into a place for what its RequireAll asks. */
export function isImpossible({ verdict, place }: JudgedPlace): boolean {
  const bad = verdict === 'locked-out' || verdict === 'forbidden';
  return bad && impossibleIn(place.apache?.()?.settings.authz?.section ?? null) !== null;
}

/** Why a requirement can be met by nobody, in words; null: it is not that. */
function impossibleIn(requirement: Requirement | null): string | null {
  if (requirement?.kind !== 'container' || requirement.negate) return null;
  const { op, children } = requirement;
  if (op === 'all' && children.length > 1) {
    const users = children.flatMap((child) =>
      child.kind === 'leaf' && !child.negate && child.demand.kind === 'user'
        ? [leadingWords(child.demand.words.text)]
        : [],
    );
    const [first, ...others] = users;
    if (first && others.length > 0 && !first.some((name) => others.every((names) => names.includes(name))))
      return 'RequireAll wants the visitor to be two users at once';
    if (
      children.some(
        (child) => child.kind === 'leaf' && !child.negate && child.demand.kind === 'all' && !child.demand.granted,
      )
    )
      return 'Require all denied within RequireAll refuses every login';
  }
  const found = children.map(impossibleIn);
  return op === 'all'
    ? (found.find((one) => one !== null) ?? null)
    : found.every((one) => one !== null)
      ? (found[0] ?? null)
      : null;
}

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: (_, judged) => isImpossible(judged),
      cause: (_, { place }) => impossibleIn(place.apache?.()?.settings.authz?.section ?? null)!,
    }),
};
