import { newId } from "../../../platform/ids.ts";
import { type Snapshot } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { ModerationCase } from "../models/moderation-case.ts";
import { Report } from "../models/report.ts";
import { sealEvidence } from "./evidence.ts";

/** What is said of content, with the content as it is now. */
interface Claim extends Pick<Report, "reporterId" | "category" | "rules" | "text"> {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly snapshot: Snapshot;
}

/**
 * Adds a report to the waiting case of its subject, or begins one. The same person's second report of it changes nothing; every
 * report of the site's rules is kept.
 */
export async function addReport(
  scope: Scope,
  { subject, snapshot, reporterId, category, rules, text }: Claim,
): Promise<Report> {
  const caseId = await waitingCase(scope, subject, snapshot.authorId);
  const id = newId(scope.now);
  await scope.sql`
    insert into reports (tenant_id, id, case_id, reporter_id, category, rules, text, sealed_evidence, created_at, updated_at)
    values (${scope.tenant.id}, ${id}, ${caseId}, ${reporterId}, ${category}, ${[...rules]}, ${text},
      ${sealEvidence(scope, id, snapshot.content)}, ${scope.now}, ${scope.now})
    on conflict (tenant_id, case_id, reporter_id) do nothing`;
  const [report] = await scope.read<Report>`
    select * from ${Report} r where case_id = ${caseId} and (id = ${id} or reporter_id = ${reporterId}::uuid)`;
  return report!;
}

/** The case that waits for a decision about a thing, kept from being decided until the report is in it. */
async function waitingCase(scope: Scope, { kind, id }: Claim["subject"], authorId: string): Promise<string> {
  for (;;) {
    await scope.sql`
      insert into moderation_cases (tenant_id, id, subject_kind, subject_id, author_id, state, created_at, updated_at)
      values (${scope.tenant.id}, ${newId(scope.now)}, ${kind}, ${id}, ${authorId}, 'open', ${scope.now}, ${scope.now})
      on conflict (tenant_id, subject_kind, subject_id) where state in ('open', 'claimed') do nothing`;
    const waiting = await scope
      .query(ModerationCase)
      .where({ subjectKind: kind, subjectId: id })
      .whereIn("state", ["open", "claimed"])
      .forUpdate()
      .first();
    // Null only when it was decided between the two statements; then a new one begins.
    if (waiting) return waiting.id;
  }
}
