import { describe, expect, it } from 'vitest';
import { MemoryHost } from '../../../src/host/memory.ts';
import { judge } from '../../../src/predict/judge.ts';
import { loadNginx, type NginxPredictor } from '../../../src/predict/nginx/predictor.ts';
import { generators } from '../../conformance/generators.ts';
import { caseRoot, inMemory } from '../../conformance/layout.ts';

/** Users that the logins of a place are tried with. */
function tried(predictor: NginxPredictor): (string | undefined)[] {
  const [place] = predictor.places();
  const logins = [...predictor.rightLogins!(place!.request, place!.users()!)];
  return logins.map(({ because }) => {
    const at = because.at(-1)!.where;
    return at && 'line' in at ? String(at.line) : because.at(-1)!.code;
  });
}

function load(http: string, realm: string): NginxPredictor {
  const users = 'ann:{PLAIN}a\nbob:{PLAIN}b\ncid:{SHA256}c\ndan:{SHA256}d\neve:{PLAIN}e\n';
  const text = `events { }\nhttp { ${http} server { auth_basic ${realm}; auth_basic_user_file users; } }\n`;
  const host = new MemoryHost({ '/etc/nginx/nginx.conf': text, '/etc/nginx/users': users });
  return loadNginx(host, '/etc/nginx/nginx.conf');
}

describe('right logins', () => {
  it('are tried once for each way that they may go', () => {
    expect(tried(load('', 'staff'))).toEqual(['1', '3']);
  });

  it('are tried for each user where the name counts otherwise', () => {
    expect(tried(load('map $remote_user $realm { default a; eve b; }', '$realm'))).toEqual(['1', '2', '3', '4', '5']);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    'lead to the same verdicts as all of them: seed %i',
    (seed) => {
      const { files, entry } = generators.nginx(seed);
      const predictor = loadNginx(inMemory(files), `${caseRoot}/${entry}`, { prefix: caseRoot });
      const { rightLogins: _, ...each } = predictor;
      const verdicts = (by: typeof each) =>
        predictor.places().map((place) => {
          const { verdict, anonymous, valid, invalid } = judge(by, place);
          return { verdict, anonymous, valid, invalid };
        });
      expect(verdicts(predictor)).toEqual(verdicts(each));
    },
  );
});
