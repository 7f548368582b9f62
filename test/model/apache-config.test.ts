import { describe, expect, test } from 'vitest';
import { type MemoryEntry, MemoryHost } from '../../src/host/memory.ts';
import type { Override } from '../../src/model/apache/config.ts';
import { HtaccessReader } from '../../src/model/apache/htaccess.ts';
import { type ReadOptions, readApacheConfig } from '../../src/model/apache/read-config.ts';
import { loads } from '../conformance/apache-lines.ts';
import htaccess from './apache-htaccess.json' with { type: 'json' };
import starts from './apache-starts.json' with { type: 'json' };

/** The head that the answers in apache-starts.json were given under, by httpd 2.4.71. */
const modules =
  'mpm_event authn_core authn_file authz_core authz_host authz_user authz_groupfile access_compat auth_basic ' +
  'auth_digest alias dir env mime setenvif rewrite headers macro';
const head = [
  'ServerName localhost',
  'Listen 127.0.0.1:23999',
  ...loads(modules.split(' ')),
  'TypesConfig /dev/null',
  '',
].join('\n');

const bytes = (text: string): MemoryEntry => ({ bytes: Buffer.from(text, 'latin1') });
const read = (text: string, files: Record<string, MemoryEntry> = {}, options: ReadOptions = {}) =>
  readApacheConfig(new MemoryHost({ ...files, '/srv/case/c.conf': bytes(text) }), '/srv/case/c.conf', {
    serverRoot: '/srv/case',
    ...options,
  });
const refusal = (text: string, files?: Record<string, MemoryEntry>) =>
  read(head + text, files).startProblems[0]?.message ?? null;
/** Names of the directives that are left, sections with theirs. */
const names = (config: ReturnType<typeof read>): string =>
  config.directives
    .map(function one({ name, children }): string {
      return children === null ? name : `${name}(${children.map(one).join(' ')})`;
    })
    .join(' ');

// what a generated parser would have taken instead is its own affair
const gist = (message: string): string => message.replace(/,? expecting .*?(?=: [A-Z]|$)/, '').trim();

describe('httpd -t answers', () => {
  test.each(starts as [string, string | null][])('%j', (text, said) => {
    const ours = refusal(text);
    if (said === null) expect(ours).toBeNull();
    else expect(said).toContain(gist(ours ?? '(it starts)'));
  });
});

describe('.htaccess: what httpd logs', () => {
  const all = 'AuthConfig FileInfo Indexes Limit Options';
  const given = (classes: string, more: Partial<Override> = {}): Override => ({
    classes: new Set(classes.split(' ').filter(Boolean)) as Override['classes'],
    options: null,
    list: null,
    nonfatal: { override: false, unknown: false },
    ...more,
  });
  const overrides: Readonly<Record<string, Override>> = {
    a: given(all),
    b: given('AuthConfig'),
    c: given('', { list: new Set(['authname', 'redirect', 'options']) }),
    d: given('AuthConfig', { nonfatal: { override: true, unknown: false } }),
    e: given('FileInfo', { nonfatal: { override: false, unknown: true } }),
    f: given('Options', { options: new Set(['indexes', 'multiviews']) }),
    g: given('FileInfo Limit Indexes'),
    i: given('Limit', { nonfatal: { override: true, unknown: true } }),
  };
  test.each(htaccess as [string, string, string | null][])('%s %j', (override, text, said) => {
    const host = new MemoryHost({ '/srv/case/c.conf': bytes(head), '/srv/www/.htaccess': bytes(text) });
    const config = readApacheConfig(host, '/srv/case/c.conf', { serverRoot: '/srv/case' });
    const taken = new HtaccessReader(host, config, overrides[override]!).read('/srv/www/.htaccess');
    const ours = typeof taken === 'string' ? taken : (taken.problems[0]?.message ?? null);
    if (said === null) expect(ours).toBeNull();
    else expect(said).toContain(gist(ours ?? '(taken)'));
  });

  test('one that is not there', () => {
    const config = read(head);
    expect(new HtaccessReader(new MemoryHost({}), config, overrides.a!).read('/srv/www/.htaccess')).toBe('missing');
  });
});

