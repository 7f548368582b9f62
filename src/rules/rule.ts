import type { OfferedFile } from '../discover/discover.ts';
import type { Eaten } from '../discover/maps/eaten.ts';
import type { AuthUrl, JudgedIngress } from '../discover/maps/kubernetes.ts';
import type { MappedFile } from '../discover/maps/mapped-files.ts';
import type { Served } from '../discover/maps/served.ts';
import type { HealthCheck, Published } from '../discover/maps/service.ts';
import type { PasswordAudit } from '../hash/audit.ts';
import type { FileAudit } from '../hash/problems.ts';
import type { Answer, Predictor, ServerName } from '../predict/answer.ts';
import type { ApacheFacts } from '../predict/apache/facts.ts';
import type { JudgedPlace } from '../predict/judge.ts';
import type { NginxFacts } from '../predict/nginx/facts.ts';
import type { ReasonCode } from '../predict/reasons.ts';
import type { Directive } from '../syntax/tree.ts';
import type { Source, Where } from '../text/source.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Confidence = 'certain' | 'high' | 'medium';

export interface RuleMeta {
  readonly id: string;
  /** One line, without a full stop. */
  readonly title: string;
  readonly server: ServerName | 'passwords' | 'both';
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly since: string;
  /** The smallest preset that has it; absent: recommended. What is often meant, or seldom certain, is `strict` or `all`. */
  readonly preset?: 'strict' | 'all';
  /** The reasons of a bad answer that a finding of this rule explains. */
  readonly explains: readonly ReasonCode[];
  readonly docs: RuleDocs;
}

export interface RuleDocs {
  /** What a visitor gets. */
  readonly visitor: string;
  readonly why: string;
  readonly fix: string;
  /** When it is fine. */
  readonly fine: string;
}

/** What a run knows of a rule; the rest of its documentation is not loaded then. */
export type RuleHead = Omit<RuleMeta, 'docs'> & { readonly docs: Pick<RuleDocs, 'fix'> };

/**
 * A change that mends a finding: `text` (bytes) replaces the stretch `where`; or something is stripped off that sticks
 * to the entry in the line of `where` (its file's first line for a mark, all its lines for line ends).
 */
export type Edit = { readonly where: Where; readonly text: string } | { readonly where: Where; readonly strip: Strip };

export type Strip = 'byte-order-mark' | 'line-ends' | 'blanks' | 'quotes';

export interface Draft {
  readonly message: string;
  /** What to write instead, or to do; absent or null: the fix that the rule's documentation gives. */
  readonly help?: string | null | undefined;
  readonly where: Where;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** The place that it breaks, when it is one. */
  readonly scope?: string;
  /** The bad verdicts that it explains; absent: all with a cause that its rule explains. */
  readonly covers?: readonly JudgedPlace[];
  readonly related?: readonly { readonly message: string; readonly where: Where }[];
  /** Edits to be made together. Only what is certain: they are made without a word by --fix. */
  readonly fix?: readonly Edit[] | undefined;
}

/** One server's configuration, read and judged: all that a rule may know. */
export interface Unit {
  readonly server: ServerName;
  /** What was assumed because it was not visible (a lone .htaccess, a fragment). */
  readonly fragment: boolean;
  /** It lies in a git work tree, where what is made at deploy time is absent. */
  readonly repository: boolean;
  /** Every source read, main file first, .htaccess files included. */
  readonly sources: readonly Source[];
  /** Directives as the server takes them: includes, conditions and macros expanded; .htaccess files follow. */
  readonly directives: readonly Directive[];
  readonly starts: Predictor['starts'];
  readonly startErrors: Predictor['startErrors'];
  readonly unseen: Predictor['unseen'];
  readonly places: readonly JudgedPlace[];
  /** What else is known of an Apache, its model and answers to further questions; null for another server. */
  readonly apache: ApacheFacts | null;
  /** The model of an nginx, and what else is predicted of it; null for another server. */
  readonly nginx: NginxFacts | null;
  readonly passwords: readonly PasswordAudit[];
  readonly digests: readonly FileAudit[];
  readonly groups: readonly FileAudit[];
  /** The first directive that names each of these files, by its path. */
  readonly namedBy: ReadonlyMap<string, Directive>;
  /** Files that it names and that a compose file, a Dockerfile or a task takes from the repository, where they are not, or are left out by .gitignore. */
  readonly mapped: readonly MappedFile[];
  /** Files with a login that are put beside an image's own main file, where nothing includes them. */
  readonly unread: readonly OfferedFile[];
  /** SELinux types of the files in `namedBy`; empty unless the machine is the server and enforces them. */
  readonly labels: readonly { readonly path: string; readonly type: string; readonly by: Directive }[];
  /** Kubernetes Ingresses whose login rests on a Secret. */
  readonly ingresses: readonly JudgedIngress[];
  /** Kubernetes Ingresses that ask another service about each request. */
  readonly authUrls: readonly AuthUrl[];
  /** What stands in compose files and does not reach the container as it was meant. */
  readonly eaten: readonly Eaten[];
  /** Ports of the services beside the server in its compose file that other machines reach. */
  readonly published: readonly Published[];
  /** The health checks and probes of the container with the answers that they get. */
  readonly health: readonly (HealthCheck & { readonly answer: Answer })[];
  /** Password files that an image gives out. */
  readonly served: readonly Served[];
  /** Whether a password file (path as shown) lies open in a git work tree, for everybody who has the repository. */
  readonly committed: (file: string) => boolean;
}

/** Which rules are applied. */
type Selection = (meta: RuleHead) => boolean;

export const recommended: Selection = ({ preset }) => preset === undefined;

export type Level = Severity | 'off';

/** What a run makes of the rules. */
export interface Ruling {
  readonly applies: Selection;
  /** The level that was chosen for a rule in a file (as shown to people); null: the finding's own; absent: none there. */
  readonly level: (meta: RuleHead, file: string) => Level | 'absent' | null;
  /** Whether comments in the configuration silence findings. */
  readonly comments: boolean;
}

/** Rules as they are, comments heeded. */
export function plainRuling(applies: Selection = recommended): Ruling {
  return { applies, level: () => null, comments: true };
}

export interface Rule {
  readonly meta: RuleHead;
  check(unit: Unit): Iterable<Draft>;
}
