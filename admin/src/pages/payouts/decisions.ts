import { type Contract } from "@tessera/sdk/browser";
import { type Desk } from "../../base/desk.ts";
import { download } from "../../parts/csv.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { plainMoney } from "../../parts/money.ts";
import { payoutsVoice } from "./texts.ts";

/** A payout as the API tells it. */
export type Payout = Contract["money"]["listPayouts"]["output"]["items"][number];
/** What the team says about payouts. */
export type Decision = Contract["money"]["decidePayouts"]["input"]["decision"];

/** The decisions in the order of their buttons, and whether the member is told why. */
export const decisions = [
  { decision: "approve", saysWhy: false },
  { decision: "reject", saysWhy: true },
  { decision: "mark_paid", saysWhy: false },
  { decision: "mark_failed", saysWhy: true },
  { decision: "mark_returned", saysWhy: true },
] as const satisfies readonly { decision: Decision; saysWhy: boolean }[];

/** Those of the chosen payouts that can take a decision. */
export const openTo = (chosen: readonly Payout[], decision: Decision): Payout[] =>
  chosen.filter(({ choices }) => choices.includes(decision));

/** Those of the chosen payouts that can go into a file for the bank. */
export const openToFile = (chosen: readonly Payout[]): Payout[] =>
  chosen.filter(({ account, state }) => account.way === "bank" && ["approved", "on_its_way"].includes(state));

/** Asks whether a decision is to be taken about payouts, and why. */
export function decisionQuestion(
  desk: Desk,
  { decision, saysWhy }: (typeof decisions)[number],
  payouts: readonly Payout[],
  done: () => void,
): Question {
  const say = payoutsVoice(desk);
  const count = new Intl.NumberFormat(desk.language).format(payouts.length);
  return {
    title: say(decision),
    lead: say(`${decision}Lead`, { count }),
    submit: say(decision),
    isDangerous: saysWhy,
    ...(saysWhy && {
      fields: [
        { name: "reason", label: say("reason"), hint: say("reasonHint"), kind: "long", isRequired: true },
      ],
    }),
    run: async (filled) => {
      const { refused } = await desk.client.money.decidePayouts({
        ids: payouts.map(({ id }) => id),
        decision,
        ...(saysWhy && { reason: textOf(filled, "reason") }),
      });
      done();
      return refused.length === 0
        ? undefined
        : {
            notice: say("someRefused", {
              count: new Intl.NumberFormat(desk.language).format(refused.length),
            }),
          };
    },
  };
}

/** Asks whether payouts are to be handed to the bank, and writes its file. */
export function fileQuestion(desk: Desk, payouts: readonly Payout[], done: () => void): Question {
  const say = payoutsVoice(desk);
  const number = (count: number) => new Intl.NumberFormat(desk.language).format(count);
  return {
    title: say("export_file"),
    lead: say("exportLead", { count: number(payouts.length) }),
    submit: say("export_file"),
    run: async () => {
      const { items, leftOut } = await desk.client.money.exportPayouts({
        ids: payouts.map(({ id }) => id),
      });
      const columns = [
        "reference",
        "holder",
        "number",
        "bankCode",
        "bankName",
        "country",
        "amount",
        "currency",
      ] as const;
      download(`${say("title")} ${new Date().toISOString().slice(0, 10)}`, [
        columns.map((column) => say(column)),
        ...items.map((line) => [
          line.reference,
          line.holder,
          line.number,
          line.bankCode ?? "",
          line.bankName ?? "",
          line.country,
          plainMoney(line.amountMinor, line.currency),
          line.currency,
        ]),
      ]);
      done();
      return leftOut.length === 0
        ? undefined
        : { notice: say("someLeftOut", { count: number(leftOut.length) }) };
    },
  };
}
