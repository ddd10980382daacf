import { creditRows } from "./credit-rows.ts";
import { payoutRows } from "./payout-rows.ts";
import { browser, suppressions } from "./reach.ts";
import { wallClock } from "../../src/platform/clock.ts";
import { newId } from "../../src/platform/ids.ts";
import { days, hours, plus } from "../../src/platform/time.ts";
import { type TestHouse } from "../house.ts";
import { uploadFiles } from "./upload.ts";
import { type Headers, type Kind } from "./callers.ts";
import { gigRows } from "./gig-rows.ts";
import { linkAfterSignUp, linkMailedTo, manageLinkTo } from "./mail-links.ts";
import { pay } from "./pay.ts";
import { openTalk } from "./talk.ts";
import { quizOf } from "./quiz.ts";
import { reviewedSession } from "./reviewed-session.ts";
import { safetyRows } from "./safety-rows.ts";
import { memberToken, person, type Session } from "./sign-in.ts";
import { teamRows } from "./team-rows.ts";

/** One tenant with its people and one of everything they can have. Every free text in it holds `word`. */
export type Cast = Awaited<ReturnType<typeof buildCast>>;

export interface Item {
  readonly id: string;
}

/** Fills a new tenant through the API. `hooksUrl` hears its webhooks. */
export async function buildCast(
  house: TestHouse,
  { word, hooksUrl, operator }: { word: string; hooksUrl: string; operator: Headers },
) {
  const origin = `https://${word}.example`;
  const perMinute = 100_000;
  const site = await house.site(`${word} site`, {
    tenancy: {
      allowedOrigins: [origin],
      siteUrl: `${origin}/`,
      brand: { productName: `${word} product` },
      limits: {
        visitorsPerMinute: perMinute,
        membersPerMinute: perMinute,
        serversPerMinute: perMinute,
        staffPerMinute: perMinute,
      },
    },
  });
  const page = `${origin}/booking`;
  const ok = <Result = Item>(path: string, input: object, headers: Headers): Promise<Result> =>
    house.ok<Result>(path, input, {
      headers: { ...headers, "Idempotency-Key": newId(wallClock()) },
      from: `203.0.113.${word.length}`,
    });
  const { server, visitor: key } = site;
  const join = async (name: string) => person(house, site, `${name}@${word}.example`, `${name} ${word}`);

  const [coach, client, sibling, guest] = [
    await join("coach"),
    await join("client"),
    await join("sibling"),
    await join("guest"),
  ];
  // Before the client gets other mails than codes.
  const secondSession = await join("client");
  const staff = await site.staff();
  const team = await teamRows(house, { site, word, ok, staff });

  // The site: keys and webhooks, before anything happens that they tell of.
  const spareKey = await ok("tenancy.createKey", { kind: "secret", name: `${word} key` }, staff);
  const oldKey = await ok("tenancy.createKey", { kind: "publishable", name: `${word} old key` }, staff);
  const domain = await ok("tenancy.addDomain", { domain: `book.${word}.example` }, staff);
  const oldDomain = await ok("tenancy.addDomain", { domain: `old.${word}.example` }, staff);
  const endpoint = await ok(
    "integrations.createEndpoint",
    { url: hooksUrl, description: `${word} endpoint` },
    server,
  );
  const oldEndpoint = await ok(
    "integrations.createEndpoint",
    { url: hooksUrl, description: `${word} old`, eventNames: ["member.changed"] },
    server,
  );

  // An address that speaks another protocol: testing it is answered at once.
  const connection = await ok(
    "integrations.createConnection",
    {
      vendor: "openai",
      apiKey: `${word}-openai-key`,
      baseUrl: hooksUrl,
      textModel: `${word}-text`,
    },
    server,
  );

  // The coach: accepted, described, open.
  const accepted = await apply(ok, coach.headers, "coach", word);
  await ok("people.approveApplication", { id: accepted.id }, server);
  const application = await apply(ok, client.headers, "teacher", word);
  const weakApplication = await apply(ok, sibling.headers, "seller", word);
  const profile = {
    headline: `${word} headline`,
    bio: `${word} biography`,
    expertise: [word],
    languages: ["en"],
    countries: ["DE"],
    socials: { website: `${origin}/me` },
  };
  await ok("people.replaceProfile", profile, coach.headers);
  const files = await uploadFiles(house, word, { headers: coach.headers, server });
  const week = {
    timeZone: "UTC",
    isAccepting: true,
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440 })),
  };
  await ok("scheduling.replaceHours", week, coach.headers);
  const sell = (title: string, amountMinor: number) => {
    const price = { amountMinor, currency: "EUR" };
    const input = { title: `${word} ${title}`, description: `${word} offer`, minutes: 60, price };
    return ok("scheduling.createOffer", { ...input, noticeMinutes: 0 }, coach.headers);
  };
  const [offer, freeOffer, spareOffer] = [
    await sell("talk", 4500),
    await sell("hello", 0),
    await sell("spare", 100),
  ];
  const at = (count: number) => plus(plus(startOfDay(), days(3)), hours(count)).toISOString();
  const dateIn = (count: number) => plus(startOfDay(), days(count)).toISOString().slice(0, 10);
  const override = await ok(
    "scheduling.createOverride",
    { date: dateIn(40), hours: [{ startMinute: 60, endMinute: 120 }] },
    coach.headers,
  );
  const vacation = await ok(
    "scheduling.createVacation",
    { from: dateIn(42), until: dateIn(43) },
    coach.headers,
  );
  const closure = await ok(
    "scheduling.createClosure",
    { name: `${word} closure`, from: dateIn(45), until: dateIn(46) },
    server,
  );

  // A visitor who has answered the quiz and keeps a time.
  const { headers: answered } = await house.call(
    "people.saveAnswers",
    { answers: quizOf(word) },
    { headers: key },
  );
  const visitor = { ...key, "Tessera-Visitor": String(answered["tessera-visitor"]) };
  const keep = (offerId: string, hour: number, headers: Headers) =>
    ok("scheduling.holdSlot", { offerId, startsAt: at(hour) }, headers);
  const visitorHold = await keep(offer.id, 1, visitor);
  const oldHold = await keep(offer.id, 2, visitor);

  // The client: an agreed free session, a paid one, one that waits for its money, and a time that is kept.
  const buy = async (offerId: string, hour: number) =>
    ok<Item & { bookingId: string }>(
      "orders.placeOrder",
      { holdId: (await keep(offerId, hour, client.headers)).id, note: `${word} note`, pageUrl: page },
      client.headers,
    );
  const freeOrder = await buy(freeOffer.id, 4);
  const paidOrder = await buy(offer.id, 6);
  const returnUrl = page;
  const checkout = await ok<{ url: string; paymentId: string }>(
    "orders.payOrder",
    { id: paidOrder.id, returnUrl },
    client.headers,
  );
  const returnCode = await pay(checkout.url);
  await house.until("the paid order", async () => {
    const { state } = await ok<{ state: string }>("orders.getOrder", { id: paidOrder.id }, client.headers);
    return state === "confirmed";
  });
  const refund = await ok("money.refundPayment", { id: checkout.paymentId, amountMinor: 100 }, server);
  const openOrder = await buy(offer.id, 8);
  const openCheckout = await ok<{ paymentId: string }>(
    "orders.payOrder",
    { id: openOrder.id, returnUrl },
    client.headers,
  );
  const clientHold = await keep(freeOffer.id, 10, client.headers);

  // Sessions that the site itself made.
  const book = (hour: number) =>
    ok(
      "scheduling.createBooking",
      { offerId: freeOffer.id, clientId: client.id, startsAt: at(hour) },
      server,
    );
  const [booking, oldBooking] = [await book(12), await book(14)];
  await ok("scheduling.cancelBooking", { id: oldBooking.id, reason: `${word} reason` }, server);

  const { reviewed, review } = await reviewedSession(ok, house, site, {
    word,
    client,
    server,
    freeOffer,
    startsAt: plus(startOfDay(), -days(7)),
  });
  const market = await gigRows(ok, house, { word, coach, server });
  const talk = await openTalk(ok, word, { bookingId: booking.id, client, coach });
  const safety = await safetyRows(ok, { word, guest, coach, client, sibling, staff, message: talk.message });

  const credits = await creditRows(ok, { word, client, server, at });

  // News of the client's sessions, on the page and by mail.
  const first = (path: string, input: object, headers: Headers) =>
    house.until(path, async () => (await ok<{ items: Item[] }>(path, input, headers)).items[0]);
  const notification = await first("notifications.listNotifications", {}, client.headers);
  const mail = await first("notifications.listDeliveries", { memberId: client.id, state: "sent" }, server);

  const pushed = await ok("notifications.addPushSubscription", browser(`${word} known`), client.headers);
  const [suppression] = await suppressions(house, site.live, word);

  const delivery = await house.until("a delivery", async () => {
    const { items } = await ok<{ items: Item[] }>(
      "integrations.listDeliveries",
      { endpointId: endpoint.id, state: "delivered" },
      server,
    );
    return items[0];
  });

  const { items: sessions } = await ok<{ items: (Item & { isCurrent?: boolean })[] }>(
    "identity.listSessions",
    {},
    client.headers,
  );
  const staffSession = await house.ok<Session>("identity.staffSignIn", {
    ...site.owner,
    tenantId: site.live.id,
  });
  await ok("identity.requestPasswordReset", { email: guest.email, pageUrl: page }, key);
  await ok("orders.proposeMove", { id: paidOrder.id, startsAt: at(20) }, coach.headers);
  const manageToken = (action: string) => manageLinkTo(house, site, client.email, action);

  return {
    word,
    site,
    page,
    at,
    dateIn,
    profile,
    week,
    email: (name: string) => `${name}@${word}.example`,
    headers: {
      visitor,
      coach: coach.headers,
      client: client.headers,
      sibling: sibling.headers,
      staff,
      server,
      acting: site.actingFor(client.id),
      operator,
      nobody: {},
    } satisfies Record<Kind, Headers>,
    guest: guest.headers,
    answers: quizOf(word),
    ids: {
      tenant: site.sandbox.id,
      coach: coach.id,
      ...files,
      client: client.id,
      sibling: sibling.id,
      guest: guest.id,
      ...team.ids,
      spareKey: spareKey.id,
      oldKey: oldKey.id,
      domain: domain.id,
      oldDomain: oldDomain.id,
      endpoint: endpoint.id,
      oldEndpoint: oldEndpoint.id,
      delivery: delivery.id,
      connection: connection.id,
      application: application.id,
      weakApplication: weakApplication.id,
      offer: offer.id,
      freeOffer: freeOffer.id,
      spareOffer: spareOffer.id,
      override: override.id,
      vacation: vacation.id,
      closure: closure.id,
      visitorHold: visitorHold.id,
      oldHold: oldHold.id,
      clientHold: clientHold.id,
      freeOrder: freeOrder.id,
      paidOrder: paidOrder.id,
      openOrder: openOrder.id,
      paidBooking: paidOrder.bookingId,
      booking: booking.id,
      payment: checkout.paymentId,
      openPayment: openCheckout.paymentId,
      refund: refund.id,
      reviewedBooking: reviewed.id,
      review: review.id,
      ...talk,
      ...safety,
      ...credits,
      ...(await payoutRows(ok, house, { site, word, coach, server })),
      ...market,
      notification: notification.id,
      mail: mail.id,
      browser: pushed.id,
      suppression: suppression!,
      session: sessions.find((each) => each.isCurrent !== true)!.id,
    },
    tokens: {
      refresh: secondSession.refreshToken,
      guestRefresh: guest.refreshToken,
      staffRefresh: staffSession.refreshToken,
      verify: await linkAfterSignUp(house, site, word),
      reset: await linkMailedTo(house, site, guest.email, /#tessera-reset[\w-]*=([\w.-]+)/),
      ...team.tokens,
      manageCancel: await manageToken("cancel"),
      manageMove: await manageToken("move"),
      manageAnswer: await manageToken("answer"),
      returnCode,
      member: await memberToken(site.keys.secretKey, `${word}-rosa`),
    },
  };
}

export type Ok = <Result = Item>(path: string, input: object, headers: Headers) => Promise<Result>;

const apply = (ok: Ok, headers: Headers, role: string, word: string) =>
  ok("people.applyForRole", { role, note: `${word} application` }, headers);

const startOfDay = (): Date => new Date(`${wallClock().toISOString().slice(0, 10)}T00:00:00Z`);
