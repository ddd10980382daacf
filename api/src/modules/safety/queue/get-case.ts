import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { nameMembers } from "../../identity/index.ts";
import { ModerationCase } from "../models/moderation-case.ts";
import { Report } from "../models/report.ts";
import { flagRules } from "../rules/findings.ts";
import { caseView, categoryView, presentCase } from "./case-view.ts";

const reportView = z.object({
  id: z.uuid(),
  /** Null when a rule of the site spoke, or the person is gone. */
  reporter: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  category: categoryView,
  /** The rules of the site that found something; empty when a person spoke. */
  rules: z.array(z.enum(flagRules)),
  text: z.string(),
  createdAt: z.iso.datetime(),
});

export const getCase = operation({
  summary: "Answers a case with everything that was said of it, the first report first.",
  input: z.strictObject({ id: z.uuid() }),
  output: caseView.extend({
    /** The first hundred. */
    said: z.array(reportView),
  }),
  async run(scope, { id }) {
    const [row] = await scope.read<ModerationCase>`select * from ${ModerationCase} c where id = ${id}`;
    if (!row) throw notFound();
    const reports = await scope.read<Report>`
      select id, reporter_id, category, rules, text, created_at from ${Report} r
      where case_id = ${id} order by created_at, id limit 100`;
    const names = await nameMembers(
      scope,
      reports.map(({ reporterId }) => reporterId).filter((each) => each !== null),
    );
    return {
      ...(await presentCase(scope, row)),
      said: reports.map(({ id: reportId, reporterId, category, rules, text, createdAt }) => ({
        id: reportId,
        reporter: reporterId === null ? null : { id: reporterId, name: names.get(reporterId) ?? "" },
        category,
        rules: [...rules],
        text,
        createdAt: createdAt.toISOString(),
      })),
    };
  },
});
