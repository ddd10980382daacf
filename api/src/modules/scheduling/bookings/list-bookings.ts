import { z } from "zod";
import { requestFailure } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { likePattern, membersCalled, membersNamed, nameMembers } from "../../identity/index.ts";
import { instant } from "../fields.ts";
import { Booking } from "../models/booking.ts";
import { bookingStates } from "../rules/booking-states.ts";
import { bookingView, presentBooking, type ShownBooking, shownColumns } from "./booking-view.ts";

const sorts = sorting(
  {
    startsAt: { by: fragment`b.starts_at`, kind: "instant" },
    createdAt: { by: fragment`b.created_at`, kind: "instant" },
  },
  "startsAt",
);

const input = z.strictObject({
  ...pageInput,
  ...sorts.input,
  /** A member's bookings in one of the two roles; both when not given. */
  as: z.enum(["client", "host"]).optional(),
  hostId: z.uuid().optional(),
  clientId: z.uuid().optional(),
  /** Part of the client's name or e-mail address; for the site's team and servers alone. */
  client: z.string().trim().min(1).max(254).optional(),
  /** Part of the host's name or e-mail address; for the site's team and servers alone. */
  host: z.string().trim().min(1).max(254).optional(),
  /** Part of what was booked, or of the name of one of the two people; of the other one where a member asks. */
  search: z.string().trim().min(1).max(100).optional(),
  states: z.array(z.enum(bookingStates)).min(1).max(bookingStates.length).optional(),
  /** Bookings that end after this moment. */
  from: instant.optional(),
  /** Bookings that start before this moment. */
  until: instant.optional(),
});

const view = bookingView.extend({
  /** Null when the account was erased. */
  hostName: z.string().nullable(),
  clientName: z.string().nullable(),
});

export const listBookings = operation({
  summary:
    "Lists bookings, by their start unless another order is asked for: a member's own, or the whole site's for its team and servers. Each names its two people.",
  input,
  output: pageOf(view),
  async run(scope, { limit, cursor, sort, client, host, search, ...filters }) {
    const { key, after, by, page } = sorts.at(scope.tenant, { sort, cursor }, fragment`b.id`);
    const rows = await scope.read<ShownBooking & SortedRow>`
      select ${shownColumns}, ${key} from ${Booking} b
      where ${visibleTo(scope, filters.as)} ${filtered(filters)} ${holding(scope, search)}
        ${among(scope, fragment`b.client_id`, client)} ${among(scope, fragment`b.host_id`, host)} ${after}
      ${by} limit ${limit + 1}`;
    // Whoever may see a booking is one of its people or of the site's.
    const names = await nameMembers(scope, [
      ...new Set(rows.flatMap(({ hostId, clientId }) => [hostId, clientId])),
    ]);
    return page(rows, limit, (row) => ({
      ...presentBooking(row),
      hostName: names.get(row.hostId) || null,
      clientName: names.get(row.clientId) || null,
    }));
  },
});

/** Narrows a column to people whose name or address holds a text. A member who could search by address would learn addresses. */
function among(scope: Scope, column: SqlFragment, text: string | undefined): SqlFragment {
  if (text === undefined) return fragment``;
  if (memberIdOf(scope.actor) !== null) throw requestFailure("request.forbidden");
  return fragment`and ${column} in ${membersCalled(text)}`;
}

/** Narrows the list to what holds a text in its title or in the name of somebody else in it. */
function holding(scope: Scope, text: string | undefined): SqlFragment {
  if (text === undefined) return fragment``;
  const memberId = memberIdOf(scope.actor);
  const another = (column: SqlFragment) =>
    memberId === null
      ? fragment`${column} in ${membersNamed(text)}`
      : fragment`(${column} <> ${memberId} and ${column} in ${membersNamed(text)})`;
  return fragment`
    and (lower(b.title) like ${likePattern(text)} or ${another(fragment`b.client_id`)} or ${another(fragment`b.host_id`)})`;
}

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
