import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingMember } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { Sanction } from "../models/sanction.ts";
import { ownSanctionView, presentOwnSanction } from "./sanction-view.ts";

/** What a member says against a sanction. */
export const appealText = z.string().trim().min(1).max(2000);

/** Notes a member's appeal against a sanction, once. Refuses somebody else's sanction and one that is over. */
export async function appeal(
  scope: Scope,
  { id, memberId, text }: { readonly id: string; readonly memberId: string; readonly text: string },
): Promise<Sanction> {
  const sanction = await scope.query(Sanction).findOne({ id, memberId }).forUpdate();
  if (!sanction) throw notFound();
  if (sanction.appealedAt) throw failure("safety.already_appealed");
  if (sanction.endedAt) throw failure("safety.sanction_over");
  const said = { appealText: text, appealedAt: scope.now };
  await scope.query(Sanction).where({ id }).patch(said);
  return Object.assign(sanction, said);
}

export const appealSanction = operation({
  summary:
    "Appeals against a sanction of the caller's own, once; another team member decides where there is one.",
  input: z.strictObject({ id: z.uuid(), text: appealText }),
  output: ownSanctionView,
  run: async (scope, { id, text }) =>
    presentOwnSanction(await appeal(scope, { id, memberId: callingMember(scope), text })),
});
