import { z } from "zod";
import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { membersAfter } from "../../identity/index.ts";
import { post } from "../ledger/post.ts";
import { type TransferGroup } from "../ledger/transfer.ts";
import { LedgerTransfer } from "../models/ledger-transfer.ts";
import { creditTermsOf } from "../settings.ts";
import { issueCredits } from "./issue-credits.ts";

/** Members who are looked at in one transaction. */
const atOnce = 200;

/** What the ledger has to be told so that members have their starter credits: each gets them once, whoever asks and how often. */
export async function starterCredits(scope: Scope, memberIds: readonly string[]): Promise<TransferGroup[]> {
  const { starter: amount } = creditTermsOf(scope.tenant);
  if (amount === 0 || !scope.tenant.activeModules.includes("wallet")) return [];
  const ids = memberIds.map((memberId) => ({ memberId, id: derivedId("starter", memberId) }));
  // What a starter is may have changed since: those who had theirs are left alone.
  const given = await scope.sql<{ id: string }>`
    select id from ${LedgerTransfer} t where id = any(${ids.map(({ id }) => id)}::uuid[])`;
  const had = new Set(given.map(({ id }) => id));
  const groups: TransferGroup[] = [];
  for (const { id, memberId } of ids.filter((each) => !had.has(each.id)))
    groups.push(await issueCredits(scope, { id, memberId, amount, cause: "credits.starter" }));
  return groups;
}

const name = "money.give_starters";

/** Gives the members of before a site had credits their starter, some at a time. */
export const giveStarters = timer({
  name,
  payload: z.object({ after: z.uuid().nullable().default(null) }),
  async run(scope, { subjectId, payload: { after } }) {
    const memberIds = await membersAfter(scope, after, atOnce);
    if (memberIds.length === atOnce)
      await setTimer(scope, { name, subjectId, dueAt: scope.now, payload: { after: memberIds.at(-1) } });
    await post(scope, await starterCredits(scope, memberIds));
  },
});
