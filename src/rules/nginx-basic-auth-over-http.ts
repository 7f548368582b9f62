import { levelsAsking } from './nginx-levels.ts';
import { answersItself, basicOf } from './nginx-logins.ts';
import { isLocal } from './nginx-sockets.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-basic-auth-over-http',
  title: 'Passwords travel in clear text',
  server: 'nginx',
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everyone on the way can read the password of each visitor.',
    why: 'Basic credentials are only base64-coded, and the server takes them on a port without TLS.',
    fix: 'listen 443 ssl; for this server, and redirect from port 80',
    fine: 'Where TLS ends at a balancer in front, or on a loopback address.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    const done = new Set<object>();
    for (const { server, level } of levelsAsking(unit)) {
      const realm = basicOf(level.settings);
      if (!realm || done.has(server)) continue;
      if (answersItself(level) || server.level.steps.some(({ do: step }) => step !== 'set')) continue;
      const plain = server.listens.find((listen) => !listen.ssl && !isLocal(listen));
      if (!plain || unit.fragment) continue;
      done.add(server);
      yield {
        message: `everyone on the way can read the passwords: port ${plain.port} has no TLS`,
        where: realm.origin,
        related: plain.origin === server.origin ? [] : [{ message: 'the port', where: plain.origin }],
      };
    }
  },
};
