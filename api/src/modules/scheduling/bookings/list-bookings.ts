import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { instant } from "../fields.ts";
import { Booking } from "../models/booking.ts";
import { bookingStates } from "../rules/booking-states.ts";
import { bookingView, presentBooking, type ShownBooking, shownColumns } from "./booking-view.ts";

const input = z.strictObject({
  ...pageInput,
  /** A member's bookings in one of the two roles; both when not given. */
  as: z.enum(["client", "host"]).optional(),
  hostId: z.uuid().optional(),
  clientId: z.uuid().optional(),
  states: z.array(z.enum(bookingStates)).min(1).max(bookingStates.length).optional(),
  /** Bookings that end after this moment. */
  from: instant.optional(),
  /** Bookings that start before this moment. */
  until: instant.optional(),
  order: z.enum(["soonest_first", "latest_first"]).default("soonest_first"),
});

export const listBookings = operation({
  summary: "Lists bookings by their start: a member's own, or the whole site's for its team and servers.",
  input,
  output: pageOf(bookingView),
  async run(scope, { limit, cursor, order, ...filters }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, 2);
    const isRising = order === "soonest_first";
    const beyond = after && fragment`(${after[0]}::timestamptz, ${after[1]}::uuid)`;
    const rows = await scope.read<ShownBooking>`
      select ${shownColumns} from ${Booking} b
      where ${visibleTo(scope, filters.as)} ${filtered(filters)}
        ${beyond ? (isRising ? fragment`and (b.starts_at, b.id) > ${beyond}` : fragment`and (b.starts_at, b.id) < ${beyond}`) : fragment``}
      ${isRising ? fragment`order by b.starts_at, b.id` : fragment`order by b.starts_at desc, b.id desc`}
      limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: ({ startsAt, id }) => [startsAt.toISOString(), id],
      present: presentBooking,
    });
  },
});

function visibleTo({ actor }: Scope, as: z.output<typeof input>["as"]): SqlFragment {
  const memberId = memberIdOf(actor);
  if (memberId === null) return fragment`true`;
  if (as === "client") return fragment`b.client_id = ${memberId}`;
  if (as === "host") return fragment`b.host_id = ${memberId}`;
  return fragment`(b.client_id = ${memberId} or b.host_id = ${memberId})`;
}

function filtered({
  hostId,
  clientId,
  states,
  from,
  until,
}: Pick<z.output<typeof input>, "hostId" | "clientId" | "states" | "from" | "until">): SqlFragment {
  return fragment`
    ${hostId === undefined ? fragment`` : fragment`and b.host_id = ${hostId}`}
    ${clientId === undefined ? fragment`` : fragment`and b.client_id = ${clientId}`}
    ${states === undefined ? fragment`` : fragment`and b.state = any(${states})`}
    ${from === undefined ? fragment`` : fragment`and b.ends_at > ${from}`}
    ${until === undefined ? fragment`` : fragment`and b.starts_at < ${until}`}`;
}
