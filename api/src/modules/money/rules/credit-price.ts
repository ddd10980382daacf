/** What a site asks of its teachers' prices in credits. */
export interface PriceTerms {
  readonly standardPrice: number;
  readonly premium: {
    readonly fromPrice: number;
    readonly toPrice: number;
    readonly minRating: number;
    readonly minSessions: number;
  };
}

/** What a teacher has shown so far. */
export interface TeacherStanding {
  /** From 1 to 5; null before the first review. */
  readonly rating: number | null;
  readonly givenSessions: number;
}

/** Whether a teacher is proven enough for premium prices. */
export const isPremium = ({ premium }: PriceTerms, { rating, givenSessions }: TeacherStanding): boolean =>
  rating !== null && rating >= premium.minRating && givenSessions >= premium.minSessions;

/** Whether a teacher may ask so many credits for a session: the standard price at most, or what proven teachers may ask. */
export function mayAsk(terms: PriceTerms, standing: TeacherStanding, credits: number): boolean {
  const { fromPrice, toPrice } = terms.premium;
  if (credits < 1) return false;
  return (
    credits <= terms.standardPrice ||
    (isPremium(terms, standing) && credits >= fromPrice && credits <= toPrice)
  );
}
