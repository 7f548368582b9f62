import type { Guard, Htaccess } from '../../model/apache/config.ts';
import type { Server } from '../../model/apache/servers.ts';
import type { Settings } from '../../model/apache/settings.ts';
import type { Directive } from '../../syntax/tree.ts';
import type { Where } from '../../text/source.ts';
import type { Answer } from '../answer.ts';

/** What a section that means a login compares with: a folder, a URL, a file name, a condition. */
export type ApachePlaceKind = 'folder' | 'url' | 'file' | 'condition' | 'htaccess';

/** A protected place as httpd's sections make it. */
export interface ApachePlace {
  readonly kind: ApachePlaceKind;
  readonly server: Server;
  /** Opening line of the section; null: the top of a .htaccess file. */
  readonly section: Directive | null;
  /** What the section itself says. */
  readonly own: Settings;
  /** What holds for the request, all sections merged. */
  readonly settings: Settings;
  /** The file that the request is mapped to; null: it goes to a proxy. */
  readonly filename: string | null;
  /** What of the URL is left behind the file; '' where nothing is. */
  readonly pathInfo: string;
  /** Where a proxy sends it; null: it stays here. */
  readonly proxy: string | null;
  /** Whether the password file in force has a user; null: it cannot be told. */
  knows(user: string): boolean | null;
  /** Whether the user file has lines of three fields, as digests need; null: it cannot be told. */
  hasRealms(): boolean | null;
  /** Lines of the group file in force; null: it cannot be told. */
  groups(): readonly GroupLine[] | null;
}

/** A group as the group file has it. */
export interface GroupLine {
  readonly name: string;
  readonly members: readonly string[];
  readonly where: Where;
}

/** One question to the server that rules want answered, with what an outsider gets without a login. */
export interface Errand {
  /** What people call it. */
  readonly target: string;
  /** The line that brings it up. */
  readonly where: Where;
  /** The file or URL in question. */
  readonly subject: string;
  readonly answer: Answer;
}

/** What rules for Apache know beyond the directives: as data, each part worked out when it is first asked for. */
export interface ApacheFacts {
  /** Null: not visible, the usual ones are assumed. */
  readonly modules: ReadonlySet<string> | null;
  readonly serverRoot: string | null;
  /** The main server first. */
  readonly servers: readonly Server[];
  readonly htaccess: () => readonly Htaccess[];
  readonly guards: readonly Guard[];
  readonly unmetIncludes: readonly Directive[];
  /** Password and group files, and copies of them, that a URL leads to; those of the tree are found by their names. */
  readonly exposedFiles: () => readonly Errand[];
  /** Sections that hand requests to a page of httpd's own (server-status and its kin). */
  readonly statusPages: () => readonly Errand[];
  /** The folder of each server and of each Alias. */
  readonly roots: () => readonly Errand[];
  /** Where requests are sent to a backend by ProxyPass; the subject is its URL. */
  readonly proxied: () => readonly Errand[];
  /** What is asked for below a protected place by visitors who have no login there. */
  readonly publicCalls: (kind: PublicCall['kind']) => readonly PublicCall[];
}

/** A URL below a protected place that programs or visitors call without a login, by custom. */
export interface PublicCall extends Errand {
  readonly kind: 'wordpress-ajax' | 'acme-challenge' | 'preflight' | 'error-page';
}
