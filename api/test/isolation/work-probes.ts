import { about, type Probe } from "./probe.ts";
import { type Cast } from "./world.ts";

const both = ["client", "coach"] as const;
const notPossible = ["409 orders.not_possible"] as const;
const reason = ({ word }: Cast) => ({ reason: `${word} reason` });

/** What is done with orders for work, asked of one for a session, which has none of it: its own people are told so. */
export const workProbes: Readonly<Record<string, Probe>> = {
  "orders.answerQuestions": about("paidOrder", both, {
    and: () => ({ answers: [] }),
    answers: notPossible,
    by: "client",
  }),
  "orders.deliverOrder": about("paidOrder", both, {
    and: ({ word }) => ({ message: `${word} work` }),
    answers: notPossible,
    by: "coach",
  }),
  "orders.askRevision": about("paidOrder", both, { and: reason, answers: notPossible, by: "client" }),
  "orders.proposeCancel": about("paidOrder", both, { answers: notPossible }),
  "orders.answerCancel": about("paidOrder", both, { and: () => ({ accept: false }), answers: notPossible }),
};
