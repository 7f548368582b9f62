import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare } from '../recorded.ts';
import type { CaseRequest, Observed } from './case.ts';
import { fixtures, logins, outsideOf, predictorOf, requestsFor, roots, setupOf, strangersAt } from './fixtures.ts';
import { missing, observe } from './server.ts';

const unable = { apache: missing('apache'), nginx: missing('nginx') };

const recordedRoots = roots().filter((root) => path.relative(fixtures, root).startsWith('servers'));

describe('fixtures/servers: recorded answers of the real servers', () => {
  it.each(recordedRoots.map((root) => [path.basename(root), root] as const))('%s', async (name, root) => {
    const setup = setupOf(root);
    const { requests, observed } = JSON.parse(fs.readFileSync(path.join(root, 'answers.json'), 'utf8')) as {
      requests: CaseRequest[];
      observed: Observed;
    };
    const { wrong, unknown } = compare({ id: name, requests, observed }, await predictorOf(setup));
    expect(wrong).toEqual([]);
    expect(unknown).toEqual([]);
  });
});

describe('fixtures on the real servers', () => {
  for (const [server, why] of Object.entries(unable)) {
    // a skip is silent success: in CI it must not pass for one
    if (why) it.skipIf(!process.env.CI)(`asks ${server}: skipped, for ${why}`, () => expect(why).toBeNull());
  }

  it.concurrent.each(roots().map((root) => [path.relative(fixtures, root), root] as const))(
    '%s',
    async (name, root) => {
      const setup = setupOf(root);
      const outside = outsideOf(root);
      if (unable[setup.server] || outside === 'module') return;
      const predictor = await predictorOf(setup);
      const visits = predictor.starts === 'no' ? [] : requestsFor(predictor);
      const requests = [...visits, ...strangersAt(predictor)];
      const { observed } = await observe({ ...setup, requests });
      const { wrong, unknown } = compare({ id: name, requests, observed }, predictor);
      expect(wrong).toEqual([]);
      if (outside) expect(unknown).not.toEqual([]);
      else expect(unknown).toEqual([]);
      if (process.env.UPDATE && recordedRoots.includes(root)) {
        fs.writeFileSync(path.join(root, 'answers.json'), `${JSON.stringify({ requests, observed }, null, 2)}\n`);
      }
      if (outside || !/(?:^|\/)good-|-sound$/.test(name)) return;
      // what is called good lets a right login in and keeps everybody else out
      expect(observed.start).toBe('ok');
      const statuses = observed.responses.map(({ status }) => status);
      // a form login, or an error page of nginx, may turn the visitor away by sending him to its page
      const passed = (index: number): boolean => {
        const redirects = requests[index]!.auth === 'form' || setup.server === 'nginx';
        return ![401, 403, 500, ...(redirects ? [302] : [])].includes(statuses[index]!);
      };
      for (let at = 0; at < visits.length; at += logins.length + 1) {
        expect(passed(at)).toBe(false);
        expect(logins.some((_, index) => passed(at + 1 + index))).toBe(true);
        expect(passed(at + logins.length)).toBe(false);
      }
    },
    30_000,
  );
});
