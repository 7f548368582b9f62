// Configurations for timing, the same bytes at each call: many servers, trees of small files, password files, and
// input that grows where a careless reader does.
import fs from 'node:fs';
import path from 'node:path';

const listen = '127.0.0.1:8701';
const apacheModules = '/usr/lib/apache2/modules';
const modules =
  'mpm_event authn_core authn_file authz_core authz_host authz_user authz_groupfile access_compat auth_basic alias dir env mime setenvif rewrite headers'.split(
    ' ',
  );

/** Numbers that look random (mulberry32). */
function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { below: (limit) => next() % limit, pick: (list) => list[next() % list.length] };
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, 'latin1');
  return file;
}

/** Writes what a generator yields, without holding it whole. */
function stream(file, parts) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const fd = fs.openSync(file, 'w');
  let held = '';
  for (const part of parts) {
    held += part;
    if (held.length > 1 << 20) {
      fs.writeSync(fd, held, null, 'latin1');
      held = '';
    }
  }
  fs.writeSync(fd, held, null, 'latin1');
  fs.closeSync(fd);
  return file;
}

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const letters = (numbers, length) => Array.from({ length }, () => alphabet[numbers.below(64)]).join('');

function hash(numbers) {
  const kind = numbers.below(100);
  if (kind < 75) return `$2y$10$${letters(numbers, 53)}`;
  if (kind < 90) return `$apr1$${letters(numbers, 8)}$${letters(numbers, 22)}`;
  return `$6$${letters(numbers, 16)}$${letters(numbers, 86)}`;
}

function passwordFiles(folder) {
  const numbers = random(7);
  for (let file = 0; file < 20; file++) {
    const lines = Array.from({ length: 8 }, (_, user) => `user${file * 8 + user}:${hash(numbers)}\n`);
    write(path.join(folder, `site${file}.htpasswd`), lines.join(''));
  }
}

const nginxHead = (names) =>
  `worker_processes 1;\nerror_log /dev/null;\npid nginx.pid;\nevents {\n    worker_connections 64;\n}\nhttp {\n    access_log off;\n` +
  `    server_names_hash_max_size ${2 ** Math.ceil(Math.log2(names * 4 + 1024))};\n    server_names_hash_bucket_size 128;\n`;

function nginxServer(numbers, index) {
  const name = `host${String(index).padStart(6, '0')}.example.test`;
  const lines = [
    'server {',
    `    listen ${listen};`,
    `    server_name ${name} www.${name};`,
    `    root /srv/www/site${numbers.below(500)};`,
    '    index index.html;',
    '    location / {\n        try_files $uri $uri/ =404;\n    }',
    `    location ~ \\.(?:png|css|js)$ {\n        expires 30d;\n        add_header Cache-Control "public, max-age=${numbers.below(99999)}";\n    }`,
  ];
  if (index % 3 === 0) {
    const office = numbers.below(3) === 0;
    lines.push(
      `    location ${numbers.pick(['/admin/', '/staff/', '^~ /internal/'])} {`,
      `        auth_basic "Members ${numbers.below(1000)}";`,
      `        auth_basic_user_file htpasswd/site${numbers.below(20)}.htpasswd;`,
      ...(office ? [`        satisfy any;\n        allow 10.${numbers.below(256)}.0.0/16;\n        deny all;`] : []),
      '    }',
    );
  }
  return `${lines.join('\n')}\n}\n`;
}

function* nginxServers(count) {
  const numbers = random(1);
  yield nginxHead(count);
  for (let index = 0; index < count; index++) yield nginxServer(numbers, index);
  yield '}\n';
}

