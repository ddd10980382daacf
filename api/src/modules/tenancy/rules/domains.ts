import { days, plus } from "../../../platform/time.ts";

/** Where under a domain its proof is written, as `_dmarc` is for mails. */
export const proofName = (domain: string): string => `_tessera.${domain}`;

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The name by which name servers know a domain that somebody typed: small letters, Punycode, no dot at the end. Null when it is no
 * domain of the public internet: an address, a single word, something with a port or a path.
 */
export function normaliseDomain(typed: string): string | null {
  // The parser of URLs would forgive these and answer another name.
  if (/[\s/\\?#@:%[\]]/u.test(typed)) return null;
  const domain = URL.parse(`http://${typed.replace(/\.$/, "")}`)?.hostname ?? "";
  const labels = domain.split(".");
  const last = labels.at(-1) ?? "";
  const isName = labels.length >= 2 && labels.every((each) => label.test(each)) && /[a-z]/.test(last);
  // With its proof's name in front it still has to fit into 253 letters (RFC 1035, section 2.3.4).
  return isName && last !== "localhost" && domain.length <= 244 ? domain : null;
}

/** Whether a domain is the installation's own, or lies under it. */
export const isOwnDomain = (domain: string, ownHost: string): boolean =>
  domain === ownHost || domain.endsWith(`.${ownHost}`);

/** What name servers said of a record; `unknown` is that none answered. */
export type RecordState = "found" | "missing" | "wrong" | "unknown";

/** What name servers know of a domain and of the host it should lead to; null where none answered. */
export interface DomainRecords {
  readonly proofs: readonly string[] | null;
  readonly aliases: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  readonly hostAddresses: readonly string[] | null;
}

/** Whether the proof stands under the domain. */
export function judgeProof({ proofs }: Pick<DomainRecords, "proofs">, proof: string): RecordState {
  if (proofs === null) return "unknown";
  if (proofs.some((text) => text.trim() === proof)) return "found";
  return proofs.length === 0 ? "missing" : "wrong";
}

/** Whether the domain leads to a host: as its alias, or to the same addresses, as a domain without anything in front has to. */
export function judgeAlias(
  { aliases, addresses, hostAddresses }: Omit<DomainRecords, "proofs">,
  host: string,
): RecordState {
  if (aliases?.some((alias) => alias.toLowerCase().replace(/\.$/, "") === host)) return "found";
  if (addresses?.some((address) => hostAddresses?.includes(address))) return "found";
  if (aliases === null || addresses === null) return "unknown";
  return aliases.length === 0 && addresses.length === 0 ? "missing" : "wrong";
}

/** Days for which a domain whose proof is gone still counts: long enough to notice and to mend it. */
const graceDays = 7;

/** How far a domain is in becoming a site's own. */
export type DomainState = "pending" | "proven" | "failing" | "lost";

/** A domain's standing between two looks at it. */
export interface DomainStanding {
  readonly state: DomainState;
  readonly failingSince: Date | null;
}

/** When a domain whose proof is gone stops counting; null for any other. */
export const countsUntil = ({ failingSince }: Pick<DomainStanding, "failingSince">): Date | null =>
  failingSince && plus(failingSince, days(graceDays));

/** How a domain stands after a look at its proof. Name servers that do not answer change nothing. */
export function standingAfter(before: DomainStanding, proof: RecordState, now: Date): DomainStanding {
  if (proof === "found") return { state: "proven", failingSince: null };
  if (proof === "unknown" || before.state === "pending" || before.state === "lost") return before;
  const failingSince = before.failingSince ?? now;
  const isOver = now >= plus(failingSince, days(graceDays));
  return isOver ? { state: "lost", failingSince: null } : { state: "failing", failingSince };
}
