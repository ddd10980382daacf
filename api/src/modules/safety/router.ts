import { type Access, procedure, router } from "../../platform/rpc/procedure.ts";
import { createBlock } from "./blocks/create-block.ts";
import { deleteBlock } from "./blocks/delete-block.ts";
import { listBlocks } from "./blocks/list-blocks.ts";
import { claimCase } from "./queue/claim-case.ts";
import { decideCase } from "./queue/decide-case.ts";
import { getCase } from "./queue/get-case.ts";
import { listCases } from "./queue/list-cases.ts";
import { openCase } from "./queue/open-case.ts";
import { releaseCase } from "./queue/release-case.ts";
import { restoreCase } from "./queue/restore-case.ts";
import { createReport } from "./reports/create-report.ts";
import { appealSanction } from "./sanctions/appeal.ts";
import { createSanction } from "./sanctions/create-sanction.ts";
import { decideAppeal } from "./sanctions/decide-appeal.ts";
import { liftSanction } from "./sanctions/lift-sanction.ts";
import { listOwnSanctions } from "./sanctions/list-own-sanctions.ts";
import { listSanctions } from "./sanctions/list-sanctions.ts";
import { tryRules } from "./watch/try-rules.ts";

const members: Access = { audience: "member", module: "core" };
// A decision is a person's: it names the team member who made it.
const moderators: Access = { audience: "staff", module: "core", permission: "safety.moderate" };
const judges: Access = { ...moderators, permission: "safety.sanction" };

export const safetyRouter = router({
  listBlocks: procedure(members).query(listBlocks),
  createBlock: procedure({ ...members, callsPerMinute: 60 }).mutation(createBlock),
  deleteBlock: procedure(members).mutation(deleteBlock),
  createReport: procedure({ ...members, callsPerMinute: 20 }).mutation(createReport),
  listCases: procedure(moderators).query(listCases),
  getCase: procedure(moderators).query(getCase),
  openCase: procedure(moderators).mutation(openCase),
  claimCase: procedure(moderators).mutation(claimCase),
  releaseCase: procedure(moderators).mutation(releaseCase),
  decideCase: procedure(moderators).mutation(decideCase),
  restoreCase: procedure(moderators).mutation(restoreCase),
  tryRules: procedure(moderators).query(tryRules),
  listOwnSanctions: procedure(members).query(listOwnSanctions),
  appealSanction: procedure(members).mutation(appealSanction),
  listSanctions: procedure(moderators).query(listSanctions),
  createSanction: procedure(judges).mutation(createSanction),
  liftSanction: procedure(judges).mutation(liftSanction),
  decideAppeal: procedure(judges).mutation(decideAppeal),
});
