import { newestRelease } from './nginx-release.ts';

/** A container image of a web server as it comes. */
export interface ServerImage {
  readonly server: 'nginx' | 'apache';
  /** The folder that its own configuration gives out, and names that it keeps back. */
  readonly web: string;
  readonly hides: RegExp | null;
  /** Where relative paths of a Dockerfile that goes on from it begin. */
  readonly workdir: string;
  /** The folder that nginx takes relative paths from, and its release; null: not known. */
  readonly nginx: { readonly prefix: string; readonly release: string } | null;
  /** Its configuration; null: not known in full. */
  readonly configuration: ImageConfiguration | null;
}

/** What the configuration of an image consists of. */
export interface ImageConfiguration {
  /** Path of the main file. */
  readonly main: string;
  /** Files by their paths, main file included, as far as they say who gets in; those of types and parameters are all but empty. */
  readonly files: Readonly<Record<string, string>>;
  /** What the main file includes. */
  readonly includes: RegExp | null;
  /** Templates below the first folder become files of the second when a container starts, by their names without `.template`. */
  readonly templates: readonly [from: string, to: string] | null;
}

/** Registries and mirrors that have the official images under their own names. */
const official = String.raw`^(?:docker\.io/|index\.docker\.io/|(?:[\w.-]+(?::\d+)?/)(?:[\w.-]+/)*(?=library/))?(?:library/)?`;
const end = '(?=$|[:@])';

/**
 * What is known of an image by its name. Sources: the Dockerfiles and entrypoints of nginx, nginx-unprivileged, httpd
 * and php with the default configuration of both servers.
 */
export function serverImage(name: string): ServerImage | null {
  if (/(?:^|\/)nginx(?:-unprivileged)?(?=$|[:@])/.test(name)) {
    const unprivileged = /^(?:docker\.io\/)?nginxinc\/nginx-unprivileged(?=$|[:@])/.test(name);
    const known = unprivileged || new RegExp(`${official}nginx${end}`).test(name);
    const alpine = /:[^@]*alpine/.test(name);
    return {
      server: 'nginx',
      web: '/usr/share/nginx/html',
      hides: null,
      workdir: '/',
      nginx: known ? { prefix: '/etc/nginx', release: releaseIn(name) } : null,
      configuration: known ? nginxConfiguration(unprivileged, alpine) : null,
    };
  }
  if (/(?:^|\/)httpd(?=$|[:@])/.test(name)) {
    const known = new RegExp(`${official}httpd${end}`).test(name) && !/:2\.2/.test(name);
    return {
      server: 'apache',
      web: '/usr/local/apache2/htdocs',
      hides: /^\.ht/,
      workdir: '/usr/local/apache2',
      nginx: null,
      configuration: known ? httpdConfiguration : null,
    };
  }
  if (/(?:^|\/)php:[\w.-]*apache/.test(name))
    return {
      server: 'apache',
      web: '/var/www/html',
      hides: /^\.ht/,
      workdir: '/var/www/html',
      nginx: null,
      configuration: null,
    };
  return null;
}

/** The release that a tag names; one of words alone (`latest`, `stable-alpine`) is the newest when the image is pulled. */
function releaseIn(name: string): string {
  const tag = /:([\w.-]+)(?:@|$)/.exec(name)?.[1] ?? 'latest';
  return /\d/.test(tag) ? tag : newestRelease;
}

function nginxConfiguration(unprivileged: boolean, alpine: boolean): ImageConfiguration {
  return {
    main: '/etc/nginx/nginx.conf',
    files: {
      '/etc/nginx/nginx.conf': [
        unprivileged ? '' : 'user nginx;',
        'worker_processes auto;',
        'events {',
        '    worker_connections 1024;',
        '}',
        'http {',
        '    include /etc/nginx/mime.types;',
        '    default_type application/octet-stream;',
        '    sendfile on;',
        '    keepalive_timeout 65;',
        '    include /etc/nginx/conf.d/*.conf;',
        '}',
        '',
      ].join('\n'),
      '/etc/nginx/conf.d/default.conf': [
        'server {',
        `    listen ${unprivileged ? 8080 : 80};`,
        '    server_name localhost;',
        '    location / {',
        '        root /usr/share/nginx/html;',
        '        index index.html index.htm;',
        '    }',
        '    error_page 500 502 503 504 /50x.html;',
        '    location = /50x.html {',
        '        root /usr/share/nginx/html;',
        '    }',
        '}',
        '',
      ].join('\n'),
      '/etc/nginx/mime.types': 'types {\n    text/html html htm;\n}\n',
      ...Object.fromEntries(['fastcgi', 'scgi', 'uwsgi'].map((name) => [`/etc/nginx/${name}_params`, ''])),
      '/etc/passwd': accounts(`nginx 101 ${alpine ? alpineUsers : debianUsers}`),
    },
    includes: /^\/etc\/nginx\/conf\.d\/[^/]+\.conf$/,
    templates: ['/etc/nginx/templates', '/etc/nginx/conf.d'],
  };
}

/** Users of the distributions' own /etc/passwd; only Debian's has a www-data. */
const debianUsers =
  'root 0 daemon 1 bin 2 sys 3 sync 4 games 5 man 6 lp 7 mail 8 news 9 uucp 10 proxy 13 www-data 33 backup 34 list 38 irc 39 _apt 42 nobody 65534';
const alpineUsers =
  'root 0 bin 1 daemon 2 lp 4 sync 5 shutdown 6 halt 7 mail 8 news 9 uucp 10 operator 11 man 13 cron 16 ftp 21 sshd 22 games 35 ntp 123 guest 405 nobody 65534';

function accounts(users: string): string {
  return [...users.matchAll(/(\S+) (\d+)/g)].map(([, name, id]) => `${name}:x:${id}:${id}::/:\n`).join('');
}

/** Modules that the image's httpd.conf loads, in its order. */
const httpdModules =
  'mpm_event authn_file authn_core authz_host authz_groupfile authz_user authz_core access_compat auth_basic reqtimeout filter mime log_config env headers setenvif version unixd status autoindex dir alias';

const httpdConfiguration: ImageConfiguration = {
  main: '/usr/local/apache2/conf/httpd.conf',
  files: {
    '/usr/local/apache2/conf/httpd.conf': [
      'ServerRoot "/usr/local/apache2"',
      'Listen 80',
      ...httpdModules.split(' ').map((name) => `LoadModule ${name}_module modules/mod_${name}.so`),
      'User www-data',
      'Group www-data',
      '<Directory />',
      '    AllowOverride none',
      '    Require all denied',
      '</Directory>',
      'DocumentRoot "/usr/local/apache2/htdocs"',
      '<Directory "/usr/local/apache2/htdocs">',
      '    Options Indexes FollowSymLinks',
      '    AllowOverride None',
      '    Require all granted',
      '</Directory>',
      'DirectoryIndex index.html',
      '<Files ".ht*">',
      '    Require all denied',
      '</Files>',
      '<Directory "/usr/local/apache2/cgi-bin">',
      '    AllowOverride None',
      '    Options None',
      '    Require all granted',
      '</Directory>',
      '',
    ].join('\n'),
  },
  includes: null,
  templates: null,
};
