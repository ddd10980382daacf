import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { reportCategories } from "../models/report.ts";
import { reportableOf } from "../queue/reportables.ts";
import { addReport } from "./add-report.ts";

export const createReport = operation({
  summary:
    "Reports content to the site's team, who see it as it is at this moment, whatever happens to it later. Again while it waits, it answers the first.",
  input: z.strictObject({
    /** What it is, such as `profile` (named by its member), `review` or `message`. */
    subjectKind: z.string().max(40),
    subjectId: z.uuid(),
    category: z.enum(reportCategories),
    text: z.string().trim().max(2000).default(""),
  }),
  output: z.object({ id: z.uuid(), createdAt: z.iso.datetime() }),
  async run(scope, { subjectKind, subjectId, category, text }) {
    const reporterId = callingMember(scope);
    const snapshot = await reportableOf(subjectKind).snapshot(scope, subjectId, reporterId);
    if (!snapshot) throw notFound();
    if (snapshot.authorId === reporterId) throw failure("safety.own_account");
    const subject = { kind: subjectKind, id: subjectId };
    const report = await addReport(scope, { subject, snapshot, reporterId, category, rules: [], text });
    return { id: report.id, createdAt: report.createdAt.toISOString() };
  },
});
