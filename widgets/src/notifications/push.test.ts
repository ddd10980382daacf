import { assert } from "chai";
import { assertAccessible } from "../../test/accessible.ts";
import { session } from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import { memberAnswers } from "../../test/member.ts";
import { keeping } from "../../test/notifications.ts";
import { stage, strike } from "../../test/stage.ts";
import { deviceName } from "../parts/push/browser-push.ts";
import { TesseraNotifications } from "./notifications.ts";

const endpoint = "https://push.example.com/here";
const publicKey = "BLkD5rAcbHL_vwGLXqVu0C6GJDhmfXeF4hr-0dZSmYehsRk5ikx0v2Gk_vwdj1dZZc4bFz0d60v4MJ8HTYH03ww";

/** What a browser would do: the leave its member gives, a worker, a subscription. */
class FakeBrowser {
  permission: NotificationPermission = "default";
  answer: NotificationPermission = "granted";
  isUnreachable = false;
  readonly done: string[] = [];
  #subscription: PushSubscription | null = null;

  install(): void {
    const registration = {
      active: {},
      pushManager: {
        getSubscription: async () => this.#subscription,
        subscribe: async ({ userVisibleOnly, applicationServerKey }: PushSubscriptionOptionsInit) => {
          if (this.isUnreachable) throw new DOMException("push service error", "AbortError");
          if (!userVisibleOnly || !(applicationServerKey instanceof Uint8Array))
            throw new TypeError("A key is needed.");
          this.done.push(`subscribe ${applicationServerKey.length}`);
          this.#subscription = this.#subscribed(applicationServerKey);
          return this.#subscription;
        },
      },
    };
    set(navigator, "serviceWorker", {
      register: async (url: string) => {
        this.done.push(`register ${url}`);
        return registration;
      },
      getRegistration: async () => registration,
    });
    const permission = { configurable: true, get: () => this.permission };
    const asking = {
      requestPermission: async () => {
        this.done.push("ask");
        return (this.permission = this.answer);
      },
    };
    set(globalThis, "Notification", Object.defineProperty(asking, "permission", permission));
  }

  #subscribed(key: Uint8Array): PushSubscription {
    return {
      endpoint,
      options: { applicationServerKey: key.slice().buffer, userVisibleOnly: true },
      getKey: (name: string) => new Uint8Array(name === "auth" ? 16 : 65).fill(7).buffer,
      unsubscribe: async () => {
        this.done.push("unsubscribe");
        this.#subscription = null;
        return true;
      },
    } as unknown as PushSubscription;
  }
}

const originals: (() => void)[] = [];
function set(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, value });
  originals.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}

const other = {
  id: "0195a000-0000-7000-8000-0000000000f1",
  endpoint: "https://push.example.com/there",
  device: "Firefox, Android",
  createdAt: "2026-05-04T09:00:00.000Z",
};

/** The API's own part: it keeps the browsers. */
function answers(): Answers {
  let items = [other];
  return {
    ...memberAnswers,
    ...keeping(),
    "notifications.preparePush": () => ({ publicKey }),
    "notifications.listPushSubscriptions": () => ({ items }),
    "notifications.addPushSubscription": ({ endpoint: address, device }) => {
      const added = { ...other, id: "0195a000-0000-7000-8000-0000000000f2", endpoint: address, device };
      items = [...items, added];
      return added;
    },
    "notifications.removePushSubscription": ({ id }) => {
      items = items.filter((each) => each.id !== id);
      return {};
    },
    "notifications.testPush": () => ({}),
  };
}

async function settings(attributes: Record<string, string> = { "push-worker": "/tessera-push.js" }) {
  const shown = await stage("tessera-notifications", {
    before: ({ session: current }) => current.begin(session),
    answers: answers(),
    attributes: { "time-zone": "Europe/Berlin", ...attributes },
  });
  await shown.until(() => shown.find("[data-deed=turn]"));
  return shown;
}
type Shown = Awaited<ReturnType<typeof settings>>;

