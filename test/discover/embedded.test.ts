import { describe, expect, it } from 'vitest';
import { judged } from './judged.ts';

const bcrypt = '$2y$05$4W22em6xqwTqY8jm/x2l/.ZVLiVhMi2pmaC/utIEmWRcKT06sEgWm';

/** An Ingress whose login rests on the Secret `users`, and that Secret with the lines given. */
const ingress = (...secret: string[]): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: wiki
  annotations:
    nginx.ingress.kubernetes.io/auth-type: basic
    nginx.ingress.kubernetes.io/auth-secret: users
---
apiVersion: v1
kind: Secret
metadata:
  name: users
${secret.join('\n')}
`;

describe('files that stand in YAML files', () => {
  it('are told by line and column of the YAML file, each block for itself', async () => {
    const { found } = await judged({
      'front.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: front
data:
  one.conf: |
    server {
      auth_basic "One";
    }
  two.conf: |-
      server {
        # authlint-ignore[nginx-auth-basic-without-user-file]: for show
        auth_basic "Two";
        location /é/ { auth_basic "Three"; }
      }
`,
    });
    expect(found).toEqual([
      'front.yaml:8:7 nginx-auth-basic-without-user-file',
      'front.yaml:14:24 nginx-auth-basic-without-user-file',
    ]);
  });

  it('have the lines of a password file where they stand, with no edit of their blanks', async () => {
    const { found, result } = await judged({
      'wiki.yaml': ingress(
        'stringData:',
        '  auth: |',
        `    ann:${bcrypt}`,
        `    bob :${bcrypt}`,
        '    zoe:$2y$05$short',
      ),
    });
    expect(found).toContain('wiki.yaml:16:8 password-line-whitespace');
    expect(found).toContain('wiki.yaml:17:9 malformed-hash-line');
    expect(result.findings.flatMap(({ fix }) => fix)).toEqual([]);
  });

  it('are the Dockerfile of a service, in place of the one that lies there', async () => {
    const files = (...lines: string[]): Record<string, string> => ({
      'compose.yaml': `services:
  web:
    build:
      context: .
      dockerfile_inline: |
        FROM nginx:1.27
        COPY site.conf /etc/nginx/conf.d/site.conf
${lines.map((line) => `        ${line}\n`).join('')}`,
      Dockerfile: 'FROM httpd:2.4\nCOPY users /etc/nginx/users\n',
      'site.conf':
        'server {\n  root /usr/share/nginx/html;\n  auth_basic "Staff";\n  auth_basic_user_file /etc/nginx/users;\n}\n',
      users: `ann:${bcrypt}\n`,
    });
    const verdicts = ({ result }: Awaited<ReturnType<typeof judged>>) => result.scopes.map(({ verdict }) => verdict);
    const without = await judged(files());
    expect(verdicts(without)).toEqual(['depends']);
    // the image's own server, which answers first, is shown where the image is named
    expect(without.found).toContain('compose.yaml:6:9 nginx-twin-server-without-auth');
    expect(verdicts(await judged(files('COPY users /etc/nginx/users')))).toEqual(['works']);
  });

  it('stand as a whole where a coded value begins', async () => {
    const coded = Buffer.from(`ann:${bcrypt}\nann:${bcrypt.slice(0, -1)}.\n`).toString('base64');
    const { found } = await judged({ 'wiki.yaml': ingress('data:', `  auth: ${coded}`) });
    expect(found).toContain('wiki.yaml:14:9 password-user-duplicate');
  });
});