describe('includes', () => {
  const files = {
    '/srv/case/conf.d/b.conf': 'ServerAdmin b\n',
    '/srv/case/conf.d/a.conf': 'ServerAdmin a\nInclude more\n',
    '/srv/case/conf.d/.hidden.conf': 'Nonsense\n',
    '/srv/case/conf.d/c.txt': 'Nonsense\n',
    '/srv/case/more/x': 'Timeout 1\n',
    '/srv/case/more/deep/y': 'Timeout 2\n',
    '/srv/case/sites/one/site.conf': 'Timeout 3\n',
    '/srv/case/sites/two/site.conf': 'Timeout 4\n',
  };
  test.each([
    ['Include conf.d/*.conf', ['a', '2', '1', 'b']],
    ['Include more', ['2', '1']],
    ['Include sites/*/site.conf', ['3', '4']],
    ['Include /srv/case/sites/t[v-x]o/*', ['4']],
    ['IncludeOptional nothing/*', []],
    ['IncludeOptional conf.d/nothing.conf', []],
  ])('%s', (line, values) => {
    const config = read(`${line}\n`, files);
    expect(config.startProblems.filter(({ code }) => code === 'apache-include-failed')).toEqual([]);
    expect(config.directives.map(({ args }) => args[0]!.value)).toEqual(values);
  });

  test('each directive knows what brought it in', () => {
    const [directive] = read('Include more/x\n', files).directives;
    expect(directive!.via?.args.map(({ value }) => value)).toEqual(['more/x']);
    expect(directive!.source.path).toBe('/srv/case/more/x');
  });

  test('a file that includes itself is refused once, at the 128th level', () => {
    const config = read(`${head}Include loop.conf\n`, { '/srv/case/loop.conf': 'Include loop.conf\n' });
    expect(config.startProblems.map(({ code }) => code)).toEqual(['apache-include-too-deep']);
  });

  test('a section may not go on beyond its file', () => {
    expect(refusal('Include open.conf\n</Directory>\n', { '/srv/case/open.conf': '<Directory /x>\n' })).toContain(
      'was not closed.',
    );
  });
});

describe('variables and conditions', () => {
  test('a variable may be the name, several words, or a part of one', () => {
    const config = read('Define N Timeout\nDefine V "1 2"\n${N} ${V}${V} x${NOT}y\n');
    expect(config.directives[0]!.name).toBe('Timeout');
    expect(config.directives[0]!.args.map(({ value }) => value)).toEqual(['1', '21', '2', 'x${NOT}y']);
    expect(config.unseen).toMatchObject([{ what: 'variable' }]);
  });

  test('the span of a replaced argument is what was written', () => {
    const config = read('Define V value\nTimeout ${V}\n');
    const { source, args } = config.directives[0]!;
    expect(source.text.slice(args[0]!.start, args[0]!.end)).toBe('${V}');
  });

  test("Debian's envvars beside the main file is the environment", () => {
    const script = 'SUFFIX=\nexport APACHE_RUN_USER=www-data\nexport APACHE_LOG_DIR=/var/log/apache2$SUFFIX\n';
    const config = read('ErrorLog ${APACHE_LOG_DIR}/error.log\n', { '/srv/case/envvars': script });
    expect(config.directives[0]!.args[0]!.value).toBe('/var/log/apache2/error.log');
  });

  test.each([
    ['<IfModule mod_alias.c>', true],
    ['<IfModule alias_module>', true],
    ['<IfModule mod_alias>', false],
    ['<IfModule !mod_nosuch.c>', true],
    ['<IfDefine X>', false],
    ['<IfVersion >= 2.4>', true],
    ['<IfVersion < 2.4.10>', false],
    ['<IfVersion ~ ^2\\.4>', true],
    ['<IfFile c.conf>', true],
    ['<IfFile other.conf>', false],
    ['<IfDirective RewriteRule>', true],
    ['<IfSection Proxy>', false],
  ])('%s', (line, holds) => {
    const tag = /<(\w+)/.exec(line)![1]!;
    expect(names(read(`${head}${line}\nUseCanonicalName On\n</${tag}>\n`)).includes('UseCanonicalName')).toBe(holds);
  });

  test('macros', () => {
    const text =
      '<Macro Area $dir @who>\n<Directory $dir>\nRequire user @who\n</Directory>\n</Macro>\nUse AREA /a "x y"\n';
    const config = read(head + text);
    const section = config.directives.at(-1)!;
    expect(section.args[0]!.value).toBe('/a');
    expect(section.children![0]!.args.map(({ value }) => value)).toEqual(['user', 'x y']);
    expect(config.startProblems).toEqual([]);
  });
});

