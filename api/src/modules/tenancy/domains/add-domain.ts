import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields } from "../../../platform/errors.ts";
import { randomToken } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { SiteDomain } from "../models/site-domain.ts";
import { isOwnDomain, normaliseDomain } from "../rules/domains.ts";
import { lockTenant } from "../tenant-row.ts";
import { domainView, ownHost, presentDomain } from "./present-domain.ts";

/** As many domains a site may have, proven or not: each is looked up every day. */
const mostDomains = 10;

export const addDomain = operation({
  summary: "Adds a domain of the site's own and answers the records that have to be set at its name servers.",
  input: z.strictObject({
    /** Such as `book.example.com`, without `https://` and without a path; in any alphabet. */
    domain: z
      .string()
      .trim()
      .max(253)
      .refine(
        (typed) => normaliseDomain(typed) !== null,
        "Write a domain such as book.example.com, without https:// and without a path.",
      )
      .meta({ example: "book.example.com" }),
  }),
  output: domainView,
  async run(scope, { domain: typed }) {
    const domain = normaliseDomain(typed) ?? typed;
    if (isOwnDomain(domain, ownHost())) {
      throw invalidFields({ path: ["domain"], message: "This is Tessera's own domain. Write one of yours." });
    }
    await lockTenant(scope);
    const there = await scope.query(SiteDomain).select("domain");
    if (there.some((each) => each.domain === domain)) throw failure("tenancy.domain_exists", { domain });
    if (there.length >= mostDomains) throw failure("tenancy.too_many_domains", { most: mostDomains });
    const row = await scope.query(SiteDomain).insert({
      domain,
      proof: `tessera-site=${randomToken()}`,
      state: "pending",
      proofRecord: null,
      aliasRecord: null,
      isTaken: false,
      checkedAt: null,
      provenAt: null,
      failingSince: null,
    });
    await audit(scope, {
      action: "tenancy.add_domain",
      entity: { kind: "domain", id: row.id },
      after: { domain },
    });
    return presentDomain(row);
  },
});
