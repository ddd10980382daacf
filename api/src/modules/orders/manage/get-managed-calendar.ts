import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { calendarFileOf } from "../../scheduling/index.ts";
import { openManageLink } from "./manage-link.ts";
import { manageToken } from "./manage-token.ts";

export const getManagedCalendar = operation({
  summary:
    "Answers the calendar file of the session that a link out of a mail is for, whatever the link's action.",
  input: z.strictObject({ token: manageToken }),
  output: z.object({
    filename: z.string(),
    /** RFC 5545, for `text/calendar; charset=utf-8`. */
    text: z.string(),
  }),
  async run(scope, { token }) {
    const { order, booking, side } = await openManageLink(scope, token);
    const memberId = side === "client" ? order.buyerId : order.sellerId;
    const { filename, text } = await calendarFileOf(scope, { bookingId: booking.id, memberId });
    return { filename, text };
  },
});
