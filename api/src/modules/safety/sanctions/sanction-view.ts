import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { nameAccounts, nameMembers } from "../../identity/index.ts";
import { Sanction, sanctionKinds } from "../models/sanction.ts";

/** A sanction as the member sees it whom it is about. */
export const ownSanctionView = z.object({
  id: z.uuid(),
  kind: z.enum(sanctionKinds),
  reason: z.string(),
  createdAt: z.iso.datetime(),
  /** Of a suspension. */
  endsAt: z.iso.datetime().nullable(),
  /** When it was lifted or ran out; null while it is in force. */
  endedAt: z.iso.datetime().nullable(),
  appeal: z
    .object({
      text: z.string(),
      at: z.iso.datetime(),
      /** Null while nobody has decided. */
      outcome: z.enum(["upheld", "lifted"]).nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
});

const person = z.object({ id: z.uuid(), name: z.string() });

/** A sanction as the site's team sees it. */
export const sanctionView = ownSanctionView.extend({
  member: person,
  imposedBy: person,
  /** What it followed from; null when there was no case, or it is forgotten. */
  caseId: z.uuid().nullable(),
});

/** A sanction ready for the member. */
export const presentOwnSanction = (row: Sanction): z.infer<typeof ownSanctionView> => ({
  id: row.id,
  kind: row.kind,
  reason: row.reason,
  createdAt: row.createdAt.toISOString(),
  endsAt: row.endsAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  appeal:
    row.appealText === null || row.appealedAt === null
      ? null
      : {
          text: row.appealText,
          at: row.appealedAt.toISOString(),
          outcome: row.appealOutcome,
          reason: row.appealReason,
        },
});

/** Sanctions ready for the team. */
export async function presentSanctions(
  scope: Scope,
  rows: readonly Sanction[],
): Promise<z.infer<typeof sanctionView>[]> {
  const members = await nameMembers(
    scope,
    rows.map(({ memberId }) => memberId),
  );
  const accounts = await nameAccounts(
    scope,
    rows.map(({ imposedBy }) => imposedBy),
  );
  return rows.map((row) => ({
    ...presentOwnSanction(row),
    member: { id: row.memberId, name: members.get(row.memberId) ?? "" },
    imposedBy: { id: row.imposedBy, name: accounts.get(row.imposedBy) ?? "" },
    caseId: row.caseId,
  }));
}

/** One sanction ready for the team. */
export const presentSanction = async (scope: Scope, row: Sanction): Promise<z.infer<typeof sanctionView>> =>
  (await presentSanctions(scope, [row]))[0]!;

/** A sanction by its id; null when there is none. */
export async function readSanction(scope: Scope, id: string): Promise<Sanction | null> {
  const [row] = await scope.read<Sanction>`select * from ${Sanction} s where id = ${id}`;
  return row ?? null;
}
