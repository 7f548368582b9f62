import { expect, it } from 'vitest';
import { MemoryHost } from '../../../src/host/memory.ts';
import { loadNginx } from '../../../src/predict/nginx/predictor.ts';
import { requestOf } from '../../../src/predict/request.ts';

const predictorOf = (server: string) =>
  loadNginx(
    new MemoryHost({
      '/etc/nginx/nginx.conf': { text: `events { }\nhttp { server { server_name a.test; root /srv/www; ${server} } }` },
      '/etc/nginx/users': { text: 'bob:{PLAIN}hunter2\n' },
      '/srv/www/file': { text: 'x' },
    }),
    '/etc/nginx/nginx.conf',
  );

it('a challenge that add_header adds counts where its status lets it', () => {
  const { answer } = predictorOf(`
    location /a { add_header WWW-Authenticate 'Basic realm="Hand"' always; return 401; }
    location /b { add_header www-authenticate 'Basic realm="Hand"'; return 401; }
    location /file { add_header WWW-Authenticate 'Basic realm="Hand"'; }
    location /c { add_header WWW-Authenticate 'Basic realm="Too"' always; auth_basic Staff; auth_basic_user_file users; }`);
  const challenges = ['/a', '/b', '/file', '/c'].map((path) => answer(requestOf({ path })).wwwAuthenticate);
  expect(challenges).toEqual([
    'Basic realm="Hand"',
    null,
    'Basic realm="Hand"',
    'Basic realm="Staff", Basic realm="Too"',
  ]);
});

it('the status of a page that an unseen upstream gives is not guessed', () => {
  const { answer } = predictorOf(`
    auth_basic Staff; auth_basic_user_file users;
    location /a { error_page 401 = @page; }
    location /b { error_page 401 =200 @page; }
    location @page { auth_basic off; proxy_pass http://127.0.0.1:9; }`);
  expect(['/a', '/b'].map((path) => answer(requestOf({ path })).status)).toEqual(['unknown', 200]);
});
