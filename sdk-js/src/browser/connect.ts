import { type Client, clientOf } from "../client.ts";
import { memberReads, publicReads } from "../public-reads.ts";
import { randomKey, send, type Wire } from "../wire.ts";
import { Keep, tabStorage } from "./keep.ts";
import { Session, type SessionView } from "./session.ts";

/** What a page needs to call the API. */
export interface BrowserOptions {
  /** The API's origin, such as `https://api.example.com`. */
  readonly url: string;
  /** The site's publishable key, `pk_…`. */
  readonly key: string;
  /** The language of answers, as a BCP 47 tag; asked before each call. */
  readonly locale?: () => string;
  /** `session` keeps the visitor and the sign-in in one entry of the tab's session storage; `memory` keeps nothing. */
  readonly remember?: "session" | "memory";
  readonly fetch?: typeof fetch;
}

/** The API for the pages of one site, with the session of whoever uses the page. */
export interface Browser {
  readonly client: Client;
  readonly session: Session;
  /** What the page remembers through reloads. */
  readonly keep: Keep;
  /** The site's time in milliseconds: the server's clock as far as answers told it. A sandbox has a clock of its own. */
  readonly now: () => number;
}

/** Connects a page to the API. Keep one per page: its calls share the session and one refresh. */
export function connectBrowser({ url, key, locale, remember = "session", fetch }: BrowserOptions): Browser {
  const keepsStorage = remember === "session";
  const entry = `tessera.${key.slice(-8)}`;
  const keep = new Keep(entry, keepsStorage ? tabStorage() : null);
  let aheadMs = Number.NEGATIVE_INFINITY;

  const anonymous: Wire = {
    url,
    key,
    ...(fetch && { fetch }),
    headers: async () => {
      // Until the API issues an id, a secret of this page's own stands for it: a repeat of a lost first answer is the same visitor's.
      if (!keep.text("visitor")) keep.write("visitor", `new.${randomKey()}`);
      return {
        "Tessera-Key": key,
        ...(locale && { "Tessera-Locale": locale() }),
        "Tessera-Visitor": keep.text("visitor") ?? "",
      };
    },
    heard: ({ headers }) => {
      const visitor = headers.get("Tessera-Visitor");
      if (visitor) keep.write("visitor", visitor);
      // An answer is never from the future, but may have travelled or been cached: the one furthest ahead is the closest.
      aheadMs = Math.max(
        aheadMs,
        Date.parse(headers.get("Tessera-Now") ?? "") - Date.now() || Number.NEGATIVE_INFINITY,
      );
    },
    cure: async ({ code, params }, caller) => {
      if (code !== "request.proof_required") return null;
      const { introduce } = await import("./introduction.ts");
      return introduce(keep, caller["Tessera-Visitor"], params);
    },
  };
  const session = new Session({
    keep,
    channel: keepsStorage ? entry : null,
    refresh: (refreshToken) => send<SessionView>(anonymous, "identity.refresh", { refreshToken }),
  });
  const client = clientOf({
    ...anonymous,
    reads: publicReads,
    isOwn: (path) => session.isExpected && memberReads.includes(path),
    headers: async () => ({ ...(await session.headers()), ...(await anonymous.headers()) }),
    cure: async (failure, caller) => {
      if (failure.status === 401 && session.member) {
        return (await session.renew(caller["Authorization"])) ? {} : null;
      }
      return (await anonymous.cure?.(failure, caller)) ?? null;
    },
  });
  return { client, session, keep, now: () => Date.now() + (Number.isFinite(aheadMs) ? aheadMs : 0) };
}
