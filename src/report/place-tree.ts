import type { ScopeEntry } from './contract.ts';

export interface PlaceNode {
  /** The part of the path below the parent, with its leading slash. */
  readonly label: string;
  readonly scopes: ScopeEntry[];
  readonly children: PlaceNode[];
}

/** Depth at which the rest of a path is kept in one piece. */
const deepest = 24;

/** The protected places as trees of URL paths, one tree for each server and host. */
export function placeTree(scopes: readonly ScopeEntry[]): { title: string; roots: PlaceNode[] }[] {
  const trees = new Map<string, PlaceNode>();
  for (const scope of scopes) {
    const { host, path } = parts(scope.target);
    const title = host ? `${host} (${scope.server})` : scope.server;
    let node = trees.get(title);
    if (!node) {
      node = { label: '', scopes: [], children: [] };
      trees.set(title, node);
    }
    for (const label of labels(path)) node = child(node, label);
    node.scopes.push(scope);
  }
  return [...trees].map(([title, { children }]) => ({ title, roots: children.map(joined) }));
}

/** `example.org/staff` is a host and a path; `/staff` and `/var/www` are paths; anything else stands by itself. */
function parts(target: string): { host: string; path: string } {
  const rest = target.replace(/^[a-z]+:\/\//i, '');
  const slash = rest.indexOf('/');
  if (slash > 0 && /^[\w.*-]+(?::\d+)?$/.test(rest.slice(0, slash))) {
    return { host: rest.slice(0, slash), path: rest.slice(slash) };
  }
  return { host: '', path: rest };
}

function labels(path: string): string[] {
  if (!path.startsWith('/') || path === '/') return [path];
  const names = path.slice(1).split('/');
  const cut = names.length > deepest ? [...names.slice(0, deepest - 1), names.slice(deepest - 1).join('/')] : names;
  return cut.map((name) => `/${name}`);
}

function child(node: PlaceNode, label: string): PlaceNode {
  const found = node.children.find((one) => one.label === label);
  if (found) return found;
  const made: PlaceNode = { label, scopes: [], children: [] };
  node.children.push(made);
  return made;
}

/** A folder that holds nothing but one folder is shown together with it. */
function joined(node: PlaceNode): PlaceNode {
  let { label, scopes, children } = node;
  while (scopes.length === 0 && children.length === 1) {
    const only = children[0]!;
    label += only.label;
    ({ scopes, children } = only);
  }
  return { label, scopes, children: children.map(joined) };
}
