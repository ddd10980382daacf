import { type Desk, may } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { minorOf, moneyText, plainMoney } from "../../parts/money.ts";
import { partsVoice } from "../../parts/texts.ts";
import { disputesVoice } from "./dispute-texts.ts";
import { type Order } from "./order.ts";
import { ordersVoice } from "./texts.ts";

type ActionName = Order["actions"][number]["name"];

interface Action {
  readonly name: string;
  readonly question: () => Promise<Question>;
}

/** What the team can do with an order now: what the order itself allows and the person may. */
export function orderActions(desk: Desk, order: Order, done: () => void): readonly Action[] {
  const say = ordersVoice(desk);
  const speak = disputesVoice(desk);
  const { orders } = desk.client;
  const { id } = order;
  const finishing =
    (run: (filled: Parameters<Question["run"]>[0]) => Promise<unknown>): Question["run"] =>
    async (filled) => {
      await run(filled);
      done();
      return undefined;
    };
  const plain = (submit: string, lead: string, run: () => Promise<unknown>) => async () => ({
    title: submit,
    lead,
    submit,
    run: finishing(run),
  });
  const absent = (who: "client" | "provider") =>
    plain(say(who === "client" ? "clientAbsent" : "providerAbsent"), say("absentLead"), () =>
      orders.markAbsent({ id, who }),
    );
  const all: readonly (Action & { action: ActionName; permission: string })[] = [
    {
      action: "refund",
      permission: "orders.refund",
      name: say("refund"),
      question: async () => refundQuestion(desk, order, finishing),
    },
    {
      action: "waive",
      permission: "orders.refund",
      name: say("give"),
      question: async () => ({
        title: say("give"),
        lead: say("giveLead"),
        submit: say("give"),
        fields: [{ name: "reason", label: say("teamReason"), kind: "long", isRequired: true }],
        run: finishing((filled) => orders.waiveOrder({ id, reason: textOf(filled, "reason") })),
      }),
    },
    {
      action: "rule_dispute",
      permission: "orders.refund",
      name: speak("rule"),
      question: () => ruleQuestion(desk, order, finishing),
    },
    {
      action: "withdraw_dispute",
      permission: "orders.refund",
      name: speak("dismiss"),
      question: async () => ({
        title: speak("dismiss"),
        lead: speak("dismissLead"),
        submit: speak("dismiss"),
        fields: [{ name: "reason", label: speak("ruling"), kind: "long", isRequired: true }],
        run: finishing((filled) => orders.withdrawDispute({ id, reason: textOf(filled, "reason") })),
      }),
    },
    {
      action: "dispute",
      permission: "orders.manage",
      name: speak("freeze"),
      question: async () => ({
        title: speak("freeze"),
        lead: speak("freezeLead"),
        submit: speak("freeze"),
        fields: [{ name: "reason", label: speak("ruling"), kind: "long", isRequired: true }],
        run: finishing((filled) => orders.disputeOrder({ id, reason: textOf(filled, "reason") })),
      }),
    },
    {
      action: "complete",
      permission: "orders.manage",
      name: say("complete"),
      question: plain(say("complete"), say("completeLead"), () => orders.completeOrder({ id })),
    },
    {
      action: "mark_client_absent",
      permission: "orders.manage",
      name: say("clientAbsent"),
      question: absent("client"),
    },
    {
      action: "mark_provider_absent",
      permission: "orders.manage",
      name: say("providerAbsent"),
      question: absent("provider"),
    },
    {
      action: "cancel",
      permission: "orders.manage",
      name: say("cancelOrder"),
      question: async () => cancelQuestion(desk, order, finishing),
    },
  ];
  return all.filter(
    ({ action, permission }) => may(desk, permission) && order.actions.some(({ name }) => name === action),
  );
}

type Finishing = (
  run: Question["run"] | ((filled: Parameters<Question["run"]>[0]) => Promise<unknown>),
) => Question["run"];

function refundQuestion(
  desk: Desk,
  { id, currency, totalMinor, refundedMinor }: Order,
  finishing: Finishing,
): Question {
  const say = ordersVoice(desk);
  const most = totalMinor - refundedMinor;
  const money = (minor: number) => moneyText(minor, currency, desk.language);
  return {
    title: say("refund"),
    lead: say("refundLead", { most: money(most) }),
    submit: say("refund"),
    isDangerous: true,
    fields: [
      {
        name: "amountMinor",
        label: `${say("amount")} (${currency})`,
        kind: "amount",
        value: plainMoney(most, currency),
        isRequired: true,
        check: (typed) => {
          const minor = minorOf(typed, currency);
          return minor === null || minor < 1 || minor > most
            ? partsVoice(desk)("wrongAmount", { least: money(1), most: money(most) })
            : undefined;
        },
      },
      { name: "reason", label: say("reason"), kind: "long", isRequired: true },
    ],
    run: finishing((filled) =>
      desk.client.orders.refundOrder({
        id,
        amountMinor: minorOf(textOf(filled, "amountMinor"), currency) ?? 0,
        reason: textOf(filled, "reason"),
      }),
    ),
  };
}

/** The whole percent somebody typed, in basis points; null when it is none. */
function shareOf(typed: string): number | null {
  const minor = minorOf(typed, "EUR");
  return minor === null || minor > 10_000 ? null : minor;
}

async function ruleQuestion(desk: Desk, { id, currency }: Order, finishing: Finishing): Promise<Question> {
  const speak = disputesVoice(desk);
  const { orders } = desk.client;
  const { escrow } = await orders.getOrderHistory({ id });
  return {
    title: speak("rule"),
    lead: speak("ruleLead", { held: moneyText(escrow.heldMinor, currency, desk.language) }),
    submit: speak("rule"),
    isDangerous: true,
    fields: [
      {
        name: "share",
        label: speak("clientShare"),
        kind: "amount",
        value: "50",
        isRequired: true,
        check: (typed) => (shareOf(typed) === null ? speak("wrongShare") : undefined),
      },
      { name: "reason", label: speak("ruling"), kind: "long", isRequired: true },
    ],
    run: finishing((filled) =>
      orders.ruleDispute({
        id,
        refundShare: shareOf(textOf(filled, "share")) ?? 0,
        reason: textOf(filled, "reason"),
      }),
    ),
  };
}

async function cancelQuestion(desk: Desk, { id, currency }: Order, finishing: Finishing): Promise<Question> {
  const say = ordersVoice(desk);
  const { orders } = desk.client;
  const { refundMinor, keptMinor } = await orders.cancelOrder({ id, dryRun: true });
  const money = (minor: number) => moneyText(minor, currency, desk.language);
  return {
    title: say("cancelOrder"),
    lead: say("cancelLead", { refund: money(refundMinor), kept: money(keptMinor) }),
    submit: say("cancelOrder"),
    isDangerous: true,
    fields: [{ name: "reason", label: say("reason"), kind: "long", isRequired: true }],
    run: finishing((filled) => orders.cancelOrder({ id, reason: textOf(filled, "reason") })),
  };
}
