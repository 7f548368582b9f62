/** Names that no public registry gives out (RFC 2606, RFC 6762, RFC 8375), and those that clusters and offices use. */
const inner =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|test|invalid|arpa|svc|consul|docker)$/;

/** The domain that somebody owns: the last two labels, or three below a second level as in example.co.uk. */
function owned(host: string): string {
  const labels = host.split('.');
  const deep =
    labels.length > 2 && /^(?:co|com|org|net|gov|ac|edu)$/.test(labels.at(-2)!) && labels.at(-1)!.length === 2;
  return labels.slice(deep ? -3 : -2).join('.');
}

/** Whether a host name is a public one of another owner than a server's own names; false where that cannot be told. */
export function isForeign(host: string, names: readonly string[]): boolean {
  if (!/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(host) || inner.test(host)) return false;
  const own = names
    .map((name) => name.toLowerCase().replace(/^\*?\.|^~.*|\.\*$/g, ''))
    .filter((name) => name.includes('.'));
  // a server that says no name may be anybody's
  return own.length > 0 && !own.some((name) => owned(name) === owned(host));
}
