import { type Access, procedure, router } from "../rpc/procedure.ts";
import { deleteFinding } from "./findings/delete-finding.ts";
import { listFindings } from "./findings/list-findings.ts";

const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "core",
  permission,
});

export const filesRouter = router({
  listFindings: procedure(office("files.view_findings")).query(listFindings),
  deleteFinding: procedure(office("files.findings")).mutation(deleteFinding),
});
