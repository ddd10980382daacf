// The script behind the one line of a site's service worker: shows what is pushed, and opens the site's page of it.

/** What the site says before this script is imported, as `self.tessera`. */
interface SitePages {
  /** Where a notification leads; the site's root unless set. */
  readonly page?: string;
  /** Where one about a session leads, such as `/account#{id}`. */
  readonly booking?: string;
}

/** A push as the API sends it. */
interface Pushed {
  readonly title: string;
  readonly body: string;
  readonly locale: string;
  /** The same tag is the same notification: sent twice, it is shown once. */
  readonly tag: string;
  readonly about: { readonly kind: string; readonly id: string } | null;
}

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface PushArrival extends Waiting {
  readonly data: { json(): Pushed } | null;
}
interface NotificationClick extends Waiting {
  readonly notification: Notification;
}
interface Tab {
  readonly url: string;
  focus(): Promise<unknown>;
}

// TypeScript knows either pages or workers; this is what is used of a worker.
interface Worker {
  readonly tessera?: SitePages;
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: {
      readonly type: "window";
      readonly includeUncontrolled: boolean;
    }): Promise<readonly Tab[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(name: "push", heard: (event: PushArrival) => void): void;
  addEventListener(name: "notificationclick", heard: (event: NotificationClick) => void): void;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file runs in a worker alone
const worker = globalThis as unknown as Worker;

/** The site's own address for a push; whatever it says, no other site's. */
function addressOf(about: Pushed["about"]): string {
  const { page = "/", booking } = worker.tessera ?? {};
  const named =
    about?.kind === "booking" && booking ? booking.replace("{id}", encodeURIComponent(about.id)) : page;
  const { origin } = worker.location;
  const url = new URL(named, origin);
  return url.origin === origin ? url.href : `${origin}/`;
}

worker.addEventListener("push", (event) => {
  const pushed = event.data?.json();
  if (!pushed) return;
  const { title, body, locale, tag, about } = pushed;
  const dir = locale === "ar" ? "rtl" : "ltr";
  event.waitUntil(
    worker.registration.showNotification(title, {
      body,
      dir,
      lang: locale,
      tag,
      data: { url: addressOf(about) },
    }),
  );
});

worker.addEventListener("notificationclick", (event) => {
  const { notification } = event;
  const { url = "/" }: { readonly url?: string } = notification.data ?? {};
  notification.close();
  event.waitUntil(show(url));
});

/** Goes to the tab that shows the page already, else to a new one. */
async function show(url: string): Promise<void> {
  const tabs = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const tab = tabs.find((each) => each.url === url);
  await (tab ? tab.focus() : worker.clients.openWindow(url));
}
