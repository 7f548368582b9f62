/** The closed list of reasons of the nginx predictor. Names: what the server found, not what to do about it. */
export const nginxReasonCodes = ['nginx-pass'] as const;
export type NginxReasonCode = (typeof nginxReasonCodes)[number];
