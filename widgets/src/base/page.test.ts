import { assert } from "chai";
import { goodAnswers, member, order, payment, session } from "../../test/coach.ts";
import { FakeApi } from "../../test/fake-api.ts";
import { until } from "../../test/stage.ts";
import { provide } from "./context.ts";
import { localeContext, memberContext, siteContext } from "./contexts.ts";
import { emit } from "./events.ts";
import { localeOf } from "./locale.ts";
import { type OpenPage, openPage } from "./page.ts";

const open: OpenPage[] = [];

function opened(api: FakeApi, key = `pk_test_${crypto.randomUUID().slice(0, 8)}`) {
  const root = document.createElement("div");
  document.body.append(root);
  const page = openPage(
    { url: "https://api.test", key, locale: "en", remember: "session", fetch: api.fetch },
    root,
  );
  open.push(page);
  return { page, root };
}

/** What a widget below `root` would be given. */
function given(root: HTMLElement, context: string): unknown[] {
  const seen: unknown[] = [];
  const child = document.createElement("i");
  root.append(child);
  const request = Object.assign(new Event("context-request", { bubbles: true, composed: true }), {
    context,
    subscribe: true,
    callback: (value: unknown) => seen.push(value),
  });
  child.dispatchEvent(request);
  return seen;
}

