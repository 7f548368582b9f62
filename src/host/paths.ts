/** Server paths: absolute, with `/`. A drive of Windows (`C:/…`) is absolute, as in httpd, and lies in `/` here. */

export function isAbsolute(path: string): boolean {
  return path.charCodeAt(0) === 47 || /^[A-Za-z]:[\\/]/.test(path);
}

/** A path with its drive as a folder of `/`; any other path as it is. */
export function withDrive(path: string): string {
  return path.charCodeAt(1) === 58 && isAbsolute(path) ? `/${path.replaceAll('\\', '/')}` : path;
}

/** Collapses `//`, `.` and `..` without looking at links; keeps a leading `/`. */
export function normalize(written: string): string {
  const path = withDrive(written);
  if (isPlain(path)) return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  const rooted = path.startsWith('/');
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (part !== '..' || !rooted) out.push(part);
  }
  return (rooted ? '/' : '') + out.join('/') || (rooted ? '/' : '.');
}

/** Whether no part of a path is empty, `.` or `..`; the names of hidden files are none of these. */
function isPlain(path: string): boolean {
  if (path.includes('//') || isDots(path, 0)) return false;
  for (let at = path.indexOf('/.'); at >= 0; at = path.indexOf('/.', at + 1)) if (isDots(path, at + 1)) return false;
  return true;
}

/** Whether the part that begins at an offset is `.` or `..`. */
function isDots(path: string, at: number): boolean {
  if (path.charCodeAt(at) !== 46) return false;
  const end = path.charCodeAt(at + 1) === 46 ? at + 2 : at + 1;
  return end === path.length || path.charCodeAt(end) === 47;
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

/** What of a path stands below a folder, with its leading `/`; empty: it is the folder; null: it lies elsewhere. */
export function below(path: string, folder: string): string | null {
  if (path === folder) return '';
  const from = folder === '/' ? 0 : folder.length;
  return path.charCodeAt(from) === 47 && path.startsWith(folder) ? path.slice(from) : null;
}
