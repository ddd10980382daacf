/** Parts of Tessera a site can have; what every site has is `core` and is not listed. */
export const siteModules = [
  "booking",
  "matching",
  "payments",
  "wallet",
  "chat",
  "reviews",
  "skills",
  "gigs",
  "projects",
  "hiring",
  "coding",
  "interviews",
  "learning",
  "community",
  "discovery",
  "integrations",
  "insights",
] as const;

export type SiteModule = (typeof siteModules)[number];
