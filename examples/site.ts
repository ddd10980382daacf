import { type Values } from "./template.ts";

/** What the demo tells a tenant's site: where the API is, the site's key, and the ids its pages name. */
export interface SiteSetup {
  readonly apiUrl: string;
  readonly publishableKey: string;
  /** Ids of hosts by the name the site knows them by. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Ids of gigs by the name the site knows them by; missing where none are sold. */
  readonly gigs?: Readonly<Record<string, string>>;
}

/** A page to send: which file of `pages/` it is and what its placeholders stand for. */
export interface SitePage {
  readonly file: string;
  readonly values: Values;
  /** Whether the site's own scripts may run on it. */
  readonly runsScripts?: boolean;
}

/** A tenant's own website. */
export interface Site {
  readonly slug: string;
  readonly name: string;
  /** Its folder below this package. */
  readonly folder: string;
  /** The page at a path, or null where there is none. */
  readonly page: (path: string, setup: SiteSetup) => SitePage | null | Promise<SitePage | null>;
  readonly notFound: (setup: SiteSetup) => SitePage;
  /** Scripts of its own by their path: source files below this package. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Files that are made instead of stored; null where there is none. */
  readonly picture: (path: string) => string | null;
}
