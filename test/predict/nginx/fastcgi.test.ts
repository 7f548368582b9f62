import { expect, it } from 'vitest';
import { MemoryHost } from '../../../src/host/memory.ts';
import { loadNginx } from '../../../src/predict/nginx/predictor.ts';
import { requestOf } from '../../../src/predict/request.ts';

const predictor = (locations: string) =>
  loadNginx(
    new MemoryHost({
      '/etc/nginx/nginx.conf': { text: `events { }\nhttp { server { listen 80; root /srv/www; ${locations} } }` },
      '/srv/www/k/a': { text: '' },
    }),
    '/etc/nginx/nginx.conf',
  );

const split = 'fastcgi_split_path_info ^(.+?\\.php)(/.*)$;';

it('the script and what follows it are taken out of the path, and a folder’s script is its index', () => {
  const { answer } = predictor(`
    location ~ \\.php { ${split} if ($fastcgi_path_info = /x.php) { return 403; } }
    location /whole.php { if ($fastcgi_path_info) { return 403; } }
    location ^~ /folder/ { fastcgi_index i.php; if ($fastcgi_script_name = /folder/i.php) { return 403; } }`);
  const statusOf = (path: string) => answer(requestOf({ path })).status;
  expect(['/a.php/x.php', '/a.php', '/a.php/y'].map(statusOf)).toEqual([403, 'pass', 'pass']);
  expect(['/whole.php/x', '/folder/', '/folder/i'].map(statusOf)).toEqual(['pass', 403, 'pass']);
});

it('a path that was split once stays so when it is rewritten, but not when the request is led elsewhere', () => {
  const { answer } = predictor(`
    location /k/ { set $p $fastcgi_script_name; rewrite ^/k/(.*)$ /new/$1 break; try_files $fastcgi_script_name @none; }
    location /l/ { set $p $fastcgi_script_name; error_page 418 /k2/a; return 418; }
    location /k2/ { if ($fastcgi_script_name = /k2/a) { return 403; } }
    location @none { return 403; }`);
  const statusOf = (path: string) => answer(requestOf({ path })).status;
  expect(['/k/a', '/k/b', '/l/a'].map(statusOf)).toEqual(['pass', 403, 403]);
});

it('nginx does not start where the pattern has not two groups', () => {
  const { starts, startErrors } = predictor('location / { fastcgi_split_path_info ^(.+)$; }');
  expect([starts, startErrors[0]?.message]).toEqual(['no', 'pattern "^(.+)$" must have 2 captures']);
});
