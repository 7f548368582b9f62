import { absent, type FileHost } from '../../host/host.ts';
import { fromBytes } from '../../text/bytes.ts';
import { blocksOf, type Embedded, mayHoldBlocks, mostBlocks } from './embedded.ts';
import {
  type AuthUrl,
  type IngressAuth,
  type JudgedIngress,
  judgeIngresses,
  readManifest,
  type Secret,
} from './kubernetes.ts';
import { readYaml } from './yaml.ts';

/** More of a file than this is not looked at, in bytes. */
const sizeLimit = 1024 * 1024;
const manifest =
  /^[ \t]*(?:-[ \t]*)?kind:[ \t]*["']?(?:Ingress|Secret|SealedSecret|ExternalSecret|VaultStaticSecret|List)\b|^secretGenerator:/m;

/** What the YAML files say beside where files go: Ingresses with their Secrets, and configuration in blocks of lines. */
export async function manifestsOf(
  host: FileHost,
  files: readonly string[],
): Promise<{ ingresses: JudgedIngress[]; authUrls: readonly AuthUrl[]; blocks: Embedded[] }> {
  const found: { ingresses: IngressAuth[]; secrets: Secret[]; authUrls: AuthUrl[] } = {
    ingresses: [],
    secrets: [],
    authUrls: [],
  };
  const blocks: Embedded[] = [];
  for (const file of files) {
    const stat = host.stat(file);
    if (absent(stat) || stat.kind !== 'file' || stat.size > sizeLimit) continue;
    const bytes = host.read(file);
    if (absent(bytes)) continue;
    const text = fromBytes(bytes);
    const holds = mayHoldBlocks(text);
    if (!holds && !manifest.test(text)) continue;
    const { documents } = await readYaml(file, text, host.display(file));
    let left = holds ? mostBlocks : 0;
    for (const document of documents) {
      readManifest(document, found);
      for (const block of left > 0 ? blocksOf(document) : []) if (left-- > 0) blocks.push(block);
    }
  }
  return { ingresses: judgeIngresses(found), authUrls: found.authUrls, blocks };
}
