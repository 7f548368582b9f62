/** Lines that load modules of the distribution. */
export function loads(modules: readonly string[]): string[] {
  return modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
}

/** What a main file begins with that is laid out for the real httpd. */
export function head(modules: readonly string[]): string[] {
  return [
    'ServerRoot "@ROOT@"',
    'ServerName localhost',
    'Listen 127.0.0.1:@PORT@',
    'PidFile "@ROOT@/httpd.pid"',
    'ErrorLog "@ROOT@/error.log"',
    'User www-data',
    'Group www-data',
    ...loads(modules),
  ];
}
