/**
 * Whose crypt(3) checks what the server does not check itself. `glibc` has libxcrypt, `glibc-classic` the libcrypt that
 * glibc itself had before (Debian 10 and older, CentOS 7, Amazon Linux 2).
 */
export const platforms = ['glibc', 'glibc-classic', 'musl', 'macos', 'freebsd', 'windows'] as const;
export type Platform = (typeof platforms)[number];