describe('what cannot be seen', () => {
  test('modules of mod_proxy are loaded after it, but for the filter for HTML', () => {
    const load = (name: string): string =>
      `LoadModule mpm_event_module modules/mod_mpm_event.so\nLoadModule ${name}_module modules/mod_${name}.so\n`;
    expect(refusal(`${load('proxy_fcgi')}Listen 80\n`)).toContain('Cannot load modules/mod_proxy_fcgi.so into server');
    expect(refusal(`${load('proxy_html')}Listen 80\n`)).toBeNull();
  });

  test('without any LoadModule all of httpd counts as there', () => {
    const config = read('<Directory /x>\nAuthLDAPURL ldap://h/\n</Directory>\n');
    expect(config.modules).toBeNull();
    expect(config.startProblems).toEqual([]);
  });

  test('a foreign module may bring any directive, but not a slip of the pen', () => {
    const load = `${head}LoadModule auth_openidc_module modules/mod_auth_openidc.so\n`;
    expect(read(`${load}OIDCProviderMetadataURL x\n`)).toMatchObject({
      startProblems: [],
      unseen: [{ what: 'module' }],
    });
    expect(read(`${load}DocumnetRoot x\n`).startProblems).toMatchObject([{ code: 'apache-directive-unknown' }]);
  });

  test('a fragment may hold what belongs into a section', () => {
    const text =
      'AuthType Basic\nRequire valid-user\nServerName x\n<Directory /x>\nRequire all granted\n</Directory>\n';
    expect(read(text, {}, { fragment: true }).startProblems).toEqual([]);
    expect(read('AuthType Basic x\n', {}, { fragment: true }).startProblems).toHaveLength(1);
  });
});

test('first-pass problems come first', () => {
  const { startProblems } = read(`${head}Nonsense\nInclude nosuch\n`);
  expect(startProblems.map(({ code }) => code)).toEqual(['apache-include-failed', 'apache-directive-unknown']);
});

test('configurations that multiply themselves come to an end', () => {
  const twice = 'Include loop.conf\n'.repeat(2);
  expect(read(`${head}${twice}`, { '/srv/case/loop.conf': twice }).startProblems).toMatchObject([
    { code: 'apache-include-too-deep' },
  ]);
  const doubling = `Define A xxxxxxxx\n${'Define A ${A}${A}\n'.repeat(60)}`;
  expect(() => read(head + doubling)).not.toThrow();
  const macros = Array.from({ length: 30 }, (_, n) => `<Macro m${n}>\nUse m${n + 1}\nUse m${n + 1}\n</Macro>\n`);
  expect(() => read(`${head}${macros.join('')}<Macro m30>\n</Macro>\nUse m0\n`)).not.toThrow();
}, 30_000);

test('no nesting is too deep to read', () => {
  const deep = (tag: string, argument: string, times: number): string =>
    `<${tag} ${argument}>\n`.repeat(times) + `</${tag}>\n`.repeat(times);
  for (const [tag, argument] of [
    ['Files', 'x'],
    ['IfModule', 'core.c'],
    ['If', 'true'],
  ] as const) {
    expect(() => read(head + deep(tag, argument, 20_000))).not.toThrow();
  }
});
