/** The closed list of reasons of the Apache predictor. Names: what the server found, not what to do about it. */
export const apacheReasonCodes = ['apache-pass'] as const;
export type ApacheReasonCode = (typeof apacheReasonCodes)[number];
