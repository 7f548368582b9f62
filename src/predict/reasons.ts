import type { ApacheReasonCode } from './apache/reasons.ts';
import type { NginxReasonCode } from './nginx/reasons.ts';

/** Every reason that an answer can have; each code that means trouble is explained by at least one rule. */
export type ReasonCode = ApacheReasonCode | NginxReasonCode;
