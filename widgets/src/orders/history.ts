import { html, nothing, type TemplateResult } from "lit";
import { momentOf, type PageView } from "./order-facts.ts";
import { type OrderPageTexts } from "./order-page.texts.ts";
import { type WholeOrder } from "./work-orders.ts";

type Happening = WholeOrder["events"][number];

type Told = Extract<keyof OrderPageTexts, `did${string}`>;

// What is told of an order: the other steps of its flow only concern the site's team.
const told: Readonly<Record<string, Told>> = {
  place: "didPlace",
  pay: "didPay",
  pay_and_be_asked: "didPay",
  send_answers: "didAnswer",
  add_answers: "didAnswer",
  deliver: "didDeliver",
  ask_revision: "didAskChanges",
  accept_work: "didAccept",
  expire: "didExpire",
  give_up_unanswered: "didGiveUpUnanswered",
  give_up_undelivered: "didGiveUpUndelivered",
  cancel_as_client: "didCancel",
  cancel_late_as_client: "didCancel",
  cancel_as_provider: "didCancel",
  cancel_as_operator: "didCancel",
  agree_cancel_as_client: "didCancel",
  agree_cancel_as_provider: "didCancel",
  refund_part: "didRefund",
  take_back: "didRefund",
  propose_cancel_as_client: "didPropose",
  propose_cancel_as_provider: "didPropose",
  drop_cancel: "didDrop",
  lapse_cancel: "didLapse",
  object_as_client: "didObject",
  object_as_provider: "didObject",
  freeze: "didObject",
  answer_as_client: "didReply",
  answer_as_provider: "didReply",
  escalate: "didEscalate",
  withdraw_as_client: "didWithdraw",
  withdraw_as_provider: "didWithdraw",
  dismiss: "didWithdraw",
  concede_as_client: "didConcede",
  concede_as_provider: "didConcede",
  rule: "didRule",
};

const takers = { client: "byBuyer", provider: "bySeller", operator: "byTeam" } as const;

/** Everything that happened to an order, oldest first: what, when and by whom. */
export function historyOf({ events, role }: WholeOrder, view: PageView): TemplateResult {
  const { say } = view;
  const taker = ({ by }: Happening) =>
    by === "system" ? "" : ` · ${say(by === role ? "byYou" : takers[by])}`;
  return html`<section>
    <h3>${say("history")}</h3>
    <ol class="history" part="history">
      ${events.map((event) => {
        const name = told[event.transition];
        if (!name) return nothing;
        return html`<li data-event=${event.transition}>
          <strong>${say(name)}</strong>
          <span class="small muted">${momentOf(view, event.at)}${taker(event)}</span>
        </li>`;
      })}
    </ol>
  </section>`;
}
