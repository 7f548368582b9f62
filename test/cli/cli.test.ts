import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { diagnoseDocument, tokenDocument } from '../../src/report/contract.ts';
import { writeBelow } from '../files.ts';
import { scratchFolder } from '../scratch.ts';

const root = path.join(import.meta.dirname, '../..');
const cli = path.join(root, 'dist/cli.js');
const fixtures = path.join(root, 'fixtures/servers');
const scratch = scratchFolder('cli');

function run(args: readonly string[], input = ''): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('node', [cli, ...args], { cwd: scratch, input, encoding: 'utf8' });
  // whatever happens, nobody is shown a stack
  expect(stderr).not.toMatch(/^\s+at /m);
  return { status, out: stdout, err: stderr };
}

const write = (name: string, content: string | Buffer): string => writeBelow(scratch, name, content);

describe('authlint check', () => {
  it('names the wrong path with its line, an excerpt and the fix, and exits with 1', () => {
    const { status, out } = run(['check', path.join(fixtures, 'apache-article-wrong-path')]);
    expect(status).toBe(1);
    expect(out).toContain('.htaccess:4:1 error apache-password-file-missing');
    expect(out).toContain('4 │ AuthUserFile /home/usr/.htpasswd');
    expect(out).toMatch(/\^{10,}/);
    expect(out).toContain('fix: create the file with htpasswd');
    expect(out).toMatch(/broken .*no login 401, right password 500, wrong password 500/);
  });

  it('is content with what works, whatever the format', () => {
    for (const name of ['apache-article-sound', 'nginx-article-sound']) {
      expect(run(['check', path.join(fixtures, name)]).status).toBe(0);
      const { status, out } = run(['check', '--format', 'json', path.join(fixtures, name)]);
      const { findings, scopes } = JSON.parse(out) as { findings: unknown[]; scopes: { verdict: string }[] };
      expect([status, findings, scopes.map(({ verdict }) => verdict)]).toEqual([0, [], ['works']]);
    }
  });

  it('exits with 0 under --no-fail and heeds --fail-on', () => {
    const broken = path.join(fixtures, 'nginx-article-wrong-path');
    expect(run(['check', '--no-fail', broken]).status).toBe(0);
    const weak = path.join(root, 'fixtures/rules/weak-hash/bad-sha1');
    expect(run(['check', weak]).status).toBe(0);
    expect(run(['check', '--fail-on', 'warning', weak]).status).toBe(1);
  });

  it('judges a lone .htaccess under stated assumptions and asks for no file outside', () => {
    const file = write(
      'lone/.htaccess',
      'AuthType Basic\nAuthName "Restricted Area"\nAuthUserFile /home/user/.htpasswd\nRequire valid-user\n',
    );
    const { status, out } = run(['check', file]);
    expect(status).toBe(0);
    expect(out).toMatch(/depends/);
    expect(out).toContain('assumed: .htaccess files');
  });

  it('judges what a link stands for, where the link itself is named', () => {
    write('sites-available/site', 'server {\n    location / {\n        auth_basic "x";\n    }\n}\n');
    fs.mkdirSync(path.join(scratch, 'sites-enabled'), { recursive: true });
    fs.symlinkSync('../sites-available/site', path.join(scratch, 'sites-enabled/site'));
    const { status, out } = run(['check', path.join(scratch, 'sites-enabled/site')]);
    expect(status).toBe(1);
    expect(out).toContain('nginx-auth-basic-without-user-file');
    expect(out).not.toContain('nginx-include-missing');
  });

  it('respects .gitignore and skips node_modules', () => {
    write('repo/.gitignore', 'old/\n');
    const bad = 'server {\n    location / {\n        auth_basic "x";\n    }\n}\n';
    write('repo/old/site.conf', bad);
    write('repo/node_modules/m/site.conf', bad);
    write('repo/conf.d/site.conf', bad);
    const { out } = run(['check', '--list-files', path.join(scratch, 'repo')]);
    expect(out.trim()).toMatch(/^nginx-fragment\s+\S*conf\.d\/site\.conf$/);
  });

  it('lists configuration in a block of YAML as judged', () => {
    const server =
      '    server {\n      listen 80;\n      auth_basic "x";\n      auth_basic_user_file /run/users;\n    }\n';
    write('lists/chart.yaml', `kind: ConfigMap\ndata:\n  default.conf: |\n${server}`);
    const { out } = run(['check', '--list-files', path.join(scratch, 'lists')]);
    expect(out).toMatch(/^nginx-fragment\s+\S*chart\.yaml \(in the block default\.conf\)$/m);
    expect(out).not.toMatch(/chart\.yaml.*not judged/);
  });

  it.each([
    ['a path that is not there', () => path.join(scratch, 'nowhere'), 'no such file or folder'],
    ['an empty folder', () => path.dirname(write('empty/sub/.keep', '')), 'no Apache or nginx configuration'],
    [
      'a binary file',
      () => write('blob.conf', Buffer.from([0, 1, 2, 0, 255, 254, 10, 0])),
      'no Apache or nginx configuration',
    ],
  ])('says in one line what is wrong with %s, and exits with 2', (_, make, message) => {
    const { status, out, err } = run(['check', make()]);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(message);
  });

  it('writes a report to no link, which may have come with the checkout', () => {
    write('reports/victim', 'mine\n');
    fs.symlinkSync('victim', path.join(scratch, 'reports/out.json'));
    const { status, err } = run([
      'check',
      path.join(fixtures, 'apache-article-sound'),
      '--format',
      'json',
      '--output',
      'reports/out.json',
    ]);
    expect([status, err]).toEqual([2, 'authlint: reports/out.json is a link, which is not written through\n']);
    expect(fs.readFileSync(path.join(scratch, 'reports/victim'), 'utf8')).toBe('mine\n');
  });

  it('suggests the option that was meant', () => {
    const { status, err } = run(['check', '--fromat', 'json']);
    expect(status).toBe(2);
    expect(err).toContain('did you mean --format?');
  });
});

