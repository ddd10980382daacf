import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { Report } from "../models/report.ts";
import { openEvidence } from "../reports/evidence.ts";
import { lockCase } from "./lock-case.ts";

export const openCase = operation({
  summary:
    "Opens what was reported, as it was at each report. Who opened it is in the audit log: it may be a private message.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({
    items: z.array(
      z.object({
        reportId: z.uuid(),
        content: z.record(z.string(), z.unknown()),
        at: z.iso.datetime(),
      }),
    ),
  }),
  async run(scope, { id }) {
    await lockCase(scope, id);
    const reports = await scope.read<Report>`
      select id, sealed_evidence, created_at from ${Report} r
      where case_id = ${id} order by created_at, id limit 100`;
    await audit(scope, { action: "safety.open_case", entity: { kind: "moderation_case", id } });
    return {
      items: reports.map(({ id: reportId, sealedEvidence, createdAt }) => ({
        reportId,
        content: openEvidence(scope, reportId, sealedEvidence),
        at: createdAt.toISOString(),
      })),
    };
  },
});
