// Alipay reads and writes times without a zone, and means China's, which has known no summer time since 1991.
const ahead = 8 * 3_600_000;

/** An instant as Alipay writes it. */
export const toBeijing = (at: Date): string =>
  new Date(at.getTime() + ahead).toISOString().slice(0, 19).replace("T", " ");

/** The instant Alipay wrote; an invalid date for anything else. */
export const fromBeijing = (text: string): Date =>
  new Date(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? `${text.replace(" ", "T")}+08:00` : NaN);
