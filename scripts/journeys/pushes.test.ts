import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { type Browser, type BrowserContext, type Page } from "playwright-core";
import { buildMember } from "../../api/src/modules/scheduling/testing.ts";
import { hashPassword, setPassword } from "../../api/src/modules/identity/index.ts";
import { readRanges } from "../../api/src/platform/outgoing.ts";
import { usePush } from "../../api/src/platform/providers/push/for-tenant.ts";
import { capturedPushes } from "../../api/src/platform/providers/push/local.ts";
import { webPushes } from "../../api/src/platform/providers/push/web-push.ts";
import { TestHouse, type TestSite } from "../../api/test/house.ts";
import { PushServer } from "../../api/test/push-server.ts";
import { pushWorker } from "../../examples/push-worker.ts";
import { buildWidgets } from "../widgets/build.ts";
import { signInWithPassword } from "./member-steps.ts";
import { openBrowser, visit } from "./visitor.ts";

const password = "tulip-anvil-47";
let house: TestHouse;
let site: TestSite;
let service: PushServer;
let pages: Server;
let origin: string;
let browser: Browser;

before(async () => {
  await buildWidgets();
  const guard = readRanges("127.0.0.1/32");
  house = await TestHouse.open({ variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" } });
  service = await new PushServer().open();
  // The site is live: its pushes leave the house, signed and encrypted, for a push service.
  const live = webPushes({ subject: "mailto:no-reply@tessera.example", guard });
  usePush({ live, captured: capturedPushes(house.house.scopes), guard });
  pages = createServer((request, response) => {
    if (request.url === "/tessera-push.js")
      response.writeHead(200, { "Content-Type": "text/javascript" }).end(pushWorker(house.house.url));
    else response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page());
  });
  await new Promise<void>((ready) => pages.listen(0, "localhost", ready));
  origin = `http://localhost:${(pages.address() as AddressInfo).port}`;
  site = await house.site("Pushes", { tenancy: { allowedOrigins: [origin] } });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  pages?.close();
  await service?.stop();
  await house?.close();
});

const page = (): string => `<!doctype html><html lang="en"><head><title>Site</title>
<script type="module" src="${house.house.url}/widgets/v1/tessera.js" data-key="${site.keys.publishableKey}"></script></head>
<body><main><tessera-account></tessera-account>
<tessera-notifications booking-href="/account" push-worker="/tessera-push.js"></tessera-notifications></main></body></html>`;

/**
 * Stands in for the push service of the browser's vendor, which is out of reach here: the browser subscribes, and the subscription
 * leads to a service of our own. Everything else, the worker among it, is the browser's.
 */
async function subscribeAt(context: BrowserContext): Promise<void> {
  await context.addInitScript((target) => {
    const bytes = (text: string) =>
      Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0))
        .buffer;
    let current: object | null = null;
    const manager = globalThis.PushManager.prototype;
    manager.getSubscription = async () => current as PushSubscription | null;
    manager.subscribe = async (options) => {
      if (!options?.userVisibleOnly) throw new DOMException("A push must be seen.", "NotAllowedError");
      const key = options.applicationServerKey as Uint8Array<ArrayBuffer>;
      current = {
        endpoint: target.endpoint,
        options: { applicationServerKey: key.slice().buffer, userVisibleOnly: true },
        getKey: (name: string) => bytes(name === "auth" ? target.authSecret : target.publicKey),
        unsubscribe: async () => {
          current = null;
          return true;
        },
      };
      return current as PushSubscription;
    };
  }, service.target);
}

/** Hands a push to the site's worker as the browser does when one arrives. */
async function deliver(context: BrowserContext, shown: Page, data: string): Promise<void> {
  const devtools = await context.newCDPSession(shown);
  const registrationId = await new Promise<string>((found) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (registration) found(registration.registrationId);
    });
    void devtools.send("ServiceWorker.enable");
  });
  await devtools.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
  await devtools.detach();
}

/** The notifications that the browser shows for the site. */
const notificationsOn = (shown: Page) =>
  shown.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration("/tessera-push.js");
    const all = (await registration?.getNotifications()) ?? [];
    return all.map(({ title, body, lang, dir, tag, data }) => ({
      title,
      body,
      lang,
      dir,
      tag,
      url: (data as { url: string }).url,
    }));
  });