describe('authlint COMMAND --help', () => {
  it('shows what the command takes and what its exit status says, and no option of others', () => {
    const { status, out } = run(['verify', '--help']);
    expect(status).toBe(0);
    expect(out).toContain('authlint verify FILE USER');
    expect(out).toContain('--realm');
    expect(out).toContain('Exit status: 0 accepted, 1 wrong password or no such user');
    expect(out).not.toMatch(/--fix|--map|sarif/);
  });

  it('without a command names all commands and options', () => {
    const { out } = run(['--help']);
    for (const word of ['authlint diagnose', 'authlint merge', '--fix-dry-run', '--leeway'])
      expect(out).toContain(word);
  });
});

describe('an option of another command', () => {
  it('is refused, not passed over', () => {
    const { status, err } = run(['verify', '--fail-on', 'error', 'users', 'ann']);
    expect(status).toBe(2);
    expect(err).toBe('authlint: verify takes no --fail-on, which is for check, merge, print-config\n');
    expect(run(['rules', '--no-fail']).status).toBe(2);
  });
});

describe('authlint predict', () => {
  it('reads requests from standard input and gives the chain of reasons', () => {
    const server = path.join(fixtures, 'nginx-article-wrong-path');
    const requests = [
      { path: '/members/' },
      { path: '/members/', user: 'user', password: 'open sesame' },
      { path: '/' },
    ];
    const { status, out } = run(
      [
        'predict',
        '--root',
        server,
        '--config',
        `${server}/etc/nginx/nginx.conf`,
        '--requests',
        '-',
        '--format',
        'json',
      ],
      JSON.stringify(requests),
    );
    expect(status).toBe(0);
    const { starts, answers } = JSON.parse(out) as {
      starts: string;
      answers: { status: unknown; wwwAuthenticate: string | null; because: { code: string }[] }[];
    };
    expect(starts).toBe('yes');
    expect(answers.map((answer) => answer.status)).toEqual([401, 403, 'pass']);
    expect(answers[0]!.wwwAuthenticate).toBe('Basic realm="Restricted Area"');
    expect(answers[1]!.because.at(-1)!.code).toBe('nginx-user-file-missing');
  });

  it('gives the server’s words where it does not start', () => {
    const server = path.join(fixtures, 'nginx-article-pasted-text');
    const { status, out } = run([
      'predict',
      '--root',
      server,
      '--config',
      `${server}/etc/nginx/nginx.conf`,
      'http://www.example.test/members/',
    ]);
    expect(status).toBe(1);
    expect(out).toContain('nginx refuses to start: unexpected "}"');
  });
});

