import { videoSetup } from "../../../platform/providers/video/for-tenant.ts";
import { embeddedRooms, roomUrl } from "../../../platform/providers/video/local.ts";
import { type Meeting, type RoomPass, type VideoProvider } from "../../../platform/providers/video/port.ts";
import { type CallOptions } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Booking } from "../models/booking.ts";
import { VideoRoom } from "../models/video-room.ts";
import { joinWindow } from "../rules/join-window.ts";
import { meetingOf } from "./sealed-meeting.ts";

/** Where a session takes place, and who is let in. */
export interface RoomEntry {
  readonly provider: VideoProvider;
  readonly meeting: Meeting;
  readonly person: RoomPass & { readonly isHost: boolean };
}

/** Finds where a session takes place: with the provider it was arranged with, or in the embedded room. Whether the person may enter, the caller has decided. */
export async function findEntry(
  scope: Scope,
  booking: Pick<Booking, "id" | "hostId" | "startsAt" | "endsAt">,
  personId: string,
): Promise<RoomEntry> {
  const { id, hostId } = booking;
  const [room] = await scope.read<VideoRoom>`select * from ${VideoRoom} r where id = ${id}`;
  const meeting = room ? meetingOf(room) : null;
  const connected =
    meeting && room?.connectionId ? await videoSetup().connections?.find(scope, room.connectionId) : null;
  const person = {
    tenantId: scope.tenant.id,
    roomId: id,
    personId,
    expiresAt: joinWindow(booking).closesAt,
    isHost: personId === hostId,
  };
  if (meeting && connected) return { provider: connected.provider, meeting, person };
  const here = { meetingId: id, hostUrl: roomUrl(id), guestUrl: roomUrl(id) };
  return { provider: embeddedRooms, meeting: here, person };
}

/** Whether the session takes place in the embedded room. */
export const isEmbedded = ({ provider }: RoomEntry): boolean => provider === embeddedRooms;

/** The address that lets the person in; asks the provider where it must. */
export const addressOf = ({ provider, meeting, person }: RoomEntry, options: CallOptions): Promise<string> =>
  provider.enter(meeting, person, options);
