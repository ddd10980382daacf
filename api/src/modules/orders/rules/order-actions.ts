/** Who acts on an order: one of its sides, or whoever oversees the site's orders. */
export type Role = "client" | "provider" | "operator";

type Transitions = Partial<Readonly<Record<Role, readonly string[]>>>;

/**
 * What people do with an order, and the transitions of its flow that this is for each role. Where there are several, the one
 * that leaves the order's state is meant.
 */
export const orderActions = {
  pay: { client: ["enter_payment"] },
  spend: { client: ["spend"] },
  cancel: {
    client: ["cancel_as_client", "cancel_late_as_client"],
    provider: ["cancel_as_provider"],
    operator: ["cancel_as_operator"],
  },
  complete: { provider: ["complete"], operator: ["complete"] },
  accept: {
    client: ["release", "settle_client_absent", "accept_work"],
    provider: ["settle_provider_absent"],
    operator: ["release", "settle_client_absent", "settle_provider_absent", "accept_work"],
  },
  answer_questions: { client: ["send_answers", "add_answers"] },
  deliver: { provider: ["deliver"] },
  ask_revision: { client: ["ask_revision"] },
  propose_cancel: { client: ["propose_cancel_as_client"], provider: ["propose_cancel_as_provider"] },
  accept_cancel: { client: ["agree_cancel_as_client"], provider: ["agree_cancel_as_provider"] },
  decline_cancel: { client: ["drop_cancel"], provider: ["drop_cancel"] },
  mark_client_absent: { provider: ["mark_client_absent"], operator: ["mark_client_absent"] },
  mark_provider_absent: { client: ["mark_provider_absent"], operator: ["mark_provider_absent"] },
  propose_move: { client: ["propose_as_client"], provider: ["propose_as_provider"] },
  accept_move: { client: ["accept_as_client"], provider: ["accept_as_provider"] },
  decline_move: { client: ["drop_proposal"], provider: ["drop_proposal"], operator: ["drop_proposal"] },
  move: { operator: ["move_as_operator"] },
  waive: { operator: ["waive"] },
  refund: { operator: ["refund_part", "take_back"] },
  dispute: { client: ["object_as_client"], provider: ["object_as_provider"], operator: ["freeze"] },
  answer_dispute: { client: ["answer_as_client"], provider: ["answer_as_provider"] },
  withdraw_dispute: {
    client: ["withdraw_as_client"],
    provider: ["withdraw_as_provider"],
    operator: ["dismiss"],
  },
  concede_dispute: { client: ["concede_as_client"], provider: ["concede_as_provider"] },
  rule_dispute: { operator: ["rule"] },
} as const satisfies Record<string, Transitions>;

export type OrderAction = keyof typeof orderActions;

const isAction = (name: string): name is OrderAction => name in orderActions;

/** The names of all actions. */
export const orderActionNames: readonly OrderAction[] = Object.keys(orderActions).filter(isAction);

const transitionsOf = (action: OrderAction, role: Role): readonly string[] => {
  const byRole: Transitions = orderActions[action];
  return byRole[role] ?? [];
};

/** The transitions of an order's flow: those that are offered where it stands, and whether it has one at all. */
interface Offer {
  readonly offered: readonly string[];
  readonly knows: (transition: string) => boolean;
}

/** The transition an action is for a role where the order stands; null when the role never has that action in its flow. */
export function transitionFor(action: OrderAction, role: Role, { offered, knows }: Offer): string | null {
  const transitions = transitionsOf(action, role);
  return transitions.find((name) => offered.includes(name)) ?? transitions.find(knows) ?? null;
}

/** Whether a flow has that action at all, for whomever. */
export const hasAction = (action: OrderAction, knows: Offer["knows"]): boolean =>
  Object.values<readonly string[]>(orderActions[action]).flat().some(knows);

/** What a transition is called for those who take it; null for one that nobody asks for by itself. */
export function actionOf(transition: string, role: Role): OrderAction | null {
  return orderActionNames.find((action) => transitionsOf(action, role).includes(transition)) ?? null;
}
