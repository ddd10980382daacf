/** How a browser and its member stand to pushes: `default` is not asked yet. */
export type PushPermission = "unsupported" | NotificationPermission;

/** A subscription as the API takes it. */
export interface PushAddress {
  readonly endpoint: string;
  readonly publicKey: string;
  readonly authSecret: string;
}

interface TrustedUrls {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** This browser's own part of pushes: leave to show them, the site's worker, the subscription. */
export class BrowserPush {
  readonly #worker: string;

  /** `worker` is the address of the site's worker, on the site itself. */
  constructor(worker: string) {
    this.#worker = worker;
  }

  get permission(): PushPermission {
    const isThere =
      "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;
    return isThere ? Notification.permission : "unsupported";
  }

  /** The address this browser takes pushes at; null when it takes none. */
  async endpoint(): Promise<string | null> {
    return (await this.#subscription())?.endpoint ?? null;
  }

  /** Asks the member, unless they said already, and subscribes with the site's key. Null when they said no. */
  async subscribe(publicKey: () => Promise<string>): Promise<PushAddress | null> {
    // First of all: browsers let a page ask only while they handle a click.
    if ((await Notification.requestPermission()) !== "granted") return null;
    const { pushManager } = await this.#registration();
    const key = bytesOf(await publicKey());
    const before = await pushManager.getSubscription();
    if (before && !isSame(before.options.applicationServerKey, key)) await before.unsubscribe();
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    return { endpoint: made.endpoint, publicKey: textOf(made, "p256dh"), authSecret: textOf(made, "auth") };
  }

  async unsubscribe(): Promise<void> {
    await (await this.#subscription())?.unsubscribe();
  }

  async #subscription(): Promise<PushSubscription | null> {
    const registration = await navigator.serviceWorker.getRegistration(this.#worker);
    return (await registration?.pushManager.getSubscription()) ?? null;
  }

  /** The site's worker at work. */
  async #registration(): Promise<ServiceWorkerRegistration> {
    const registration = await navigator.serviceWorker.register(trusted(this.#worker));
    if (registration.active) return registration;
    const { installing, waiting } = registration;
    const coming = installing ?? waiting;
    await new Promise<void>((ready, refuse) => {
      coming?.addEventListener("statechange", () => {
        if (coming.state === "activated") ready();
        if (coming.state === "redundant") refuse(new Error("The site's worker could not be installed."));
      });
    });
    return registration;
  }
}

declare global {
  /** Undefined in browsers without trusted types. */
  var trustedTypes: TrustedUrls | undefined;
}

let policy: ReturnType<TrustedUrls["createPolicy"]> | undefined;

/** The worker's address for pages that take no other than trusted ones. */
function trusted(url: string): string {
  // A page lets a policy be made once.
  policy ??= globalThis.trustedTypes?.createPolicy("tessera-push", { createScriptURL: (text) => text });
  return policy?.createScriptURL(url) ?? url;
}

/** What a member knows this browser by. */
export function deviceName(agent = navigator.userAgent): string {
  const name = (known: readonly (readonly [RegExp, string])[]) =>
    known.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = name([
    [/Edg\//, "Edge"],
    [/OPR\//, "Opera"],
    [/Firefox\//, "Firefox"],
    [/Chrome\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = name([
    [/iPhone|iPad/, "iOS"],
    [/Android/, "Android"],
    [/Windows/, "Windows"],
    [/Mac OS/, "macOS"],
    [/Linux/, "Linux"],
  ]);
  return [browser, system].filter((part) => part !== undefined).join(", ") || "Browser";
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );

const isSame = (one: ArrayBuffer | null, other: Uint8Array): boolean =>
  one !== null && String(new Uint8Array(one)) === String(other);

const textOf = (subscription: PushSubscription, name: PushEncryptionKeyName): string =>
  btoa(String.fromCharCode(...new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer())))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
