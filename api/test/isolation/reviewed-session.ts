import { SessionOffer } from "../../src/modules/scheduling/models/session-offer.ts";
import { buildBooking } from "../../src/modules/scheduling/testing.ts";
import { type TestHouse, type TestSite } from "../house.ts";
import { type Headers } from "./callers.ts";
import { type Item, type Ok } from "./world.ts";

interface Parts {
  readonly word: string;
  readonly client: { readonly id: string; readonly headers: Headers };
  readonly server: Headers;
  readonly freeOffer: Item;
  readonly startsAt: Date;
}

/** A session of last week that took place, reviewed by its client alone. */
export async function reviewedSession(
  ok: Ok,
  house: TestHouse,
  site: TestSite,
  { word, client, server, freeOffer, startsAt }: Parts,
): Promise<{ reviewed: Item; review: Item }> {
  const reviewed = await house.within(site.live, async (scope) => {
    const sold = await scope.query(SessionOffer).findById([scope.tenant.id, freeOffer.id]);
    if (!sold) throw new Error("The free offer is missing.");
    return buildBooking(scope, sold, { clientId: client.id, startsAt });
  });
  await house.until("the session to have ended by itself", async () => {
    const { state } = await ok<{ state: string }>("scheduling.getBooking", { id: reviewed.id }, server);
    return state === "completed";
  });
  const ratings = { knowledge: 5, communication: 4, professionalism: 5 };
  const review = await ok(
    "reviews.createReview",
    { bookingId: reviewed.id, ratings, text: `${word} review` },
    client.headers,
  );
  return { reviewed, review };
}
