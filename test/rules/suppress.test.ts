import { describe, expect, it } from 'vitest';
import { MemoryHost } from '../../src/host/memory.ts';
import { loaderOf } from '../../src/load.ts';
import { plainRuling, recommended } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run.ts';
import { locate } from '../../src/text/source.ts';
import { readUnit } from '../../src/unit.ts';

const nginx = (members: string, users = 'ann:$2y$05$zk0hXRU3qKBZ3h3S9UiR7uyRjTJ5Ljj5tl90FtOQzhOHepQyG5JUq\n') => ({
  '/etc/nginx/nginx.conf': `events { }
http {
  server {
    location / {
${members}
    }
  }
}
`,
  '/etc/nginx/users': users,
});

const apache = (members: string) => ({
  '/etc/apache2/apache2.conf': `Listen 80
DocumentRoot /var/www
<Directory /var/www>
Require all granted
</Directory>
<Directory /var/www/members>
${members}
</Directory>
`,
  '/var/www/members/index.html': '',
});

async function found(files: Record<string, string>, ruling = plainRuling()): Promise<string[]> {
  const main = Object.keys(files)[0]!;
  const load = await loaderOf(main.includes('nginx') ? 'nginx' : 'apache');
  const unit = readUnit(load, new MemoryHost(files), main, { fragment: false, platform: 'glibc' });
  return (await runRules([unit], ruling))
    .filter(({ severity }) => severity !== 'info')
    .map(
      ({ rule, where, message }) =>
        `${locate(where).line} ${rule}${rule === 'suppression-unused' ? `: ${message}` : ''}`,
    );
}

const id = 'nginx-user-file-without-auth-basic';
const file = 'auth_basic_user_file users;';

describe('comments that silence', () => {
  it('take out the finding of the next line, and only with a reason', async () => {
    expect(await found(nginx(file))).toEqual([`5 ${id}`]);
    expect(await found(nginx(`# authlint-ignore[${id}]: comes later\n${file}`))).toEqual([]);
    expect(await found(nginx(`# authlint-ignore[${id}]\n${file}`))).toEqual([
      `6 ${id}`,
      '5 suppression-unused: this comment silences nothing: it gives no reason',
    ]);
  });

  it.each([
    [
      'several rules',
      `# authlint-ignore[weak-hash, ${id}]: both\n${file}`,
      ['5 suppression-unused: this comment silences nothing of weak-hash'],
    ],
    ['after the directive', `${file} # authlint-ignore[${id}]: later`, []],
    ['other comments and blank lines between', `# authlint-ignore[${id}]: later\n# more\n\n${file}`, []],
    [
      'two of them',
      `# authlint-ignore[weak-hash]: a\n# authlint-ignore[${id}]: b\n${file}`,
      ['5 suppression-unused: this comment silences nothing'],
    ],
    ['the whole file', `${file}\n# authlint-ignore-file[${id}]: later`, []],
    [
      'another line',
      `# authlint-ignore[${id}]: later\nsatisfy any;\n${file}`,
      [`7 ${id}`, '5 suppression-unused: this comment silences nothing'],
    ],
    ['CR LF', `# authlint-ignore[${id}]: later\r\n${file}\r`, []],
    [
      'no rule',
      `# authlint-ignore: later\n${file}`,
      [`6 ${id}`, '5 suppression-unused: this comment silences nothing: it names no rule'],
    ],
    [
      'an unknown rule',
      `# authlint-ignore[weak-hsah]: later\nsatisfy any;`,
      ['5 suppression-unused: this comment silences nothing: no rule is called weak-hsah'],
    ],
  ])('nginx: %s', async (_, text, expected) => {
    expect(await found(nginx(text))).toEqual(expected);
  });

  it.each([
    [
      'before a directive',
      '# authlint-ignore[authname-missing]: a test\nAuthType Basic\nAuthUserFile /none\nRequire valid-user',
      [],
    ],
    [
      'before joined lines',
      '# authlint-ignore[authname-missing]: a test\nAuthType \\\nBasic\nAuthUserFile /none\nRequire valid-user',
      [],
    ],
    [
      'not after a directive, where httpd has no comments',
      'AuthName x\nAuthType Basic # authlint-ignore[trailing-comment-on-directive]: no',
      ['8 trailing-comment-on-directive'],
    ],
  ])('Apache: %s', async (_, text, expected) => {
    expect(await found(apache(text))).toEqual(expected);
  });

  it('stand in password files too', async () => {
    const both = 'auth_basic "x";\nauth_basic_user_file users;';
    const sha = 'ann:{SHA}W8r/fyL/UzygmbNAjq2HbA67qac=\n';
    expect(await found(nginx(both, sha))).toEqual(['1 weak-hash']);
    expect(await found(nginx(both, `# authlint-ignore[weak-hash]: until May\n${sha}`))).toEqual([]);
    expect(
      await found(
        nginx(
          both,
          `# authlint-ignore[weak-hash]: until May\nann:${'$2y$05$'}zk0hXRU3qKBZ3h3S9UiR7uyRjTJ5Ljj5tl90FtOQzhOHepQyG5JUq\n`,
        ),
      ),
    ).toEqual(['1 suppression-unused: this comment silences nothing']);
  });

  it('are not heeded where the run says so, and not idle where their rule is off', async () => {
    const text = nginx(`# authlint-ignore[${id}]: later\n${file}`);
    expect(await found(text, { ...plainRuling(), comments: false })).toEqual([`6 ${id}`]);
    expect(await found(text, { ...plainRuling(), level: (rule) => (rule.id === id ? 'off' : null) })).toEqual([]);
    expect(
      await found(
        text,
        plainRuling((meta) => recommended(meta) && meta.id !== id),
      ),
    ).toEqual(['6 lockout-unexplained']);
  });
});

describe('levels', () => {
  it('turn a rule off without a nameless finding in its place, and change its severity', async () => {
    const text = apache('AuthType Basic\nAuthUserFile /none\nRequire valid-user');
    expect(await found(text)).toEqual(['7 authname-missing']);
    expect(await found(text, { ...plainRuling(), level: () => 'off' })).toEqual([]);
    expect(await found(text, { ...plainRuling(), level: () => 'info' })).toEqual([]);
  });
});
