/** The name of the mail that bundles others. */
export const digestName = "digest";

/** How many pieces of news a digest tells; the rest is on the page. */
export const mostInDigest = 30;
