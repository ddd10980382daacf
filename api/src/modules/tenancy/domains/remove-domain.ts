import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { cancelTimers } from "../../../platform/timers/timer.ts";
import { SiteDomain } from "../models/site-domain.ts";
import { domainView, presentDomain } from "./present-domain.ts";
import { closeDomainTasks, disown } from "./settle-domain.ts";

export const removeDomain = operation({
  summary:
    "Removes a domain of the site; every process stops answering for the site under it within five seconds.",
  input: z.strictObject({ id: z.uuid() }),
  output: domainView,
  async run(scope, { id }) {
    const row = await scope.query(SiteDomain).findOne({ id }).forUpdate();
    if (!row) throw notFound();
    await scope.query(SiteDomain).where({ id }).delete();
    await disown(scope, row.domain);
    await cancelTimers(scope, { subjectId: id });
    await closeDomainTasks(scope, id);
    await audit(scope, {
      action: "tenancy.remove_domain",
      entity: { kind: "domain", id },
      before: { domain: row.domain, state: row.state },
    });
    return presentDomain(row);
  },
});
