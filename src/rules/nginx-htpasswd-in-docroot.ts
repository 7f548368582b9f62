import { basename } from '../host/paths.ts';
import { printable } from '../text/printable.ts';
import type { Rule, RuleMeta } from './rule.ts';

const meta: RuleMeta = {
  id: 'nginx-htpasswd-in-docroot',
  title: 'A file of passwords can be fetched',
  server: 'nginx',
  severity: 'error',
  confidence: 'high',
  since: '0.1.0',
  explains: [],
  docs: {
    visitor: 'Everybody can download the hashes, and guess the passwords at leisure.',
    why: 'The file lies below the root of a server, and nginx has no rule of its own against names that begin with .ht.',
    fix: 'move it out of the root, or write location ~ /\\.ht { deny all; }',
    fine: 'Where the server denies it; then it is not reported.',
  },
};

export const rule: Rule = {
  meta,
  *check(unit) {
    for (const { path, server, uri, where, root } of unit.nginx?.servedFiles ?? []) {
      const name =
        server.names.find((one) => !one.pattern && /^[\w.-]+$/.test(one.name) && one.name !== '_')?.name ?? '';
      const named = 'source' in where;
      yield {
        message: `open to all at ${name}${printable(uri)}: this password file is served like any page`,
        help: `move ${printable(basename(path))} out of the root, or write location ~ /\\.ht { deny all; }`,
        where,
        severity: named ? 'error' : 'warning',
        related: [{ message: 'the folder is the root here', where: root }],
      };
    }
  },
};