describe("page", () => {
  afterEach(() => {
    for (const page of open.splice(0)) page.close();
    document.querySelectorAll("body > div").forEach((root) => root.remove());
    sessionStorage.clear();
    history.replaceState(null, "", location.pathname);
  });

  it("gives widgets the site, the member and the language, and each change", async () => {
    const { page, root } = opened(new FakeApi(goodAnswers));
    const sites = given(root, siteContext);
    const members = given(root, memberContext);
    const locales = given(root, localeContext);
    await page.session.known;
    page.session.begin(session);
    page.speak("ar");
    await until(
      () => sites.at(-1),
      () => "no site",
    );
    assert.deepEqual(members.at(-1), member);
    assert.include(sites.at(-1), { slug: "bright" });
    assert.deepEqual(locales.at(-1), localeOf("ar"));
  });

  it("asks for one refresh when two tabs find their token expired at once", async () => {
    let refreshes = 0;
    const api = new FakeApi({
      ...goodAnswers,
      "identity.refresh": () => {
        refreshes++;
        return { ...session, accessToken: "access-2", refreshToken: "refresh-2" };
      },
    });
    const key = "pk_test_twotabs0";
    const [one, two] = [opened(api, key).page, opened(api, key).page];
    await Promise.all([one.session.known, two.session.known]);
    const heard = new Promise<void>((resolve) => two.session.subscribe(resolve));
    one.session.begin(session);
    await heard;
    const old = new Set([`Bearer ${session.accessToken}`]);
    api.answers = {
      ...api.answers,
      "orders.getOrder": (_, { authorization = "" }) =>
        old.has(authorization) ? { status: 401, code: "request.token_expired" } : order,
    };
    const answers = await Promise.all(
      [one, two].map(({ client }) => client.orders.getOrder({ id: order.id })),
    );
    assert.lengthOf(answers, 2);
    assert.equal(refreshes, 1);
  });

  it("exchanges the token of the tenant's own server, and forgets everything on signing out", async () => {
    const api = new FakeApi({
      ...goodAnswers,
      "identity.exchangeToken": () => session,
      "identity.signOut": () => ({}),
    });
    const { page } = opened(api);
    await page.identify("token");
    assert.equal(page.session.member?.name, member.name);
    assert.equal(sessionStorage.length, 1);
    await page.signOut();
    assert.isNull(page.session.member);
    assert.equal(sessionStorage.length, 0);
  });

  it("ends the member's pushes in this browser on signing out, and nobody else's; a browser that fails keeps nobody in", async () => {
    const registrations = Object.getOwnPropertyDescriptor(navigator, "serviceWorker");
    const ended: string[] = [];
    const subscribed = (endpoint: string) => ({
      pushManager: {
        getSubscription: async () => ({
          endpoint,
          unsubscribe: async () => ended.push(`unsubscribe ${endpoint}`),
        }),
      },
    });
    let workers = async (): Promise<object[]> => [
      subscribed("https://push.example.com/here"),
      subscribed("https://push.example.com/shop"),
    ];
    Object.defineProperty(navigator, "serviceWorker", {
      configurable: true,
      value: { getRegistrations: async () => workers() },
    });
    try {
      const id = "0195a000-0000-7000-8000-00000000abc1";
      const createdAt = "2026-01-01T00:00:00.000Z";
      const api = new FakeApi({
        ...goodAnswers,
        "identity.exchangeToken": () => session,
        "identity.signOut": () => (ended.push("signOut"), {}),
        "notifications.listPushSubscriptions": () => ({
          items: [{ id, endpoint: "https://push.example.com/here", device: "Firefox", createdAt }],
        }),
        "notifications.removePushSubscription": (input) => (ended.push(`remove ${input["id"]}`), {}),
      });
      const { page } = opened(api);
      await page.identify("token");
      await page.signOut();
      assert.sameMembers(ended.slice(0, 2), ["unsubscribe https://push.example.com/here", `remove ${id}`]);
      assert.deepEqual(ended.slice(2), ["signOut"]);
      workers = async () => {
        throw new DOMException("broken", "InvalidStateError");
      };
      await page.identify("token");
      await page.signOut();
      assert.isNull(page.session.member);
    } finally {
      Reflect.deleteProperty(navigator, "serviceWorker");
      if (registrations) Object.defineProperty(navigator, "serviceWorker", registrations);
    }
  });

  const tokenFor = (email: string) => `h.${btoa(JSON.stringify({ email }))}.s`;
  const other = {
    ...session,
    accessToken: "access-9",
    member: { ...member, id: "0195a000-0000-7000-8000-000000000099", email: "grace@example.com" },
  };

  it("shows nobody's account until the token of the tenant's server is exchanged, and then its member", async () => {
    const api = new FakeApi({ ...goodAnswers, "identity.exchangeToken": () => other });
    const { page, root } = opened(api);
    await page.session.known;
    page.session.begin(session);
    const members = given(root, memberContext);
    await page.identify(tokenFor("grace@example.com"));
    assert.deepEqual(members.slice(1), [undefined, undefined, other.member]);
  });

  for (const [who, email, stays] of [
    ["the same member", "Ada@example.com", true],
    ["somebody else", "grace@example.com", false],
  ] as const) {
    it(`a token that was used and names ${who} ${stays ? "leaves" : "ends"} the sign-in of the tab`, async () => {
      const api = new FakeApi({
        ...goodAnswers,
        "identity.exchangeToken": () => ({ status: 401, code: "identity.token_refused" }),
      });
      const { page, root } = opened(api);
      await page.session.known;
      page.session.begin(session);
      const members = given(root, memberContext);
      const refused = await page.identify(tokenFor(email)).then(
        () => false,
        () => true,
      );
      assert.isTrue(refused);
      assert.equal(page.session.member?.id, stays ? member.id : undefined);
      assert.deepEqual(members.at(-1), stays ? member : null);
    });
  }

  it("takes the code of a return out of the address and redeems it once", async () => {
    history.replaceState({ own: "state" }, "", "?page=2&tessera_return=code-1#times");
    const api = new FakeApi(goodAnswers);
    const { page } = opened(api);
    assert.equal(location.search + location.hash, "?page=2#times");
    assert.deepEqual(history.state, { own: "state" });
    const [first, second] = await Promise.all([page.returned(), page.returned()]);
    assert.equal(first?.payment.id, payment.id);
    assert.equal(first, second);
    assert.lengthOf(
      api.paths.filter((path) => path === "orders.redeemReturn"),
      1,
    );
  });

  it("is no return without a code, and asks nobody", async () => {
    const api = new FakeApi(goodAnswers);
    assert.isNull(await opened(api).page.returned());
    assert.notInclude(api.paths, "orders.redeemReturn");
  });

  it("tells the data layer what happened, not what is about to", () => {
    window.dataLayer = [];
    const element = document.createElement("div");
    element.addEventListener("tessera-before-order-pay", (event) => event.preventDefault());
    assert.isFalse(emit(element, "tessera-before-order-pay", { orderId: "1" }));
    assert.isTrue(emit(element, "tessera-order-expired", { orderId: "1" }));
    assert.deepEqual(window.dataLayer, [{ event: "tessera_order_expired", tessera: { orderId: "1" } }]);
  });

  it("gives a value to those who ask later, and none to those who ask for another", () => {
    const root = document.createElement("div");
    document.body.append(root);
    const change = provide(root, "colour", "red");
    const seen = given(root, "colour");
    assert.deepEqual(given(root, "size"), []);
    change("blue");
    assert.deepEqual(seen, ["red", "blue"]);
  });
});
