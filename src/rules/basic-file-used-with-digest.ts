import type { JudgedPlace } from '../predict/judge.ts';
import { fromVerdicts } from './reasons.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'basic-file-used-with-digest',
  title: 'AuthType Digest with a file of htpasswd',
  server: 'apache',
  severity: 'error',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['apache-user-unknown', 'apache-digest-realm-mismatch'],
  docs: {
    visitor: 'The prompt comes back for ever.',
    why: 'Digest needs lines of three fields, user:realm:hash; a line of htpasswd has two and is never found.',
    fix: 'make the file with htdigest, or write AuthType Basic',
    fine: 'Never, where the file is what the server will see.',
  },
};

/** Whether a place asks for a digest and looks it up in a file without realms. */
export function isDigestOfBasic({ place }: JudgedPlace): boolean {
  const known = place.apache?.();
  return known?.settings.authn?.type?.value.text.toLowerCase() === 'digest' && known.hasRealms() === false;
}

export const rule: Rule = {
  meta,
  check: (unit) =>
    fromVerdicts(unit, meta, {
      when: (_, judged) => isDigestOfBasic(judged),
      cause: () => 'AuthType Digest finds nobody in a file of htpasswd, whose lines have two fields',
      where: (_, { place }) => {
        return place.apache?.()?.settings.userFile?.origin ?? null;
      },
    }),
};
