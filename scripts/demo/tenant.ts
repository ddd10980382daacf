import { type DemoConversation } from "./conversations.ts";
import { type DemoMarket } from "./market.ts";

/** An e-mail address and the password that goes with it. */
export interface Login {
  readonly email: string;
  readonly password: string;
}

/** Something a demo host offers. */
export interface DemoOffer {
  readonly title: string;
  readonly description: string;
  readonly minutes: number;
  /** 0 is free. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly bufferAfterMinutes?: number;
}

/** Somebody who is known to a demo site. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly locale: "en" | "zh-CN" | "ar";
  readonly timeZone: string;
}

/** What a client said of a host after a session, with marks for knowledge, communication and professionalism. */
export interface DemoReview {
  readonly text: string;
  readonly marks: readonly [number, number, number];
}

/** Somebody whose time can be booked on a demo site. */
export interface DemoHost extends DemoPerson {
  /** The name the site's pages know them by. */
  readonly slug: string;
  /** Those without one sign in by codes. */
  readonly password?: string;
  readonly headline: string;
  readonly bio: string;
  readonly expertise: readonly string[];
  /** ISO 639 codes. */
  readonly languages: readonly string[];
  /** ISO 3166 codes. */
  readonly countries: readonly string[];
  /** Working hours such as `["Mon-Fri", "09:00-12:30"]`, in the host's own time zone. */
  readonly hours: readonly (readonly [days: string, time: string])[];
  readonly offers: readonly DemoOffer[];
  /** As SVG. */
  readonly photo: string;
  /** Newest first. */
  readonly reviews: readonly DemoReview[];
  /** On holiday for two weeks from the day the demo is loaded. */
  readonly isAway: boolean;
}

/** A tenant of the demo before it is made. */
export interface DemoTenant {
  readonly slug: string;
  readonly name: string;
  readonly locale: "en" | "zh-CN";
  readonly locales: readonly string[];
  readonly currency: string;
  readonly timeZone: string;
  readonly colour: string;
  readonly owner: Login & { readonly name: string };
  /** The role that hosts have on this site. */
  readonly hostRole: string;
  readonly hosts: readonly DemoHost[];
  readonly client: DemoPerson & Login;
  /** Those who had sessions before the demo begins; the client is one of them. */
  readonly pastClients: readonly DemoPerson[];
  /** What they wrote to each other before it. */
  readonly conversations: readonly DemoConversation[];
  /** What hosts say of clients, by the language of the two. */
  readonly thanks: Readonly<Record<DemoPerson["locale"], readonly string[]>>;
  /** What is sold on its site, where it is a market. */
  readonly market?: DemoMarket;
}

/** A tenant of the demo once it is made: what pages, tests and people need to use it. */
export interface MadeTenant {
  readonly slug: string;
  /** Of its sandbox, as are the keys: everything on the site happens there. */
  readonly tenantId: string;
  /** Where its site stood last. */
  readonly siteUrl: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly logins: Readonly<Record<string, Login>>;
  /** Ids of hosts by the name the site's pages know them by. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Ids of gigs by the name the site's pages know them by; missing where none are sold. */
  readonly gigs?: Readonly<Record<string, string>>;
  /** Where its own server hears of events; missing until it is registered. */
  readonly webhook?: DemoWebhook;
}

/** The webhook endpoint of a demo tenant's own server. */
export interface DemoWebhook {
  readonly endpointId: string;
  /** Shown once by the API, and so kept. */
  readonly secret: string;
}
