/**
 * What a closing tag does (`ap_build_config_sub`, server/config.c): httpd's complaint or null, and how many sections
 * stay open; -1: the tag closes nothing.
 */
export function closing(
  tag: string,
  open: readonly { readonly name: string }[],
): { message: string | null; closes: number } {
  const last = open.at(-1);
  if (!last) return { message: `${tag} without matching <${tag.slice(2)} section`, closes: -1 };
  if (!tag.endsWith('>'))
    return { message: `${tag}> directive missing closing '>'`, closes: nearest(tag.slice(2), open) };
  const name = tag.slice(2, -1);
  if (name.toLowerCase() === last.name.slice(1).toLowerCase()) return { message: null, closes: open.length - 1 };
  return { message: `Expected </${last.name.slice(1)}> but saw ${tag}`, closes: nearest(name, open) };
}

function nearest(name: string, open: readonly { readonly name: string }[]): number {
  const wanted = `<${name.toLowerCase()}`;
  return open.findLastIndex((one) => one.name.toLowerCase() === wanted);
}
