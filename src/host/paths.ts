/** Server paths: absolute, with `/`. Windows drive letters (`C:/…`) count as absolute, as in httpd. */

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
}

/** Collapses `//`, `.` and `..` without looking at links; keeps a leading `/`. */
export function normalize(path: string): string {
  if (!path.includes('//') && !path.includes('/.') && !path.startsWith('.')) {
    return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  }
  const rooted = path.startsWith('/');
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (part !== '..' || !rooted) out.push(part);
  }
  return (rooted ? '/' : '') + out.join('/') || (rooted ? '/' : '.');
}

export function join(directory: string, name: string): string {
  return normalize(isAbsolute(name) ? name : `${directory}/${name}`);
}

export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash > 0 ? path.slice(0, slash) : slash === 0 ? '/' : '.';
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
