import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { getOverview } from "./get-overview.ts";
import { listAudit } from "./list-audit.ts";

const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "core",
  permission,
});

export const insightsRouter = router({
  getOverview: procedure(office("insights.view_overview")).query(getOverview),
  listAudit: procedure(office("insights.audit")).query(listAudit),
});
