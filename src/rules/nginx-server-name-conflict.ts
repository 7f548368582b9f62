import { printable } from '../text/printable.ts';
import { levelsAsking } from './nginx-levels.ts';
import { namesakes } from './nginx-sockets.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-server-name-conflict',
  title: 'A second server of the same name is never asked',
  server: 'nginx',
  severity: 'warning',
  confidence: 'certain',
  since: '0.1.0',
  explains: ['nginx-pass'],
  docs: {
    visitor: 'Everybody gets the first server; the login of the second one is never asked for.',
    why: 'Of two servers with one name on one port nginx takes the first and only warns about the other.',
    fix: 'give the servers names of their own, or join them',
    fine: 'Never, where the second one is meant to be used.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    if (!unit.nginx) return;
    const asking = new Set(levelsAsking(unit).map(({ server }) => server));
    for (const [server, { winner, name, port }] of namesakes(unit.nginx.config)) {
      if (!asking.has(server)) continue;
      const open = !asking.has(winner);
      yield {
        message: `${open ? 'open to all' : 'the login of this server is never asked for'}: requests for ${name === '' ? 'no name' : printable(name, 80)} on port ${port} go to an earlier server`,
        where: server.origin,
        severity: open ? 'error' : meta.severity,
        related: [{ message: 'this server answers', where: winner.origin }],
      };
    }
  },
};
