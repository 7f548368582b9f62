import { describe, expect, it } from 'vitest';
import { judged } from '../discover/judged.ts';

/** What is said of a location that asks for a login and has these lines before. */
async function said(lines: string): Promise<readonly string[]> {
  const location = `location / { ${lines} auth_basic "Staff"; auth_basic_user_file users; root /srv; }`;
  const files = {
    'nginx.conf': `events {} http { server { listen 80; ${location} } }`,
    users: 'ann:$2y$05$4W22em6xqwTqY8jm/x2l/.ZVLiVhMi2pmaC/utIEmWRcKT06sEgWm',
  };
  return (await judged(files)).result.findings.map(({ message }) => message);
}

describe('an answer that comes before the login', () => {
  it('is everybody’s where nothing else stands around it', async () => {
    expect(await said('return 403;')).toEqual([
      'everyone gets 403 at /: return 403 answers before any login is asked for',
    ]);
  });

  it('is that of a plain request where an if stands around it', async () => {
    expect(await said('if ($arg_token != "x") { return 403; }')).toEqual([
      'a plain request gets 403 at /: return 403 answers before any login is asked for, where the if around it holds',
    ]);
  });
});
