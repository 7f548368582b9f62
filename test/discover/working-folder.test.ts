import { describe, expect, it } from 'vitest';
import { judged } from './judged.ts';

const bcrypt = '$2y$05$4W22em6xqwTqY8jm/x2l/.ZVLiVhMi2pmaC/utIEmWRcKT06sEgWm';
const site = 'server {\n  listen 80;\n  auth_basic "Staff";\n  auth_basic_user_file /etc/nginx/users;\n}\n';

/** The findings, and the verdicts, where the volumes of a service are taken from $PWD. */
async function found(compose: string): Promise<{ found: readonly string[]; verdicts: readonly string[] }> {
  const { found, result } = await judged({
    [compose]: `services:
  web:
    image: nginx:1.27
    volumes:
      - $PWD/nginx/site.conf:/etc/nginx/conf.d/default.conf
      - \${PWD}/nginx/users:/etc/nginx/users
`,
    'nginx/site.conf': site,
    'nginx/users': `ann:${bcrypt}\n`,
  });
  return { found, verdicts: result.scopes.map(({ verdict }) => verdict) };
}

describe('volumes that are taken from $PWD', () => {
  it('lie beside the compose file', async () => {
    expect(await found('compose.yaml')).toEqual({ found: [], verdicts: ['works'] });
  });

  it('lie elsewhere where they are not there: nothing is missing', async () => {
    expect(await found('deploy/compose.yaml')).toEqual({ found: [], verdicts: ['depends'] });
  });
});
