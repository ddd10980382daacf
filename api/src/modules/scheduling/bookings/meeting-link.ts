import { personalUrl, roomUrl } from "../../../platform/providers/video/local.ts";
import { joinWindow } from "../rules/join-window.ts";

/** Where a session takes place: the built-in room, which lets in whoever may join the booking and shows a pass for it. */
export const meetingLinkOf = (bookingId: string): string => roomUrl(bookingId);

/** The link that lets one of a session's two people in, from when its room opens until it closes. */
export const personalMeetingLink = (
  tenantId: string,
  booking: { readonly id: string; readonly startsAt: Date; readonly endsAt: Date },
  personId: string,
): string =>
  personalUrl({
    tenantId,
    roomId: booking.id,
    personId,
    expiresAt: joinWindow(booking).closesAt,
  });
