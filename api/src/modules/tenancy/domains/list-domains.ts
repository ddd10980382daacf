import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { SiteDomain } from "../models/site-domain.ts";
import { domainView, presentDomain, type ShownDomain } from "./present-domain.ts";

export const listDomains = operation({
  summary: "Lists the site's own domains with the records each needs, in the order they were added.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(domainView) }),
  async run(scope) {
    const rows = await scope.read<ShownDomain>`
      select id, domain, proof, state, proof_record, alias_record, is_taken, checked_at, proven_at, failing_since
      from ${SiteDomain} d order by created_at, id`;
    return { items: rows.map(presentDomain) };
  },
});
