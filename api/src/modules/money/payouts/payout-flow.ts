import { moduleFlow } from "../../../platform/flow/flow-kind.ts";
import { type FlowRun } from "../../../platform/flow/flow-run.ts";
import { emptyEscrow } from "../../../platform/flow/escrow.ts";
import { type Handlers, type Input } from "../../../platform/flow/vocabulary.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { post } from "../ledger/post.ts";
import { type TransferGroup } from "../ledger/transfer.ts";
import { Payout } from "../models/payout.ts";
import { announcePayout } from "./announce-payout.ts";
import { memberPayout } from "./member-payout.ts";
import { postPayout, reversePayout, voidPayout } from "./payout-money.ts";
import { isOpenPayout, type PayoutState, payoutStates } from "./payout-states.ts";

import { payoutVocabulary } from "./payout-vocabulary.ts";

/** What an operation or a gateway's news knows beside the request. */
export interface PayoutAlong {
  /** Takes what the ledger is to be told, for a caller that moves several payouts and posts once. */
  readonly postings?: TransferGroup[];
  readonly gatewayPayoutId?: string | null;
  /** What the gateway said against it. */
  readonly gatewayNote?: string | null;
}

/** What the handlers of one step share. */
class PayoutContext {
  readonly scope: Scope;
  readonly run: FlowRun;
  readonly payout: Payout;
  readonly along: PayoutAlong;
  readonly postings: TransferGroup[] = [];
  isHandedOver = false;

  private constructor(run: FlowRun, payout: Payout) {
    this.scope = run.scope;
    this.run = run;
    this.payout = payout;
    this.along = run.along ?? {};
  }

  static async open(run: FlowRun): Promise<PayoutContext> {
    const payout = await run.scope.query(Payout).findById([run.scope.tenant.id, run.id]);
    if (!payout) throw new Error(`the flow ${run.id} has no payout`);
    return new PayoutContext(run, payout);
  }
}

const reasonIn = (input: Input): string | null => {
  const { reason } = input;
  return typeof reason === "string" ? reason : null;
};

const handlers: Handlers<typeof payoutVocabulary, PayoutContext> = {
  effects: {
    async handOver(context) {
      context.isHandedOver = context.payout.way !== "bank";
    },
    async noteSent({ payout, scope }) {
      payout.sentAt ??= scope.now;
    },
    async payOut({ payout, postings }) {
      postings.push(postPayout(payout));
    },
    async giveBack({ payout, postings }, _args, input) {
      payout.reason = reasonIn(input);
      postings.push(voidPayout(payout));
    },
    async bringBack({ payout, postings }, _args, input) {
      payout.reason = reasonIn(input);
      postings.push(reversePayout(payout));
    },
  },
  guards: {},
  policies: {},
};

/** The flow of payouts, bound to the ledger and the payouts' own rows. */
export const memberPayoutFlow = moduleFlow<PayoutContext>({
  versions: [memberPayout],
  vocabulary: payoutVocabulary,
  handlers,
  open: (run) => PayoutContext.open(run),
  readEscrow: async () => emptyEscrow,
  moveEscrow: () => {
    throw new Error("a payout has no escrow");
  },
  async finish(context, step) {
    const { scope, run, payout, along, postings, isHandedOver } = context;
    const state = stateNamed(step.after.state);
    payout.state = state;
    payout.version = run.revision + 1;
    if (state !== "requested" && state !== "cancelled") payout.decidedAt ??= scope.now;
    payout.endedAt = isOpenPayout(state) ? null : scope.now;
    payout.gatewayPayoutId ??= along.gatewayPayoutId ?? null;
    payout.gatewayNote = along.gatewayNote ?? payout.gatewayNote;
    const { version, reason, decidedAt, sentAt, endedAt, gatewayPayoutId, gatewayNote } = payout;
    await scope
      .query(Payout)
      .findById([scope.tenant.id, payout.id])
      .patch({ state, version, reason, decidedAt, sentAt, endedAt, gatewayPayoutId, gatewayNote });
    await announcePayout(scope, payout);
    if (isHandedOver) await announce(scope, "payout.send_due", { payoutId: payout.id });
    if (along.postings) along.postings.push(...postings);
    else await post(scope, postings);
  },
  alarm: ({ scope, run }, event) =>
    openOperatorTask(scope, { kind: "money.payout_unexpected", subjectId: run.id, params: { event } }),
});

function stateNamed(name: string): PayoutState {
  const state = payoutStates.find((known) => known === name);
  if (!state) throw new Error(`"${name}" is no state of a payout`);
  return state;
}
