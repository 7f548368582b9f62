import { describe, expect, it } from 'vitest';
import { judged } from './judged.ts';

const bcrypt = '$2y$05$4W22em6xqwTqY8jm/x2l/.ZVLiVhMi2pmaC/utIEmWRcKT06sEgWm';

const site = `apiVersion: v1
kind: ConfigMap
metadata:
  name: site
data:
  site.conf: |
    server {
      listen 80;
      location / {
        auth_basic "Staff";
        auth_basic_user_file /etc/nginx/auth/users;
      }
    }
`;

/** A Secret with one key that holds a password file. */
const secret = (key: string, name = 'users'): string => `apiVersion: v1
kind: Secret
metadata:
  name: ${name}
stringData:
  ${key}: |
    ann:${bcrypt}
`;

/** The specification of a Pod, by lines; \`volume\` is mounted at /etc/nginx/auth, or as \`mount\` says. */
const pod = (volume: readonly string[], mount: readonly string[] = ['mountPath: /etc/nginx/auth']): string[] => [
  'containers:',
  '  - name: nginx',
  '    image: nginx:1.27',
  '    volumeMounts:',
  '      - name: site',
  '        mountPath: /etc/nginx/conf.d',
  '      - name: auth',
  ...mount.map((line) => `        ${line}`),
  'volumes:',
  '  - name: site',
  '    configMap:',
  '      name: site',
  '  - name: auth',
  ...volume.map((line) => `    ${line}`),
];

const indented = (lines: readonly string[], by: number): string =>
  lines.map((line) => ' '.repeat(by) + line).join('\n');
const usersSecret = ['secret:', '  secretName: users'];

/** What is found where a Deployment mounts a volume. */
async function found(volume: readonly string[], users: string, mount?: readonly string[]): Promise<readonly string[]> {
  const deployment = `kind: Deployment\nmetadata:\n  name: front\nspec:\n  template:\n    spec:\n${indented(pod(volume, mount), 6)}\n`;
  return (await judged({ 'k8s/all.yaml': [site, users, deployment].join('---\n') })).found;
}

const missing = ['k8s/all.yaml:11:9 nginx-password-file-missing'];

describe('volumes of Kubernetes', () => {
  it.each([
    ['Pod', (spec: readonly string[]) => `kind: Pod\nmetadata:\n  name: front\nspec:\n${indented(spec, 2)}\n`],
    ...['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicaSet'].map(
      (kind) =>
        [
          kind,
          (spec: readonly string[]) =>
            `kind: ${kind}\nmetadata:\n  name: front\nspec:\n  template:\n    spec:\n${indented(spec, 6)}\n`,
        ] as const,
    ),
    [
      'CronJob',
      (spec: readonly string[]) =>
        `kind: CronJob\nmetadata:\n  name: front\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n${indented(spec, 10)}\n`,
    ],
    [
      'List',
      (spec: readonly string[]) =>
        `kind: List\nitems:\n  - kind: Pod\n    metadata:\n      name: front\n    spec:\n${indented(spec, 6)}\n`,
    ],
  ] as const)('of a %s put files where the server looks for them', async (_, workload) => {
    const files = (key: string) => ({
      'site.yaml': site,
      'users.yaml': secret(key),
      'front.yaml': workload(pod(usersSecret)),
    });
    expect((await judged(files('users'))).found).toEqual([]);
    expect((await judged(files('auth'))).found).toEqual(['site.yaml:11:9 nginx-password-file-missing']);
  });

  it('rename keys by items, and hold no others', async () => {
    const items = [...usersSecret, '  items:', '    - key: auth', '      path: users'];
    expect(await found(items, secret('auth'))).toEqual([]);
    expect(await found([...usersSecret, '  items:', '    - key: auth', '      path: other'], secret('auth'))).toEqual(
      missing,
    );
  });

  it('join their sources; one that is not known may hold anything', async () => {
    const sources = (...lines: string[]): string[] => [
      'projected:',
      '  sources:',
      ...lines.map((line) => `    ${line}`),
    ];
    const users = ['- secret:', '    name: users'];
    expect(await found(sources(...users), secret('users'))).toEqual([]);
    expect(await found(sources(...users), secret('auth'))).toEqual(missing);
    expect(await found(sources(...users, '- secret:', '    name: others'), secret('auth'))).toEqual([]);
  });

  it.each([
    ['that is optional', ['secret:', '  secretName: users', '  optional: true']],
    ['of a Secret that is elsewhere', ['secret:', '  secretName: others']],
    ['that another program fills', ['emptyDir: {}']],
    ['of a disk', ['persistentVolumeClaim:', '  claimName: users']],
  ])('%s may hold anything', async (_, volume) => {
    expect(await found(volume, secret('auth'))).toEqual([]);
  });

  it('of a name that is there twice are not held to either', async () => {
    expect(await found(usersSecret, `${secret('auth')}---\n${secret('users')}`)).toEqual([]);
  });

  it('without a key yet are filled in later', async () => {
    expect(await found(usersSecret, 'kind: Secret\nmetadata:\n  name: users\ndata: {}\n')).toEqual([]);
  });

  it('mount one file by subPath, or an empty folder in its place', async () => {
    const mount = ['mountPath: /etc/nginx/auth/users', 'subPath: auth'];
    expect(await found(usersSecret, secret('auth'), mount)).toEqual([]);
    expect(await found(usersSecret, secret('users'), mount)).toEqual(['k8s/all.yaml:11:9 password-path-is-directory']);
  });

  it('give nothing of a Secret away', async () => {
    const { result } = await judged({
      'all.yaml': [
        site,
        secret('users').replace(bcrypt, `${bcrypt}x`),
        `kind: Pod\nmetadata:\n  name: p\nspec:\n${indented(pod(usersSecret), 2)}\n`,
      ].join('---\n'),
    });
    expect(result.findings.map(({ rule }) => rule)).toContain('malformed-hash-line');
    expect(
      JSON.stringify(
        result.findings.map(({ message, help, related }) => [message, help, related.map((one) => one.message)]),
      ),
    ).not.toContain(bcrypt.slice(7, 20));
  });
});
