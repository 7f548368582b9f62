/** Endings of the files that a server runs to answer all sorts of URLs. */
export const scriptEnding = /\.(?:php\d?|phtml|f?cgi|pl|py|rb)$/;