describe('standard input', () => {
  const shell = (line: string) => spawnSync('sh', ['-c', line], { cwd: scratch, encoding: 'utf8' });
  const node = `node ${JSON.stringify(cli)}`;

  it('may come late, be long, or be closed', () => {
    const file = JSON.stringify(path.join(fixtures, 'apache-article-sound/home/user/.htpasswd'));
    expect(shell(`(sleep 0.4; echo 'open sesame') | ${node} verify ${file} user`).status).toBe(0);
    const long = shell(`head -c 3000000 /dev/zero | tr '\\0' a | ${node} token`);
    expect([long.status, long.stdout.split('\n')[0]]).toEqual([2, 'this token cannot be judged']);
    const closed = shell(`${node} token <&-`);
    expect([closed.status, closed.stderr]).toEqual([2, 'authlint: no token came from standard input\n']);
  });
});

describe('authlint verify', () => {
  const file = path.join(fixtures, 'apache-article-sound/home/user/.htpasswd');

  it('takes the password from standard input and prints none', () => {
    expect(run(['verify', file, 'user'], 'open sesame\n').status).toBe(0);
    const wrong = run(['verify', file, 'user'], 'secret guess\n');
    expect(wrong.status).toBe(1);
    expect(wrong.out + wrong.err).not.toContain('secret guess');
  });
});

describe('authlint diagnose', () => {
  const server = path.join(fixtures, 'nginx-article-wrong-path');
  const config = ['--root', server, '--config', `${server}/etc/nginx/nginx.conf`];
  const url = 'http://www.example.test/members/index.html';

  it('names the line that gave the pasted answer, what helps, and prints no login', () => {
    const login = Buffer.from('user:open sesame').toString('base64');
    const pasted = `> GET /members/index.html HTTP/1.1\n> Host: www.example.test\n> Authorization: Basic ${login}\n>\n< HTTP/1.1 403 Forbidden\n< Server: nginx\n<\n`;
    const { status, out } = run(['diagnose', ...config], pasted);
    expect(status).toBe(0);
    expect(out).toMatch(
      /this configuration gives the 403[\s\S]*www:\d+[\s\S]*no login helps[\s\S]*nginx-password-file-missing/,
    );
    expect(out).not.toContain(login);
    expect(out).not.toContain('open sesame');
    const answer = JSON.parse(run(['diagnose', ...config, '--format', 'json'], pasted).out) as object;
    expect(diagnoseDocument.parse(answer)).toEqual(answer);
  });

  it('explains a URL by the configuration alone', () => {
    const { status, out } = run(['diagnose', ...config, url]);
    expect([status, out]).toEqual([0, expect.stringContaining('without a login the answer is 401')]);
  });

  it('says in one line what it lacks', () => {
    expect(run(['diagnose'], 'hello').err).toContain('no response head');
    expect(run(['diagnose', ...config], 'HTTP/1.1 403 Forbidden\n\n').err).toContain('which URL was it?');
    expect(run(['diagnose', url]).err).toContain('needs --config FILE');
    expect(run(['diagnose', path.join(scratch, 'nowhere')]).err).toContain('cannot be read');
  });
});

