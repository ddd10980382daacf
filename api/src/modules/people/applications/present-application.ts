import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { ProviderApplication } from "../models/provider-application.ts";

/** An application as the person and the team see it. */
export const applicationView = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  role: z.string(),
  state: z.enum(["applied", "approved", "rejected", "withdrawn"]),
  note: z.string(),
  /** Why it was rejected; null otherwise. */
  reason: z.string().nullable(),
  appliedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
});

/** The columns shown of an application. */
export type ApplicationRow = Pick<
  ProviderApplication,
  "id" | "memberId" | "role" | "state" | "note" | "reason" | "createdAt" | "decidedAt"
>;

/** An application as the person and the team see it. */
export const presentApplication = (row: ApplicationRow): z.infer<typeof applicationView> => ({
  id: row.id,
  memberId: row.memberId,
  role: row.role,
  state: row.state,
  note: row.note,
  reason: row.reason,
  appliedAt: row.createdAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
});

/** An application by its id; null when it is gone. */
export async function presentApplicationById(
  scope: Scope,
  id: string,
): Promise<z.infer<typeof applicationView> | null> {
  const [row] = await scope.read<ApplicationRow>`select * from ${ProviderApplication} a where id = ${id}`;
  return row ? presentApplication(row) : null;
}
