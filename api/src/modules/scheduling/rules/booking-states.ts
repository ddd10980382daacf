/** The states of a booking. Completed and cancelled are final. */
export const bookingStates = ["pending", "confirmed", "completed", "cancelled"] as const;
export type BookingState = (typeof bookingStates)[number];

/** Who acts on a booking: one of its two people, the tenant's staff or server, or a timer or order of the system itself. */
export type Party = "client" | "provider" | "staff" | "server" | "system";

type Transitions = Readonly<Record<BookingState, Partial<Readonly<Record<BookingState, readonly Party[]>>>>>;

const everybody: readonly Party[] = ["client", "provider", "staff", "server", "system"];

/** From which state to which a booking may go, and by whom. What is not written here cannot happen. */
const bookingTransitions: Transitions = {
  pending: { confirmed: ["provider", "staff", "server", "system"], cancelled: everybody },
  confirmed: { completed: ["provider", "staff", "server", "system"], cancelled: everybody },
  completed: {},
  cancelled: {},
};

/** Why a change of state is refused: it never happens, or not by this party. */
export type TransitionRefusal = "not_possible" | "not_by_you";

/** Whether a party may take a booking from one state to another; null when it may. */
export function refusalOfTransition(
  from: BookingState,
  to: BookingState,
  by: Party,
): TransitionRefusal | null {
  const allowed = bookingTransitions[from][to];
  if (!allowed) return "not_possible";
  return allowed.includes(by) ? null : "not_by_you";
}

/** The two people of a booking. */
export type Side = "client" | "provider";

/**
 * Whether somebody may mark one side as absent: only on a confirmed booking, once the grace after its start is over and not more than
 * a week after its end, by the other side or by staff. Nobody marks themselves.
 */
export function mayMarkNoShow(
  booking: { readonly state: BookingState; readonly startsAt: Date; readonly endsAt: Date },
  absent: Side,
  by: Party,
  now: Date,
  graceMinutes = 15,
): boolean {
  const opens = booking.startsAt.getTime() + graceMinutes * 60_000;
  const closes = booking.endsAt.getTime() + 7 * 86_400_000;
  const inTime = now.getTime() >= opens && now.getTime() <= closes;
  return booking.state === "confirmed" && inTime && by !== absent && by !== "system";
}

/** What a mark of absence makes of a booking: the absent client's session counts as held, the absent provider's as cancelled. */
export const stateAfterNoShow = (absent: Side): BookingState =>
  absent === "client" ? "completed" : "cancelled";
