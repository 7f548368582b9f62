import { describe, expect, it } from 'vitest';
import { MappedHost } from '../../src/host/mapped.ts';
import { MemoryHost } from '../../src/host/memory.ts';

const text = (answer: unknown): string =>
  typeof answer === 'string' ? answer : Buffer.from(answer as Uint8Array).toString();

describe('MappedHost', () => {
  const disk = new MemoryHost({
    '/repo/root/etc/nginx/nginx.conf': 'main',
    '/repo/root/home/user/.htpasswd': 'users',
    '/repo/root/etc/nginx/link': { symlink: '/home/user/.htpasswd' },
    '/repo/root/etc/nginx/out': { symlink: '../../../../../etc/secret' },
    '/repo/root/etc/loop': { symlink: 'loop' },
    '/repo/conf/vhost.conf': 'vhost',
    '/etc/secret': 'never',
  });
  const host = new MappedHost(disk, [
    { from: '/', to: '/repo/root' },
    { from: '/etc/nginx/conf.d', to: '/repo/conf', partial: true },
  ]);

  it('finds the server path under the sysroot, absolute links included', () => {
    expect(text(host.read('/etc/nginx/nginx.conf'))).toBe('main');
    expect(text(host.read('/etc/nginx/link'))).toBe('users');
  });

  it('never leaves the sysroot by a link', () => {
    expect(host.read('/etc/nginx/out')).toBe('missing');
    expect(host.read('/../../etc/secret')).toBe('missing');
  });

  it('prefers the longest mapping, and calls a missing file of a partial one invisible', () => {
    expect(text(host.read('/etc/nginx/conf.d/vhost.conf'))).toBe('vhost');
    expect(host.read('/etc/nginx/conf.d/other.conf')).toBe('invisible');
    expect(host.read('/etc/nginx/other.conf')).toBe('missing');
  });

  it('has the folders above what is mapped, also where nothing lies there', () => {
    const mapped = new MappedHost(disk, [
      { from: '/', to: '/repo/root' },
      { from: '/opt/app/conf', to: '/repo/conf' },
    ]);
    expect([mapped.stat('/opt'), mapped.kind('/opt/app')]).toEqual(['invisible', 'invisible']);
    expect([mapped.kind('/opt/app/conf'), mapped.kind('/opt/other')]).toEqual(['directory', 'missing']);
  });

  it('answers a loop of links', () => {
    expect(host.stat('/etc/loop')).toBe('loop');
  });

  it('sees nothing outside its folders', () => {
    const narrow = new MappedHost(disk, [{ from: '/repo/conf', to: '/repo/conf' }]);
    expect(text(narrow.read('/repo/conf/vhost.conf'))).toBe('vhost');
    expect(narrow.read('/etc/secret')).toBe('invisible');
    expect(narrow.read('/repo/root/home/user/.htpasswd')).toBe('invisible');
  });
});
