import { apiUrl } from "../../../platform/addresses.ts";

/** Where a session takes place: the built-in room, which lets in whoever may join the booking. */
export const meetingLinkOf = (bookingId: string): string => `${apiUrl()}/meet/${bookingId}`;
