import type { ServerName } from '../../src/predict/answer.ts';

/** A file of a case: its text, or what else lies there. `mode` is octal text; `owner` is `user` or `user:group`. */
export type CaseFile =
  | string
  | {
      readonly text?: string;
      readonly base64?: string;
      readonly symlink?: string;
      readonly dir?: boolean;
      readonly mode?: string | number;
      readonly owner?: string;
    };

export interface CaseRequest {
  readonly method?: string;
  readonly host?: string | null;
  readonly path: string;
  readonly user?: string | null;
  readonly password?: string | null;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** An address of the loopback net: the request is sent from there. */
  readonly remote?: string;
  /** `form`: username and password posted to the path, under mod_auth_form's own field names. */
  readonly auth?: 'basic' | 'digest' | 'form';
}

export interface Response {
  /** 0: the connection was closed without an answer. */
  readonly status: number;
  readonly www_authenticate: string | null;
}

export interface Observed {
  readonly start: 'ok' | 'refused';
  readonly start_error: string | null;
  /** In the order of the requests; empty where the server refused to start. */
  readonly responses: readonly Response[];
}

/** A server root without answers; `@ROOT@` in paths and texts is the folder it is laid out in, `@PORT@` the port. */
export interface Setup {
  readonly server: ServerName;
  readonly files: Readonly<Record<string, CaseFile>>;
  /** Path of the main configuration below the root. */
  readonly entry: string;
  readonly requests: readonly CaseRequest[];
}

/** A text with the places of a layout filled in. */
export function filled(text: string, root: string, port: number): string {
  return text.replaceAll('@ROOT@', root).replaceAll('@PORT@', String(port));
}
