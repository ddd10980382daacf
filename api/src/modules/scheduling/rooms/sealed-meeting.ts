import { type Meeting } from "../../../platform/providers/video/port.ts";
import { open, seal } from "../../../platform/secrets.ts";
import { type VideoRoom } from "../models/video-room.ts";

// Whoever holds such an address gets in: it stands sealed in the row.
const bindingOf = (tenantId: string, roomId: string, side: "host" | "guest") => ({
  tenantId,
  purpose: `scheduling.${side}_url`,
  subject: roomId,
});

/** The columns that hold a meeting. */
export const columnsOf = (tenantId: string, roomId: string, { meetingId, hostUrl, guestUrl }: Meeting) => ({
  meetingId,
  hostUrlSealed: seal(hostUrl, bindingOf(tenantId, roomId, "host")),
  guestUrlSealed: seal(guestUrl, bindingOf(tenantId, roomId, "guest")),
});

/** The columns of a room without a meeting. */
export const noMeeting = { meetingId: null, hostUrlSealed: null, guestUrlSealed: null } as const;

/** The meeting of a room; null when there is none. */
export function meetingOf({
  tenantId,
  id,
  meetingId,
  hostUrlSealed,
  guestUrlSealed,
}: VideoRoom): Meeting | null {
  if (meetingId === null || hostUrlSealed === null || guestUrlSealed === null) return null;
  return {
    meetingId,
    hostUrl: open(hostUrlSealed, bindingOf(tenantId, id, "host")),
    guestUrl: open(guestUrlSealed, bindingOf(tenantId, id, "guest")),
  };
}
