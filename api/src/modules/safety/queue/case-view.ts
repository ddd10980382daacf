import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { nameAccounts, nameMembers } from "../../identity/index.ts";
import { caseStates, type ModerationCase } from "../models/moderation-case.ts";
import { Report, reportCategories } from "../models/report.ts";

/** What can be wrong: what members say, and the rules of the site. */
export const categoryView = z.enum([...reportCategories, "rule"]);

const person = z.object({ id: z.uuid(), name: z.string() });

/** A case as the site's team sees it in the queue; what was reported is opened on its own. */
export const caseView = z.object({
  id: z.uuid(),
  subjectKind: z.string(),
  subjectId: z.uuid(),
  /** Whose content it is. */
  author: person,
  state: z.enum(caseStates),
  /** How many people, or rules of the site, say that something is wrong. */
  reports: z.int(),
  categories: z.array(categoryView),
  /** The team member who works on it. */
  claimedBy: person.nullable(),
  decidedBy: person.nullable(),
  reason: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

/** Makes cases ready to be sent to the team. */
export async function presentCases(
  scope: Scope,
  cases: readonly ModerationCase[],
): Promise<z.infer<typeof caseView>[]> {
  const ids = cases.map(({ id }) => id);
  const said = await scope.read<{ caseId: string; reports: number; categories: Report["category"][] }>`
    select case_id, count(*)::int as reports, array_agg(distinct category order by category) as categories
    from ${Report} r where case_id = any(${ids}::uuid[]) group by case_id`;
  const saidOf = new Map(said.map((row) => [row.caseId, row]));
  const members = await nameMembers(
    scope,
    cases.map(({ authorId }) => authorId),
  );
  const team = cases.flatMap(({ claimedBy, decidedBy }) => [claimedBy, decidedBy]);
  const accounts = await nameAccounts(
    scope,
    team.filter((id) => id !== null),
  );
  const colleague = (id: string | null) => (id === null ? null : { id, name: accounts.get(id) ?? "" });
  return cases.map((each) => ({
    id: each.id,
    subjectKind: each.subjectKind,
    subjectId: each.subjectId,
    author: { id: each.authorId, name: members.get(each.authorId) ?? "" },
    state: each.state,
    reports: saidOf.get(each.id)?.reports ?? 0,
    categories: saidOf.get(each.id)?.categories ?? [],
    claimedBy: colleague(each.claimedBy),
    decidedBy: colleague(each.decidedBy),
    reason: each.reason,
    decidedAt: each.decidedAt?.toISOString() ?? null,
    createdAt: each.createdAt.toISOString(),
  }));
}

/** One case ready to be sent. */
export const presentCase = async (scope: Scope, row: ModerationCase): Promise<z.infer<typeof caseView>> =>
  (await presentCases(scope, [row]))[0]!;
