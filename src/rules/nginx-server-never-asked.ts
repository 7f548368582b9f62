import { levelsAsking, place } from './nginx-levels.ts';
import { defaultOf, isDefault, namesakes } from './nginx-sockets.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-server-never-asked',
  title: 'A server that no request comes to',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: ['nginx-pass'],
  docs: {
    visitor: 'Whoever asks gets the pages of the default server, and is never asked for the login.',
    why: 'server_name _ and a server without a name catch nothing by themselves: what has no other name goes to the default server of the port, which is the first one unless default_server says otherwise. In an image of nginx that is conf.d/default.conf, before all that sorts behind it.',
    fix: 'write listen 80 default_server;, give the server its name, or put it in the place of conf.d/default.conf',
    fine: 'Never, where the server is meant to be used.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    if (!unit.nginx || unit.fragment) return;
    const { servers } = unit.nginx.config;
    // what an earlier server of the same name takes is told by nginx-server-name-conflict
    const told = new Set(namesakes(unit.nginx.config).keys());
    for (const { server, level } of levelsAsking(unit)) {
      // of the branches of a template one is put out
      if (told.has(server) || server.origin.source.template) continue;
      told.add(server);
      const named = server.names.some(({ name, pattern }) => pattern || /[a-z0-9]/i.test(name));
      const [listen] = server.listens;
      const instead = listen && !named && !isDefault(server, servers) ? defaultOf(servers, listen) : null;
      if (!listen || !instead) continue;
      yield {
        message: `the login of ${place(level)} is never asked for: requests on port ${listen.port} go to the default server, and no name leads here`,
        where: server.origin,
        related: [{ message: 'this server answers', where: instead.origin }],
      };
    }
  },
};
