import { type Client, type Contract, type Keep, type Member, type Session } from "@tessera/sdk/browser";
import { createContext } from "./context.ts";
import { type Locale } from "./locale.ts";
import { type PageSettings } from "./page.ts";

/** The site as every page may know it: brand, languages, active modules. */
export type Site = Contract["tenancy"]["getSite"]["output"];

/** What the widgets of one page share and never changes while the page lives. */
export interface Page {
  /** What the script tag says. */
  readonly settings: PageSettings;
  readonly client: Client;
  readonly session: Session;
  /** What the page remembers through reloads and the way to a pay page. */
  readonly keep: Keep;
  /** The site's time in milliseconds; counting down and "today" use this clock, never the machine's. */
  readonly now: () => number;
  /** Signs out, ends the member's pushes in this browser and forgets everything the page kept, in all tabs. */
  readonly signOut: () => Promise<void>;
  /** What the visitor comes back from paying for; null when this is no return. Asked once, when a widget wants to know. */
  readonly returned: () => Promise<Contract["orders"]["redeemReturn"]["output"] | null>;
  /** The campaign that led the visitor here, as `utm_…` parameters. */
  readonly campaign: Readonly<Record<string, string>>;
}

/** Who is signed in: a member, null for nobody, undefined while that is not known yet. */
export type SignedIn = Member | null | undefined;

export const pageContext = createContext<Page>("tessera-page");
export const clientContext = createContext<Client>("tessera-client");
export const localeContext = createContext<Locale>("tessera-locale");
export const memberContext = createContext<SignedIn>("tessera-member");
/** The site; null when it could not be loaded, undefined while it is. */
export const siteContext = createContext<Site | null | undefined>("tessera-site");
