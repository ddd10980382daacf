import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { SiteDomain } from "../models/site-domain.ts";
import { lookUpDomain } from "./look-up-domain.ts";
import { domainView, presentDomain } from "./present-domain.ts";
import { settleDomain } from "./settle-domain.ts";

export const checkDomain = threePartOperation({
  summary:
    "Asks name servers whether a domain's records are set. From then on requests under a proven domain are the site's.",
  input: z.strictObject({ id: z.uuid() }),
  output: domainView,
  async prepare(scope, { id }) {
    const row = await scope.query(SiteDomain).findOne({ id });
    if (!row) throw notFound();
    return { id, domain: row.domain, proof: row.proof };
  },
  call: lookUpDomain,
  async finish(scope, { id, domain }, found) {
    const settled = await settleDomain(scope, id, found);
    if (!settled) throw notFound();
    const { before, after } = settled;
    await audit(scope, {
      action: "tenancy.check_domain",
      entity: { kind: "domain", id },
      before: { domain, state: before.state },
      after: { domain, state: after.state },
    });
    return presentDomain(after);
  },
});
