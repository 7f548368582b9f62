import type { RuleMeta } from './rule.ts';

/** The last resort: a bad verdict is never silent. */
export const meta: RuleMeta = {
  id: 'lockout-unexplained',
  title: 'A protected place lets no right login in, or everybody',
  server: 'both',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor:
      'Everyone gets the status that the message names, with a right password as without one; or everyone is let in.',
    why: 'The prediction of what the server answers ends this way and no other rule names the mistake behind it.',
    fix: 'follow the chain of reasons; authlint predict prints it for a single request',
    fine: 'Where a place is closed or open on purpose; silence it there with a reason.',
  },
};
