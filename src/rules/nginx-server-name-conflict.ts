import type { LocationConf, ServerConf } from '../model/nginx/config.ts';
import { spanOf } from '../syntax/tree.ts';
import { printable } from '../text/printable.ts';
import { loginOf } from './nginx-levels.ts';
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

const unnamed: ServerConf['names'] = [{ name: '', pattern: null }];

function asksBelow(level: LocationConf): boolean {
  return loginOf(level.settings) !== null || level.locations.some(asksBelow);
}

export const rule: Rule = {
  meta,
  *check({ nginx }) {
    /** The first server by address and port, and by name. */
    const first = new Map<string, Map<string, ServerConf>>();
    const told = new Set<ServerConf>();
    for (const server of nginx?.config.servers ?? []) {
      // of the branches of a template one is put out
      if (server.origin.source.template) continue;
      const { listens } = server;
      const names = server.names.length > 0 ? server.names : unnamed;
      for (let at = 0; at < listens.length; at++) {
        const { address, port } = listens[at]!;
        const socket = `${address}:${port}`;
        let there = first.get(socket);
        if (!there) {
          there = new Map();
          first.set(socket, there);
        }
        for (let index = 0; index < names.length; index++) {
          const { name, pattern } = names[index]!;
          if (pattern) continue;
          const winner = there.get(name);
          if (!winner) there.set(name, server);
          if (!winner || winner === server || told.has(server) || !asksBelow(server.level)) continue;
          told.add(server);
          const open = !loginOf(winner.level.settings) && !asksBelow(winner.level);
          yield {
            message: `${open ? 'open to all' : 'the login of this server is never asked for'}: requests for ${name === '' ? 'no name' : printable(name, 80)} on port ${port} go to an earlier server`,
            help: 'give the servers names of their own, or join them',
            where: spanOf(server.origin),
            severity: open ? ('error' as const) : meta.severity,
            related: [{ message: 'this server answers', where: spanOf(winner.origin) }],
          };
        }
      }
    }
  },
};
