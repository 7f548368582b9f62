import { expect, it } from 'vitest';
import { MemoryHost } from '../../../src/host/memory.ts';
import { loadNginx } from '../../../src/predict/nginx/predictor.ts';

it('a pattern inside another location has a path that lands in both', () => {
  const login = 'auth_basic Staff; auth_basic_user_file users;';
  const text = `events { }
http { server { server_name a.test; root /srv/www;
  location ~ /app { location ~ /secret { ${login} } location /app/plain { ${login} } }
  location /files/ { location ~ \\.zip$ { ${login} } }
} }`;
  const host = new MemoryHost({
    '/etc/nginx/nginx.conf': { text },
    '/etc/nginx/users': { text: 'bob:{PLAIN}hunter2\n' },
  });
  const predictor = loadNginx(host, '/etc/nginx/nginx.conf');
  const places = predictor.places();
  // nothing ever lands in a plain location inside a pattern's
  expect(places.map(({ target }) => target)).toEqual(['a.test/app/secret', 'a.test/files/index.zip']);
  expect(places.map(({ request }) => predictor.answer(request).status)).toEqual([401, 401]);
});
