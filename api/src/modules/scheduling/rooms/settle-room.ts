import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { videoFailedTask } from "../../../platform/providers/video/for-tenant.ts";
import { type Meeting } from "../../../platform/providers/video/port.ts";
import { isRoomUsed } from "../../../platform/providers/video/room/seats.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Booking } from "../models/booking.ts";
import { VideoRoom } from "../models/video-room.ts";
import { type RoomOrder, type RoomOutcome } from "./arrange-room.ts";
import { columnsOf, noMeeting } from "./sealed-meeting.ts";

/** A meeting and where it is. */
export interface Arranged {
  readonly connectionId: string;
  readonly host: string | null;
  readonly meeting: Meeting;
}

/** A provider that gave no meeting. */
export interface Failure {
  readonly connectionId: string;
  readonly reason: string;
}

/** Keeps what providers answered. Two attempts at once end in one meeting: what is one too many is taken away again. */
export async function settleRoom(
  scope: Scope,
  order: RoomOrder,
  { arranged, failures }: RoomOutcome,
): Promise<void> {
  const { bookingId, attempt } = order;
  for (const { connectionId, reason } of failures) {
    const params = { reason };
    await openOperatorTask(scope, { kind: videoFailedTask, subjectId: connectionId, params });
  }
  const [room] = await scope.query(VideoRoom).where({ id: bookingId }).forUpdate();
  const isLast = room?.attempt === attempt;
  // People who have begun to meet in the embedded room stay there.
  const isLate = room?.meetingId === null && (await isRoomUsed(scope, bookingId));
  if (!room || isLate || (!isLast && (room.meetingId !== null || !arranged))) {
    if (arranged && arranged.meeting.meetingId !== room?.meetingId) await takeAway(scope, arranged);
    if (room && !isLast) await announce(scope, "booking.room_due", { bookingId });
    return;
  }
  const { connectionId, meetingId } = room;
  if (meetingId !== null && connectionId !== null && meetingId !== arranged?.meeting.meetingId)
    await takeAway(scope, { connectionId, meeting: { meetingId } });
  await scope
    .query(VideoRoom)
    .where({ id: bookingId })
    .patch({
      connectionId: arranged?.connectionId ?? null,
      host: arranged?.host ?? null,
      ...(arranged ? columnsOf(scope.tenant.id, bookingId, arranged.meeting) : noMeeting),
      isSettled: isLast,
    });
  if (!isLast || (await hasChanged(scope, order))) await announce(scope, "booking.room_due", { bookingId });
}

/** Forgets a meeting that was taken away. */
export async function settleRemoval(scope: Scope, { bookingId, attempt }: RoomOrder): Promise<void> {
  const forgotten = await scope.query(VideoRoom).where({ id: bookingId, attempt }).delete();
  if (forgotten === 0) await announce(scope, "booking.room_due", { bookingId });
}

/** Whether the session was moved or called off while the provider was asked. */
async function hasChanged(scope: Scope, { bookingId, startsAt }: RoomOrder): Promise<boolean> {
  const [booking] = await scope.query(Booking).where({ id: bookingId });
  return booking?.state === "cancelled" || booking?.startsAt.getTime() !== startsAt.getTime();
}

const takeAway = (
  scope: Scope,
  { connectionId, meeting: { meetingId } }: { connectionId: string; meeting: Pick<Meeting, "meetingId"> },
): Promise<void> => announce(scope, "video.meeting_surplus", { connectionId, meetingId });