describe('authlint token', () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const secret = 'a secret that is long enough for HS256';
  const signed = `${part({ alg: 'HS256' })}.${part({ iss: 'https://id.example.test', exp: 1_800_000_000, sub: 'x' })}`;
  const token = `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;

  it('says in plain words what is wrong, by its exit status too, and prints no token', () => {
    const keys = write(
      'keys.json',
      JSON.stringify({ keys: [{ kty: 'oct', k: Buffer.from(secret).toString('base64url') }] }),
    );
    const fine = run(['token', '--now', '2027-01-15T07:00:00Z', '--jwks', keys], `Bearer ${token}\n`);
    expect([fine.status, fine.out]).toEqual([
      0,
      expect.stringMatching(/nothing speaks against[\s\S]*signature +right/),
    ]);
    const late = run(['token', '--now', '1800000061', '--leeway', '1m', '--format', 'json'], token);
    expect(late.status).toBe(1);
    const document = JSON.parse(late.out) as { problems: { code: string; message: string }[] };
    expect(tokenDocument.parse(document)).toEqual(document);
    expect(document.problems[0]).toMatchObject({
      code: 'expired',
      message: expect.stringContaining('1 minute and 1 second ago'),
    });
    expect(run(['token'], 'gho_abcdefghijklmnop').status).toBe(2);
    for (const { out, err } of [fine, late]) expect(out + err).not.toMatch(new RegExp(token.split('.').join('|')));
  });

  it('takes none as an argument, and needs one', () => {
    const given = run(['token', token]);
    expect([given.status, given.err]).toEqual([2, expect.stringContaining('standard input')]);
    expect(given.err).not.toContain(token.slice(0, 30));
    expect(run(['token', `--tokn=${token}`]).err).not.toContain(token.slice(0, 30));
    expect(run(['token'], '').err).toContain('no token');
    expect(run(['token', '--leeway', 'soon'], token).err).toContain('--leeway takes seconds');
    expect(run(['token', '--jwks', write('none.json', '{}')], token).err).toContain('no JWK Set');
  });
});

describe('authlint explain', () => {
  it('knows every rule that it lists', () => {
    const ids = run(['rules'])
      .out.trim()
      .split('\n')
      .map((line) => line.split(' ')[0]!);
    expect(ids.length).toBeGreaterThan(50);
    expect(run(['explain', ids[0]!]).out).toContain('What a visitor gets');
    expect(run(['explain', 'nginx-unknown-varable']).err).toContain('did you mean nginx-unknown-variable?');
  });
});

describe('action.yml', () => {
  it('judges the paths, writes SARIF and a summary, and ends as authlint does', () => {
    const { runs } = parse(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')) as {
      runs: { steps: { run: string }[] };
    };
    // npx as on a runner, but giving this build instead of a published one
    write('bin/npx', `#!/bin/sh\nshift 2\nexec node ${JSON.stringify(cli)} "$@"\n`);
    fs.chmodSync(path.join(scratch, 'bin/npx'), 0o755);
    const step = (paths: string) =>
      spawnSync('bash', ['-eo', 'pipefail', '-c', runs.steps[0]!.run], {
        cwd: scratch,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${path.join(scratch, 'bin')}:${process.env.PATH}`,
          GITHUB_ACTIONS: 'true',
          GITHUB_STEP_SUMMARY: path.join(scratch, 'summary.md'),
          AUTHLINT_PATHS: paths,
          AUTHLINT_VERSION: 'latest',
          AUTHLINT_FAIL_ON: 'error',
          AUTHLINT_SARIF: 'out.sarif',
          AUTHLINT_ARGS: '',
        },
      });
    const broken = step(
      `${path.join(fixtures, 'apache-article-sound')}\n${path.join(fixtures, 'nginx-article-wrong-path')}`,
    );
    expect(broken.status).toBe(1);
    expect(broken.stdout).toMatch(/^::error file=.*nginx-password-file-missing/m);
    expect(fs.readFileSync(path.join(scratch, 'summary.md'), 'utf8')).toContain('nginx-password-file-missing');
    expect(JSON.parse(fs.readFileSync(path.join(scratch, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(step(path.join(fixtures, 'apache-article-sound')).status).toBe(0);
  });
});
