import fs from 'node:fs';
import path from 'node:path';
import { recognise } from '../discover/recognise.ts';
import { DiskHost } from '../host/disk.ts';
import type { FileHost } from '../host/host.ts';
import { MappedHost } from '../host/mapped.ts';
import { type Load, type Loaded, loaderOf } from '../load.ts';
import { encode, fromBytes } from '../text/bytes.ts';
import { harmless } from '../text/printable.ts';
import { layoutOf } from './paths.ts';
import { UsageError, type Values } from './usage.ts';

/** A whole configuration opened for one command. */
export interface Opened extends Loaded {
  readonly load: Load;
  readonly host: FileHost;
  /** The main file as the server sees it (bytes). */
  readonly main: string;
}

/** Reads the configuration that --config names, as the server of --server or the one that the file is for. */
export async function openConfiguration(config: string, values: Values): Promise<Opened> {
  const local = path.resolve(config);
  if (!fs.statSync(local, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`${harmless(config)} is not a file that can be read`);
  }
  const { host, main } = serverView(encode(local), values);
  const bytes = host.read(main);
  if (typeof bytes === 'string') throw new UsageError(`${harmless(config)} cannot be read (${bytes})`);
  const server = values.server ?? (recognise(main, fromBytes(bytes))?.startsWith('nginx') ? 'nginx' : 'apache');
  const load = await loaderOf(server as 'apache' | 'nginx');
  const loaded = load(host, main, {
    fragment: false,
    platform: values.platform,
    prefix: values.prefix && encode(path.resolve(values.prefix)),
  });
  return { ...loaded, load, host, main };
}

/** The files as the server sees them: under --root and --map, else the machine's own, whose names the config gives. */
function serverView(local: string, values: Values): { host: FileHost; main: string } {
  const layout = layoutOf(values);
  const disk = new DiskHost({ searchable: local });
  if (layout.root === null && layout.maps.length === 0) return { host: disk, main: local };
  const mappings = [...layout.maps, { from: '/', to: layout.root ?? '/' }];
  const inside = layout.root !== null && layout.root !== '/' && local.startsWith(`${layout.root}/`);
  return { host: new MappedHost(disk, mappings), main: inside ? local.slice(layout.root!.length) : local };
}
