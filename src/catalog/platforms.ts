/** Whose crypt(3) checks what the server does not check itself. */
export type Platform = 'glibc' | 'musl' | 'macos' | 'freebsd' | 'windows';
