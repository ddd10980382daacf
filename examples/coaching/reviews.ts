import { type SiteSetup } from "../site.ts";
import { type Values } from "../template.ts";
import { type Coach } from "./coach.ts";
import { wordsOf } from "./words.ts";

interface Review {
  readonly authorName: string;
  readonly average: number;
  readonly text: string;
  readonly publishedAt: string;
}

/** How long a page waits for what others say of a coach before it is sent without it. */
const patienceMs = 1500;

/** What clients wrote of a coach, newest first: the same the widgets show, printed into the page for everybody who runs no script. */
export async function reviewsOf(
  coach: Coach,
  { apiUrl, publishableKey, hosts }: SiteSetup,
): Promise<Values[]> {
  const query = new URLSearchParams({
    key: publishableKey,
    personId: hosts[coach.slug] ?? "",
    limit: "3",
  });
  try {
    const answer = await fetch(`${apiUrl}/api/v1/reviews?${query}`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    const { items = [] }: { readonly items?: readonly Review[] } = await answer.json();
    return items.filter(({ text }) => text !== "").map((review) => presentReview(coach, review));
  } catch {
    return [];
  }
}

function presentReview(coach: Coach, { authorName, average, text, publishedAt }: Review): Values {
  const { locale } = coach;
  const rating = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(average);
  return {
    quote: text,
    author: authorName,
    rated: wordsOf(coach)["rated"]?.replace("{rating}", rating) ?? "",
    month: new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(
      new Date(publishedAt),
    ),
  };
}
