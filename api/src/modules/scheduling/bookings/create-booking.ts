import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { readMember } from "../../identity/index.ts";
import { assertNotBlocked } from "../../safety/index.ts";
import { auditOffice } from "../audit-office.ts";
import { failure } from "../errors.ts";
import { instant } from "../fields.ts";
import { findOpenOffer } from "../offers/open-offer.ts";
import { takeSlot } from "../slots/take-slot.ts";
import { addBooking } from "./add-booking.ts";
import { bookingView, presentBooking } from "./booking-view.ts";
import { confirm } from "./changes.ts";

export const createBooking = operation({
  summary: "Books a slot for a member without an order: nothing is paid, and it is confirmed at once.",
  input: z.strictObject({ offerId: z.uuid(), clientId: z.uuid(), startsAt: instant }),
  output: bookingView,
  async run(scope, { offerId, clientId, startsAt }) {
    const offer = await findOpenOffer(scope, offerId);
    if (offer.hostId === clientId) throw failure("scheduling.own_time");
    if (!(await readMember(scope, clientId))) throw notFound();
    await assertNotBlocked(scope, clientId, offer.hostId);
    const slot = await takeSlot(scope, offer, { startsAt: new Date(startsAt), state: "pending" });
    const free = { ...slot, amountMinor: 0 };
    const booking = await addBooking(scope, free, { clientId, orderId: null, keepUntil: null });
    await auditOffice(scope, {
      action: "scheduling.create_booking",
      entity: { kind: "booking", id: booking.id },
      after: { offerId, clientId, startsAt },
    });
    return presentBooking(await confirm(scope, booking, "system"));
  },
});
