import { connectBrowser } from "@tessera/sdk/browser";
import { campaignOf } from "./campaign.ts";
import { provide } from "./context.ts";
import {
  clientContext,
  localeContext,
  memberContext,
  type Page,
  pageContext,
  siteContext,
} from "./contexts.ts";
import { pageIsOpen } from "./define.ts";
import { takeReturnCode } from "./leave.ts";
import { localeOf } from "./locale.ts";

/** What the script tag says. */
export interface PageSettings {
  /** The API's origin. */
  readonly url: string;
  /** The site's publishable key. */
  readonly key: string;
  /** A BCP 47 tag; another one later is told with `OpenPage.speak`. */
  readonly locale: string;
  readonly remember: "session" | "memory";
  readonly fetch?: typeof fetch;
}

/** A page with its providers installed. */
export interface OpenPage extends Page {
  /** Changes the language of every widget on the page. */
  speak(tag: string): void;
  /** Signs in the member for whom the tenant's own server signed a token; until that is done widgets show nobody's account. */
  identify(memberToken: string): Promise<void>;
  /** Tells how many messages the member has not read, for a number outside of widgets; `tell` answers false to hear no more. */
  watchUnread(tell: (count: number) => boolean): Promise<void>;
  /** Stops listening to other tabs, for a page that goes away. */
  close(): void;
}

/** Connects a page to the API and gives every widget below `root` what they share. */
export function openPage(settings: PageSettings, root: HTMLElement = document.documentElement): OpenPage {
  let tag = settings.locale;
  const { client, session, keep, now } = connectBrowser({ ...settings, locale: () => tag });
  const returnCode = takeReturnCode();
  let returned: ReturnType<Page["returned"]> | undefined;
  const page: Page = {
    settings,
    client,
    session,
    keep,
    now,
    campaign: campaignOf(location.search, keep),
    signOut: async () => {
      await import("../parts/push/end-pushes.ts")
        .then(({ endPushes }) => endPushes(client))
        // Whoever wants to leave leaves, whatever else fails.
        .catch(() => undefined);
      await client.identity.signOut().catch(() => undefined);
      session.end();
    },
    returned: () => {
      // A code that was used or is too old says nothing; the order itself does.
      returned ??= returnCode
        ? client.orders.redeemReturn({ code: returnCode }).catch(() => null)
        : Promise.resolve(null);
      return returned;
    },
  };

  provide(root, pageContext, page);
  provide(root, clientContext, client);
  const setLocale = provide(root, localeContext, localeOf(tag));
  const setMember = provide(root, memberContext);
  const setSite = provide(root, siteContext);
  pageIsOpen();

  let isPending = false;
  const tellMember = () => setMember(isPending ? undefined : session.member);
  session.subscribe(tellMember);
  void session.known.then(tellMember);
  void client.tenancy.getSite().then(setSite, () => setSite(null));

  return {
    ...page,
    speak: (next) => {
      tag = next;
      setLocale(localeOf(next));
    },
    identify: async (token) => {
      isPending = true;
      tellMember();
      const { exchange } = await import("./exchange.ts");
      await exchange(page, token).finally(() => {
        isPending = false;
        tellMember();
      });
    },
    watchUnread: async (tell) => (await import("../parts/live/unread.ts")).watchUnread(page, tell),
    close: () => session.close(),
  };
}