test("a member turns pushes on, gets one that opens the site's page, and gets none after signing out", () =>
  visit(browser, { permissions: ["notifications"] }, async ({ page: shown }) => {
    const context = shown.context();
    await subscribeAt(context);
    const hash = await hashPassword(password);
    const { id, email } = await house.within(site.live, async (scope) => {
      const member = await buildMember(scope, { name: "Ann Baker" });
      await setPassword(scope, member.id, hash);
      return member;
    });
    const subscriptions = async () =>
      (
        await house.ok<{ items: { id: string; endpoint: string; device: string }[] }>(
          "notifications.listPushSubscriptions",
          {},
          { headers: site.actingFor(id) },
        )
      ).items;

    await shown.goto(origin);
    await signInWithPassword(shown, { email, password });
    const news = shown.locator("tessera-notifications");
    await news.locator("[data-deed=turn]").click();
    await news.locator("[data-push=turnOn]").click();
    await news.locator("[data-push=turnOff]").waitFor();
    const [subscribed] = await subscriptions();
    assert.equal(subscribed?.endpoint, service.target.endpoint);
    assert.match(subscribed.device, /^Chrome, /);

    // The API signs and encrypts; the service checks the signature and decrypts with the browser's keys.
    await news.locator("[data-push=test]").click();
    const push = await house.until("the push", async () => service.received.at(-1));
    assert.equal(push.claims.aud, service.url);
    const said = JSON.parse(push.text) as { title: string; body: string; tag: string };
    assert.match(said.title, /News from/);

    await deliver(context, shown, push.text);
    const [seen] = await house.until("the notification", async () => {
      const all = await notificationsOn(shown);
      return all.length > 0 && all;
    });
    const { title, body, tag } = said;
    assert.deepEqual(seen, { title, body, tag, lang: "en", dir: "ltr", url: `${origin}/notifications` });
    // Sent twice, it is shown once; one about a session leads there.
    await deliver(context, shown, push.text);
    const about = { kind: "booking", id: "0195a000-0000-7000-8000-0000000000b1" };
    await deliver(context, shown, JSON.stringify({ ...said, tag: "other", locale: "ar", about }));
    const both = await house.until("the second notification", async () => {
      const all = await notificationsOn(shown);
      return all.length > 1 && all;
    });
    assert.deepEqual(
      new Set(both.map(({ url, dir }) => `${dir} ${url}`)),
      new Set([`rtl ${origin}/account#${about.id}`, `ltr ${origin}/notifications`]),
    );

    // Nobody can press a notification of a browser without a screen: the worker is told what the browser would tell it.
    const [worker] = context.serviceWorkers();
    assert.ok(worker, "the site's worker runs");
    const opened = await worker.evaluate(async () => {
      const scope = globalThis as unknown as {
        registration: ServiceWorkerRegistration;
        clients: { openWindow: (url: string) => Promise<null> };
        NotificationEvent: new (name: string, init: object) => Event;
        dispatchEvent(event: Event): void;
      };
      const urls: string[] = [];
      scope.clients.openWindow = async (url) => {
        urls.push(url);
        return null;
      };
      for (const notification of await scope.registration.getNotifications())
        scope.dispatchEvent(new scope.NotificationEvent("notificationclick", { notification }));
      while (urls.length < 2) await new Promise((soon) => setTimeout(soon, 10));
      return urls;
    });
    assert.deepEqual(new Set(opened), new Set([`${origin}/account#${about.id}`, `${origin}/notifications`]));
    assert.deepEqual(await notificationsOn(shown), [], "what was opened is gone");

    await shown.locator("tessera-account").getByRole("button", { name: "Sign out", exact: true }).click();
    await shown.locator("tessera-account").getByText("Send code").waitFor();
    assert.deepEqual(await subscriptions(), []);
    const isOn = await shown.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration("/tessera-push.js");
      return (await registration?.pushManager.getSubscription()) !== null;
    });
    assert.equal(isOn, false);
  }));
