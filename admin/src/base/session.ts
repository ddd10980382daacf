import {
  ApiError,
  type Client,
  type Contract,
  clientOf,
  Keep,
  send,
  tabStorage,
  TokenSession,
  type Wire,
} from "@tessera/sdk/browser";
import { type StaffSession } from "./desk.ts";
import { type Language } from "./texts.ts";

/** The team's sign-in on this page, and the calls made with it. */
export interface Office {
  readonly client: Client;
  readonly session: TokenSession<StaffSession>;
  /** What this tab remembers through reloads. */
  readonly keep: Keep;
  /** The site's time in milliseconds, as the last answer told it: a sandbox may be far ahead of this machine. */
  readonly now: () => number;
  signIn(email: string, password: string): Promise<void>;
  /** What the invitation of a mailed link is to. */
  inspect(token: string): Promise<Contract["identity"]["inspectInvitation"]["output"]>;
  /** Joins a team by an invitation and goes on there. */
  join(acceptance: Contract["identity"]["acceptInvitation"]["input"]): Promise<void>;
  /** Goes on in another site of the same account; the session in this one ends. */
  enter(tenantId: string): Promise<void>;
  signOut(): Promise<void>;
}

/** Connects the app to the API. `language` is asked before each call. */
export function openOffice(url: string, language: () => Language): Office {
  const keep = new Keep("tessera.admin", tabStorage());
  let aheadMs = 0;
  const anonymous: Wire = {
    url,
    headers: async () => ({ "Tessera-Locale": language() }),
    heard: ({ headers }) => {
      const told = headers.get("Tessera-Now");
      if (told !== null) aheadMs = Date.parse(told) - Date.now();
    },
  };
  const session = new TokenSession<StaffSession>({
    keep,
    channel: "tessera.admin",
    refresh: (refreshToken) => send<StaffSession>(anonymous, "identity.staffRefresh", { refreshToken }),
  });
  const client = clientOf({
    ...anonymous,
    headers: async () => ({ ...(await session.headers()), ...(await anonymous.headers()) }),
    cure: async ({ status }, caller) =>
      status === 401 && session.view && (await session.renew(caller["Authorization"])) ? {} : null,
  });
  const entrance = clientOf(anonymous);

  return {
    client,
    session,
    keep,
    now: () => Date.now() + aheadMs,
    async signIn(email, password) {
      session.begin(
        await entrance.identity.staffSignIn({ email, password }).catch((failure: unknown) => {
          // Who runs Tessera belongs to no site, and has a door of their own.
          if (!isWithoutSite(failure)) throw failure;
          return entrance.identity.operatorSignIn({ email, password });
        }),
      );
    },
    inspect: (token) => entrance.identity.inspectInvitation({ token }),
    async join(acceptance) {
      const joined = await entrance.identity.acceptInvitation(acceptance);
      if (session.view) await endQuietly(client);
      session.begin(joined);
    },
    async enter(tenantId) {
      const entered = await client.identity.switchTenant({ tenantId });
      await endQuietly(client);
      session.begin(entered);
    },
    async signOut() {
      await endQuietly(client);
      session.end();
    },
  };
}

const isWithoutSite = (failure: unknown): boolean =>
  failure instanceof ApiError && failure.is("identity.no_membership");

// A session nobody uses runs out by itself: no reason to keep somebody from leaving.
const endQuietly = (client: Client): Promise<unknown> =>
  client.identity.staffSignOut().catch(() => undefined);
