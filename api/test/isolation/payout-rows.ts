import { available, goodwill } from "../../src/modules/money/ledger/account.ts";
import { post } from "../../src/modules/money/ledger/post.ts";
import { transfer } from "../../src/modules/money/ledger/transfer.ts";
import { newId } from "../../src/platform/ids.ts";
import { type TestHouse, type TestSite } from "../house.ts";
import { type Headers } from "./callers.ts";

type Ok = <Result = { id: string }>(path: string, input: object, headers: Headers) => Promise<Result>;

/** What the coach earned and asked to be paid out: one that waits for the team, and one that was approved. */
export async function payoutRows(
  ok: Ok,
  house: TestHouse,
  {
    site,
    word,
    coach,
    server,
  }: {
    readonly site: TestSite;
    readonly word: string;
    readonly coach: { readonly id: string; readonly headers: Headers };
    readonly server: Headers;
  },
): Promise<{ payout: string; approvedPayout: string }> {
  await house.within(site.live, (scope) => {
    const movement = { debit: goodwill, credit: available(coach.id), unit: "EUR", amount: 50_000 };
    return post(scope, [
      { cause: "test.earned", transfers: [transfer({ id: newId(scope.now), ...movement })] },
    ]);
  });
  const bank = { holder: `${word} coach`, iban: "DE89370400440532013000" };
  await ok("money.savePayoutAccount", bank, coach.headers);
  const ask = () => ok("money.requestPayout", { amountMinor: 2_000, currency: "EUR" }, coach.headers);
  const [approved, payout] = [await ask(), await ask()];
  await ok("money.decidePayouts", { ids: [approved.id], decision: "approve" }, server);
  return { payout: payout.id, approvedPayout: approved.id };
}
