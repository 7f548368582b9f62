import { z } from 'zod';

/**
 * The stable JSON contracts: schemas/*.schema.json are generated from here. Only `merge` and the tests load this at run
 * time; the formats take its types.
 */

const count = z.int().nonnegative();
const ordinal = z.int().positive();
const server = z.enum(['apache', 'nginx']);
const status = z.union([z.int().min(0).max(599), z.enum(['pass', 'unknown'])]).meta({
  description:
    '"pass": authentication and authorization let the request through; "unknown": not visible; 0: the connection is closed without an answer',
});

const reason = z
  .object({
    code: z.string().min(1),
    message: z.string(),
    file: z.string().nullable(),
    line: ordinal.nullable(),
    column: ordinal.nullable(),
  })
  .meta({ description: 'One link of the chain of reasons, in the order of the server' });

const stretch = { file: z.string(), line: ordinal, column: ordinal, endLine: ordinal, endColumn: ordinal };

const finding = z.object({
  rule: z.string().min(1),
  severity: z.enum(['error', 'warning', 'info']),
  confidence: z.enum(['certain', 'high', 'medium']),
  message: z.string(),
  help: z.string(),
  ...stretch,
  scope: z.string().nullable().meta({ description: 'id of the protected place that it breaks, when it is one' }),
  related: z.array(z.object({ message: z.string(), file: z.string(), line: ordinal, column: ordinal })),
  fix: z
    .array(z.object({ ...stretch, text: z.string() }))
    .optional()
    .meta({ description: 'Edits that mend it, all to be made together' }),
  old: z.literal(true).optional().meta({ description: 'It stands in the baseline and does not fail the run' }),
});

const scope = z.object({
  id: z.string(),
  server,
  where: z.object({ file: z.string(), line: ordinal }),
  target: z.string(),
  verdict: z.enum(['works', 'locked-out', 'forbidden', 'broken', 'no-start', 'open', 'depends', 'unknown']),
  answers: z.object({ anonymous: status, valid: status, invalid: status }),
  because: z.array(reason),
});

const shard = z
  .object({
    index: ordinal,
    of: ordinal,
    units: z.array(
      z.object({
        order: count.meta({ description: 'Place of the unit in the order of a run over everything' }),
        file: z.string(),
        fragment: z.boolean(),
        reads: z.array(z.string()),
        findings: z.array(count).meta({ description: 'Indices into findings' }),
        scopes: z.array(count).meta({ description: 'Indices into scopes' }),
        assumptions: z.array(z.string()),
      }),
    ),
  })
  .meta({ description: 'Only with --shard: what merge needs to give the result of one run' });

export const checkDocument = z
  .object({
    version: z.literal(1),
    findings: z.array(finding),
    scopes: z.array(scope),
    assumptions: z.array(z.string()),
    troubles: z.array(z.string()),
    summary: z.object({
      files: count,
      scopes: count,
      errors: count,
      warnings: count,
      infos: count,
      ms: z.number().nonnegative(),
    }),
    shard: shard.optional(),
  })
  .meta({
    title: 'authlint check --format json',
    description: 'Lines and columns count from 1; columns count UTF-16 units of the decoded line',
  });

export const predictDocument = z
  .object({
    version: z.literal(1),
    server,
    config: z.string(),
    starts: z.enum(['yes', 'no', 'unknown']),
    startError: z
      .object({
        message: z.string(),
        file: z.string().nullable(),
        line: ordinal.nullable(),
        column: ordinal.nullable(),
      })
      .nullable(),
    answers: z.array(z.object({ status, wwwAuthenticate: z.string().nullable(), because: z.array(reason) })),
  })
  .meta({ title: 'authlint predict --format json' });

const instant = z.iso.datetime().nullable();

export const tokenDocument = z
  .object({
    version: z.literal(1),
    verdict: z.enum(['fine', 'refused', 'unsure']).meta({
      description: 'refused: a server that follows the standards turns it down; unsure: it cannot be judged',
    }),
    kind: z.enum(['signed', 'unsigned', 'encrypted', 'opaque', 'malformed']),
    algorithm: z.string().nullable(),
    keyId: z.string().nullable(),
    signature: z.enum(['right', 'wrong', 'missing', 'not-checked']),
    now: z.iso.datetime().meta({ description: 'The time as of which it was judged' }),
    claims: z
      .object({
        issuer: z.string().nullable(),
        audience: z.array(z.string()),
        expires: instant,
        notBefore: instant,
        issuedAt: instant,
      })
      .nullable()
      .meta({ description: 'No other claim is ever printed' }),
    problems: z.array(
      z.object({
        code: z.string().min(1),
        level: z.enum(['refused', 'unsure', 'note']),
        message: z.string(),
        help: z.string(),
      }),
    ),
  })
  .meta({ title: 'authlint token --format json' });

export const diagnoseDocument = z
  .object({
    version: z.literal(1),
    config: z.string().nullable(),
    status,
    from: z.enum(['this-configuration', 'application', 'another-server', 'unknown']).meta({
      description: 'Who gave the answer',
    }),
    summary: z.string(),
    because: z.array(reason),
    loginHelps: z.enum(['yes', 'no', 'another-user', 'unknown']),
    next: z.array(z.string()),
    answers: z.object({ anonymous: status, valid: status, invalid: status }).nullable().meta({
      description:
        'What the configuration answers to no login, a right one and a wrong one; null without a configuration',
    }),
    findings: z.array(
      z.object({
        rule: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        message: z.string(),
        help: z.string(),
        file: z.string(),
        line: ordinal,
        column: ordinal,
      }),
    ),
  })
  .meta({ title: 'authlint diagnose --format json' });

export type DiagnoseDocument = z.infer<typeof diagnoseDocument>;
export type TokenDocument = z.infer<typeof tokenDocument>;
export type CheckDocument = z.infer<typeof checkDocument>;
export type FindingEntry = CheckDocument['findings'][number];
/** A stretch of a file as every format names one. */
export type Stretch = Pick<FindingEntry, keyof typeof stretch>;
export type ScopeEntry = CheckDocument['scopes'][number];
export type ReasonEntry = ScopeEntry['because'][number];
export type ShardRecord = NonNullable<CheckDocument['shard']>;