const turn = async (shown: Shown, until: string) => {
  shown.find("[data-deed=turn]").click();
  await shown.until(() => shown.find(until));
};
const callsOf = ({ api }: Shown, name: string) =>
  api.calls.filter(({ path }) => path === `notifications.${name}`).map(({ input }) => input);

describe("pushes in the settings of notifications", () => {
  let browser: FakeBrowser;
  beforeEach(() => {
    browser = new FakeBrowser();
    browser.install();
  });
  afterEach(() => {
    strike();
    for (const restore of originals.splice(0)) restore();
  });

  it("asks nobody before a click, then subscribes with the site's key and shows a test", async () => {
    const shown = await settings();
    assert.instanceOf(shown.widget, TesseraNotifications);
    await turn(shown, "[data-push=turnOn]");
    assert.deepEqual(browser.done, []);
    assert.deepEqual(callsOf(shown, "preparePush"), []);
    await assertAccessible(shown.widget);
    shown.find("[data-push=turnOn]").click();
    await shown.until(() => shown.find("[data-push=turnOff]"));
    assert.deepEqual(browser.done, ["ask", "register /tessera-push.js", "subscribe 65"]);
    const seven = (length: number) =>
      btoa("\u0007".repeat(length)).replaceAll("/", "_").replaceAll("+", "-").replaceAll("=", "");
    assert.deepEqual(callsOf(shown, "addPushSubscription"), [
      { endpoint, publicKey: seven(65), authSecret: seven(16), device: deviceName() },
    ]);
    assert.include(shown.text(), "Notifications are on in this browser.");
    shown.find("[data-push=test]").click();
    await shown.until(() => callsOf(shown, "testPush").length === 1);
    await shown.until(() => shown.text().includes("A test is on its way."));
    await assertAccessible(shown.widget);
  });

  it("turns off here and elsewhere", async () => {
    const shown = await settings();
    await turn(shown, "[data-push=turnOn]");
    shown.find("[data-push=turnOn]").click();
    await shown.until(() => shown.find("[data-push=turnOff]"));
    shown.find("[data-push=turnOff]").click();
    await shown.until(() => shown.find("[data-push=turnOn]"));
    assert.equal(browser.done.at(-1), "unsubscribe");
    shown.find("[aria-label='Turn off: Firefox, Android']").click();
    await shown.until(() => !shown.text().includes("Firefox, Android"));
    assert.lengthOf(callsOf(shown, "removePushSubscription"), 2);
  });

  it("says how to get leave back once it was refused, and asks no second time", async () => {
    browser.answer = "denied";
    const shown = await settings();
    await turn(shown, "[data-push=turnOn]");
    shown.find("[data-push=turnOn]").click();
    await shown.until(() => shown.text().includes("are blocked"));
    assert.lengthOf(shown.all("[data-push]"), 0);
    assert.deepEqual(browser.done, ["ask"]);
    await assertAccessible(shown.widget);
  });

  it("says so when the browser's push service does not answer", async () => {
    browser.isUnreachable = true;
    const shown = await settings();
    await turn(shown, "[data-push=turnOn]");
    shown.find("[data-push=turnOn]").click();
    await shown.until(() => shown.text().includes("could not be reached"));
    assert.deepEqual(callsOf(shown, "addPushSubscription"), []);
  });

  it("offers pushes by kind, and nothing of them on a page without a worker", async () => {
    const shown = await settings();
    await turn(shown, "[data-news=sessions-push]");
    shown.find("[data-news=sessions-push]").click();
    await shown.until(() => callsOf(shown, "updatePreferences").length === 1);
    strike();
    const plain = await settings({});
    await turn(plain, "[data-news=sessions-email]");
    assert.lengthOf(plain.all("[data-news=sessions-push], #push-title"), 0);
    assert.deepEqual(callsOf(plain, "listPushSubscriptions"), []);
  });

  it("names browsers as people do", () => {
    const chrome =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    assert.equal(deviceName(chrome), "Chrome, Linux");
    assert.equal(
      deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"),
      "Safari, iOS",
    );
    assert.equal(deviceName("something"), "Browser");
  });
});
