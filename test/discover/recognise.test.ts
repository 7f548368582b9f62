import { describe, expect, it } from 'vitest';
import { recognise, worthReading } from '../../src/discover/recognise.ts';

describe('recognise', () => {
  it.each([
    ['/r/nginx.conf', 'events {}\nhttp {\n  server { listen 80; }\n}\n', 'nginx-main'],
    ['/r/site.conf', 'server {\n    listen 80;\n    root /srv;\n}\n', 'nginx-fragment'],
    ['/r/site.conf', '<VirtualHost *:80>\n  DocumentRoot /srv\n</VirtualHost>\n', 'apache-fragment'],
    ['/r/httpd.conf', 'ServerRoot /etc/httpd\nListen 80\n', 'apache-main'],
    ['/r/.htaccess', 'whatever\n', 'htaccess'],
    ['/r/x', 'ann:$apr1$abcdefgh$0123456789012345678901\n', 'passwords'],
    ['/r/unit.conf', '[Unit]\nDescription=x\nAfter=network.target\n[Service]\nUser=www-data\nRestart=always\n', null],
    ['/r/my.conf', '[mysqld]\nuser = mysql\nport=3306\nbind-address = 127.0.0.1\n', null],
    ['/r/redis-user.conf', 'port 6379\nuser default on\ntimeout 0\nsave 900 1\n', null],
    ['/r/redis.conf', 'bind 127.0.0.1\nport 6379\nsave 900 1\n', null],
    ['/r/supervisord.conf', '[program:nginx]\ncommand=nginx -g "daemon off;"\nuser=root\n', null],
    ['/r/x.conf', '\0\0binary', null],
    ['/r/htdigest.html.en', '<?xml version="1.0"?>\n<html>\n', null],
    ['/r/htdigest.c', '/* Licensed */\nint main(void) { return 0; }\n', null],
    ['/r/words.j2', 'key:abcdefghijklm\nand more\n', null],
    ['/r/users', 'ann:abcdefghijklm\n', 'passwords'],
    ['/r/htpasswd', 'ann:secret\n', 'passwords'],
    ['/r/htpasswd', 'make it with\nhttps://example.test/htpasswd\nAuthType Basic\n', null],
    ['/r/htpasswd', 'admin:{SSHA512}AAAA\n', null],
    ['/r/htpasswd.conf.j2', 'auth_basic "Staff";\nauth_basic_user_file htpasswd;\n', 'nginx-fragment'],
    ['/r/dovecot/users', 'ann:{PLAIN}secret\n', null],
    ['/r/empty.conf', '', null],
  ])('%s', (path, text, kind) => {
    expect(recognise(path, text)).toBe(kind);
  });

  it('does not open what cannot be configuration', () => {
    expect(worthReading('/r/logo.png')).toBe(false);
    expect(worthReading('/r/src/main.ts')).toBe(false);
    expect(worthReading('/r/sites-enabled/example')).toBe(true);
    expect(worthReading('/r/.htaccess')).toBe(true);
    expect(worthReading('/r/sites/staff.ngx')).toBe(true);
    expect(worthReading('/r/nginx.conf.j2')).toBe(true);
    expect(worthReading('/r/docker/helk-nginx/config/basic')).toBe(true);
    expect(worthReading('/r/templates/acl.mustache')).toBe(true);
    expect(worthReading('/r/nginx/Dockerfile')).toBe(false);
  });
});
