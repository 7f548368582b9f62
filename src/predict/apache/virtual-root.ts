/**
 * The folder that VirtualDocumentRoot or VirtualScriptAlias makes of a host's name (mod_vhost_alias.c,
 * vhost_alias_interpolate): `%0` is the whole name, `%2` its second part, `%-1` the last, `%2+` the second and all after
 * it; `.1` behind takes a letter of that. A part that is not there is `_`.
 */
export function virtualRoot(template: string, name: string, port: number): string {
  const path = template.replace(
    /%(?:(%)|(p)|(-?)(\d)(\+?)(?:\.(-?)(\d)(\+?))?)/g,
    (whole, percent, portSign, fromEnd, part, rest, letterFromEnd, letter, letters) => {
      if (percent) return '%';
      if (portSign) return String(port);
      if (part === undefined) return whole;
      const some = partOf(name.split('.'), Number(part), fromEnd !== '', rest !== '').join('.');
      if (letter === undefined) return some.toLowerCase();
      return partOf([...some], Number(letter), letterFromEnd !== '', letters !== '')
        .join('')
        .toLowerCase();
    },
  );
  return path.replace(/\/$/, '');
}

/** One of the pieces, counted from 1 at either end, with all beyond it where that is asked for; 0: all. */
function partOf(pieces: readonly string[], number: number, fromEnd: boolean, beyond: boolean): readonly string[] {
  if (number === 0) return pieces;
  if (number > pieces.length) return ['_'];
  const at = fromEnd ? pieces.length - number : number - 1;
  if (!beyond) return pieces.slice(at, at + 1);
  return fromEnd ? pieces.slice(0, at + 1) : pieces.slice(at);
}
