import { type Access, procedure, router } from "../rpc/procedure.ts";
import { deleteFinding } from "./findings/delete-finding.ts";
import { deleteFile } from "./delete-file.ts";
import { listFindings } from "./findings/list-findings.ts";
import { getFile } from "./get-file.ts";

const office = (permission: string): Access => ({
  audience: ["staff", "server"],
  module: "core",
  permission,
});

const anybody: Access = { audience: ["visitor", "member", "staff", "server"], module: "core" };

export const filesRouter = router({
  getFile: procedure(anybody).query(getFile),
  deleteFile: procedure({ audience: "visitor", module: "core" }).mutation(deleteFile),
  listFindings: procedure(office("files.view_findings")).query(listFindings),
  deleteFinding: procedure(office("files.findings")).mutation(deleteFinding),
});
