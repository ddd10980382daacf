import { isIP } from "node:net";
import { z } from "zod";
import { apiUrl } from "../../../platform/addresses.ts";
import { type SiteDomain } from "../models/site-domain.ts";
import { countsUntil, proofName } from "../rules/domains.ts";

const record = z.enum(["found", "missing", "wrong", "unknown"]);

export const domainView = z.object({
  id: z.uuid(),
  /** As name servers know it: small letters, international names in Punycode. */
  domain: z.string(),
  /** Requests under a proven domain are the site's; under a failing one, whose proof is gone, until `countsUntil`. */
  state: z.enum(["pending", "proven", "failing", "lost"]),
  /** What to set at the domain's name servers, and what was found there last; null before anybody looked. */
  records: z.array(
    z.object({
      kind: z.enum(["TXT", "CNAME", "A", "AAAA"]),
      name: z.string(),
      value: z.string(),
      found: record.nullable(),
    }),
  ),
  /** Another site has proven this domain, and its proof still stood when somebody looked. */
  isTaken: z.boolean(),
  checkedAt: z.iso.datetime().nullable(),
  provenAt: z.iso.datetime().nullable(),
  countsUntil: z.iso.datetime().nullable(),
});

/** The host that sites' domains have to lead to. */
export const ownHost = (): string => new URL(apiUrl()).hostname.replace(/^\[|\]$/g, "");

/** The record that leads to a host: an alias of a name, or an address. */
const kindOf = (host: string) => (isIP(host) === 0 ? "CNAME" : isIP(host) === 4 ? "A" : "AAAA");

/** What is read of a domain to show it. */
export type ShownDomain = Pick<
  SiteDomain,
  | "id"
  | "domain"
  | "proof"
  | "state"
  | "proofRecord"
  | "aliasRecord"
  | "isTaken"
  | "checkedAt"
  | "provenAt"
  | "failingSince"
>;

/** A domain as the team sees it. */
export const presentDomain = (row: ShownDomain): z.infer<typeof domainView> => ({
  id: row.id,
  domain: row.domain,
  state: row.state,
  records: [
    { kind: "TXT", name: proofName(row.domain), value: row.proof, found: row.proofRecord },
    { kind: kindOf(ownHost()), name: row.domain, value: ownHost(), found: row.aliasRecord },
  ],
  isTaken: row.isTaken,
  checkedAt: row.checkedAt?.toISOString() ?? null,
  provenAt: row.provenAt?.toISOString() ?? null,
  countsUntil: countsUntil(row)?.toISOString() ?? null,
});
