import { describe, expect, it } from 'vitest';
import { MemoryHost } from '../../src/host/memory.ts';
import { readNginxFile } from '../../src/syntax/nginx.ts';
import { readTemplate, sourceOf } from '../../src/syntax/template.ts';
import { branchOf, hole, isDoubtful, together } from '../../src/text/template.ts';

const shown = (path: string, text: string, reader: 'apache' | 'nginx' = 'nginx'): string | null =>
  readTemplate(path, text, reader)?.text.replaceAll(hole, '~') ?? null;

describe('templates keep their length and become configuration', () => {
  it.each([
    ['site.conf.j2', 'user {{ nginx_user }};', 'user ~~~~~~~~~~~~~~~~;'],
    ['site.conf.j2', 'listen 80{% if tls %} ssl{% endif %};', 'listen 80             ssl           ;'],
    ['site.conf.j2', '{# note #}\nroot /srv;', '          \nroot /srv;'],
    ['site.conf.j2', 'server {\n  {{ extra }}\n}', 'server {\n  ~~~~~~~~~~;\n}'],
    ['site.conf.j2', 'server_name\n  {{ names }}\n  ;', 'server_name\n  ~~~~~~~~~~~\n  ;'],
    [
      'site.conf.erb',
      'root <%= @root %>;\n<% if @tls %>\nssl on;\n<% end -%>',
      'root ~~~~~~~~~~~~;\n             \nssl on;\n          ',
    ],
    ['nginx.tmpl', '{{ if .TLS }}ssl on;{{ end }}', '             ssl on;         '],
    ['nginx.tmpl', '{{ $x := 1 }}\nroot {{ $x }};', '             \nroot ~~~~~~~~;'],
    ['site.conf.mustache', '{{#tls}}ssl on;{{/tls}}{{! why }}', '        ssl on;                  '],
    ['default.conf.template', 'listen ${PORT};\nroot $DOCROOT;', 'listen ~~~~~~~;\nroot ~~~~~~~~;'],
    ['site.conf', 'listen ${PORT};\nset $x ${host};', 'listen ~~~~~~~;\nset $x ${host};'],
    ['site.conf', 'index {INDEX_FILE};', 'index ~~~~~~~~~~~~;'],
    ['site.conf', 'listen ##PORT##; ## NOTE ##\n##END##', 'listen ~~~~~~~~; ## NOTE ##\n##END##'],
    ['site.conf', 'root @WEB_ROOT@/__APP__;', 'root ~~~~~~~~~~/~~~~~~~;'],
    ['site.conf.in', 'Listen @@Port@@\nroot @exp_htdocsdir@;', 'Listen ~~~~~~~~\nroot ~~~~~~~~~~~~~~~;'],
    ['site.tpl', 'listen %ip%:%web_port%;\nroot %home%/x;', 'listen ~~~~:~~~~~~~~~~;\nroot ~~~~~~/x;'],
    ['site.conf', 'server_name {site_hosts};\nroot "{$docRoot}/x";', 'server_name ~~~~~~~~~~~~;\nroot "~~~~~~~~~~/x";'],
    ['site.conf.php', 'root <?= $root ?>;', 'root ~~~~~~~~~~~~;'],
    [
      'x.conf.sample',
      'server_name <your name>;\nlocation ~ ^/(?<id>a)$ {}',
      'server_name ~~~~~~~~~~~;\nlocation ~ ^/(?<id>a)$ {}',
    ],
  ])('%s %s', (path, text, expected) => {
    expect(shown(path, text)).toBe(expected);
  });

  it.each([
    ['site.conf', 'location / { return 200 "{}"; }'],
    ['site.conf', 'log_format json \'{"a":{"b":"$uri"}}\';'],
    ['site.conf', 'if ($request_uri ~* "^/[a-z]{2}/") { return 404; }'],
    ['site.conf', 'proxy_pass http://${upstream_host}/;'],
    ['site.conf', 'rewrite ^/%c3%a9t%c3%a9$ /a%20b%e4%bd%a0 last;'],
    ['site.conf', 'location ~ "^/\\p{lu}[a-z]{2}" { return 200 "{}"; }'],
  ])('%s %s is no template', (path, text) => {
    expect(shown(path, text)).toBeNull();
  });

  it('leaves httpd its own marks', () => {
    expect(
      shown('x.conf', 'RewriteCond %{HTTP_HOST} ^www\nLogFormat "%h %U%q"\nDefine ROOT ${BASE}/x', 'apache'),
    ).toBeNull();
    expect(
      shown('x.conf', 'LogFormat "%{Referer}i %{UNIQUE_ID}e %l%u" x\n<If "%{REQUEST_URI} =~ /a/">', 'apache'),
    ).toBeNull();
    expect(shown('x.conf.j2', 'AuthName {{ realm }}', 'apache')).toBe('AuthName ${~~~~~~~~}');
    expect(shown('x', '<If "%%{}{REQUEST_URI} =~ /a/">', 'apache')).toBe('<If "${~~~~~~~~~~~~~~} =~ /a/">');
    expect(shown('x', 'ServerName %{::fqdn}', 'apache')).toBe('ServerName ${~~~~~~}');
  });

  it('has no byte order mark, which engines drop', () => {
    expect(shown('x.hbs', '\xef\xbb\xbf# a\nlisten {{ port }};')).toBe('   # a\nlisten ~~~~~~~~~~;');
  });

  it('knows which lines hold at once and which are put in', () => {
    const text = 'a x;\n{% if one %}\nb x;\n{% else %}\nc {{ x }};\n{% endif %}\nd x;\n';
    const source = sourceOf(new MemoryHost({}), '/t.j2', text, 'nginx');
    const [a, b, c, d] = readNginxFile(source).directives.map(({ start, end }) => ({ source, start, end }));
    expect([a, b, c, d].map((span) => branchOf(span!))).toEqual(['', '1.0', '1.1', '']);
    expect(together([a!, b!, d!])).toBe(true);
    expect(together([b!, c!])).toBe(false);
    expect([a, b, c, d].map((span) => isDoubtful(span!))).toEqual([false, false, true, false]);
    expect(source.position(c!.start)).toEqual({ line: 5, column: 1 });
    expect(source.line(5)).toBe('c {{ x }};');
  });
});