const apacheHead = (folder) =>
  `ServerRoot "${folder}"\nServerName localhost\nListen ${listen}\nPidFile "${folder}/httpd.pid"\nErrorLog /dev/null\n` +
  modules.map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so\n`).join('') +
  `TypesConfig /dev/null\nDocumentRoot "${folder}/htdocs"\n<Directory />\n    AllowOverride None\n    Require all denied\n</Directory>\n` +
  `<Directory "${folder}/htdocs">\n    AllowOverride All\n    Require all granted\n</Directory>\n`;

function apacheLogin(numbers, indent) {
  const requires = [
    'Require valid-user',
    `Require user alice user${numbers.below(100)}`,
    `<RequireAny>\n${indent}    Require ip 10.${numbers.below(256)}.0.0/16\n${indent}    Require valid-user\n${indent}</RequireAny>`,
  ];
  return [
    'AuthType Basic',
    `AuthName "Members ${numbers.below(1000)}"`,
    `AuthUserFile conf/site${numbers.below(20)}.htpasswd`,
  ]
    .concat(numbers.pick(requires))
    .map((line) => `${indent}${line}\n`)
    .join('');
}

function apacheHost(folder, numbers, index) {
  const name = `host${String(index).padStart(6, '0')}.example.test`;
  return (
    `<VirtualHost ${listen}>\n    ServerName ${name}\n    ServerAlias www.${name}\n    DocumentRoot "${folder}/htdocs"\n` +
    `    <Directory "${folder}/htdocs/site${numbers.below(500)}">\n        Options -Indexes +FollowSymLinks\n` +
    (index % 3 === 0 ? apacheLogin(numbers, '        ') : '        Require all granted\n') +
    `    </Directory>\n    SetEnvIf Host "^www\\." canonical=no\n    Header set X-Site "${name}"\n</VirtualHost>\n`
  );
}

function* apacheHosts(folder, count) {
  const numbers = random(2);
  yield apacheHead(folder);
  for (let index = 0; index < count; index++) yield apacheHost(folder, numbers, index);
}

/** Each maker takes a folder and a size, and gives the path to check. */
export const makers = {
  'small .htaccess': (folder) =>
    write(
      path.join(folder, '.htaccess'),
      'AuthType Basic\nAuthName "Members"\nAuthUserFile /etc/htpasswd\nRequire valid-user\n',
    ),
  'nginx servers'(folder, count) {
    passwordFiles(path.join(folder, 'htpasswd'));
    return stream(path.join(folder, 'nginx.conf'), nginxServers(count));
  },
  'Apache hosts'(folder, count) {
    passwordFiles(path.join(folder, 'conf'));
    fs.mkdirSync(path.join(folder, 'htdocs'), { recursive: true });
    return stream(path.join(folder, 'httpd.conf'), apacheHosts(folder, count));
  },
  tree(folder, count) {
    const numbers = random(3);
    passwordFiles(path.join(folder, 'conf'));
    write(path.join(folder, 'httpd.conf'), `${apacheHead(folder)}IncludeOptional sites-enabled/*.conf\n`);
    for (let index = 0; index < count; index++) {
      const file = `sites-enabled/host${String(index).padStart(6, '0')}.conf`;
      write(path.join(folder, file), apacheHost(folder, numbers, index));
    }
    for (let index = 0; index < 2 * count; index++) {
      const branch = `a${Math.floor(index / 2500)}/b${Math.floor(index / 50) % 50}/d${index}`;
      const text = index % 3 === 2 ? 'Options -Indexes\nRequire all granted\n' : apacheLogin(numbers, '');
      write(path.join(folder, 'htdocs', branch, '.htaccess'), `# area ${index}\n${text}`);
    }
    return folder;
  },
  passwords(folder, count) {
    const numbers = random(4);
    const pool = Array.from({ length: 4096 }, () => `:${hash(numbers)}\n`);
    return stream(
      path.join(folder, '.htpasswd'),
      (function* () {
        for (let index = 0; index < count; index++) yield `user${index}${pool[numbers.below(4096)]}`;
      })(),
    );
  },
  'twice the same users'(folder, count) {
    return stream(
      path.join(folder, '.htpasswd'),
      (function* () {
        for (let index = 0; index < count; index++)
          yield `user${index % (count / 2)}:$apr1$abcdefgh$aaaaaaaaaaaaaaaaaaaaa/\n`;
      })(),
    );
  },
};

/** Input that is hard on a careless reader, with the number of plain servers that are about as much to read. */
export const hard = {
  'locations inside each other': {
    servers: 250,
    text: `${nginxHead(8)}server {\n${Array.from({ length: 900 }, (_, at) => `location /a${'a'.repeat(at)} {\n`).join('')}${'}\n'.repeat(900)}}\n}\n`,
  },
  'a line of 4 MB': {
    servers: 8000,
    text: `${nginxHead(8)}server { listen ${listen}; server_name ${'a.example.test '.repeat(280_000)}; }\n}\n`,
  },
  'a word of 4 MB': { servers: 8000, text: `${nginxHead(8)}server { set $a ${'x'.repeat(4 << 20)}; }\n}\n` },
  '20,000 locations': {
    servers: 3000,
    text: `${nginxHead(8)}server {\n${Array.from({ length: 20_000 }, (_, at) => `location /p${at}/ { auth_basic "r"; auth_basic_user_file htpasswd/site${at % 20}.htpasswd; }\n`).join('')}}\n}\n`,
  },
};

/** Writes one of the hard files. */
export function makeHard(folder, name) {
  passwordFiles(path.join(folder, 'htpasswd'));
  return write(path.join(folder, 'nginx.conf'), hard[name].text);
}
