/** The newest release of nginx that is known here. */
export const newestRelease = '1.31.4';
