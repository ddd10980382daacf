import { type Access, procedure, router } from "../rpc/procedure.ts";
import { listAlerts } from "./list-alerts.ts";
import { listBugs } from "./list-bugs.ts";

const operators: Access = { audience: "operator", module: "core", tenantless: true };

export const platformRouter = router({
  listBugs: procedure(operators).query(listBugs),
  listAlerts: procedure(operators).query(listAlerts),
});
