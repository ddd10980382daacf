import { videoRooms } from "../../../platform/providers/video/for-tenant.ts";
import { joinWindow } from "../rules/join-window.ts";

/** Where a session takes place: the built-in room, which lets in whoever may join the booking and shows a pass for it. */
export const meetingLinkOf = (bookingId: string): string => videoRooms().roomUrl(bookingId);

/** The link that lets one of a session's two people in, from when its room opens until it closes. */
export const personalMeetingLink = (
  tenantId: string,
  booking: { readonly id: string; readonly startsAt: Date; readonly endsAt: Date },
  personId: string,
): string =>
  videoRooms().personalUrl({
    tenantId,
    roomId: booking.id,
    personId,
    expiresAt: joinWindow(booking).closesAt,
  });
