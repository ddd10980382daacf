/** The networks the form asks for; links to others that a profile has stay in it. */
export const networks = ["website", "linkedin", "youtube", "instagram", "facebook", "github"] as const;

const names: Readonly<Record<string, string>> = {
  linkedin: "LinkedIn",
  youtube: "YouTube",
  instagram: "Instagram",
  facebook: "Facebook",
  github: "GitHub",
};

/** How a network is called; a person's own site is called by the given word. */
export const networkName = (network: string, website: string): string =>
  network === "website" ? website : (names[network] ?? network);

/** A link as it may be shown to others, with `https://` before an address written without; null for anything else. */
export function readLink(typed: string): string | null {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(whole) || whole.length > 300) return null;
  const { protocol, hostname, href } = new URL(whole);
  return /^https?:$/.test(protocol) && hostname.includes(".") ? href : null;
}
