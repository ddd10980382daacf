import { z } from "zod";
import { type Job, threePartJob } from "../../../platform/jobs/job.ts";
import { type ConnectedVideo, videoSetup } from "../../../platform/providers/video/for-tenant.ts";
import {
  type Meeting,
  type MeetingCommand,
  VideoUnavailable,
} from "../../../platform/providers/video/port.ts";
import { isRoomUsed } from "../../../platform/providers/video/room/seats.ts";
import { type CallOptions } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { plus } from "../../../platform/time.ts";
import { Booking } from "../models/booking.ts";
import { VideoRoom } from "../models/video-room.ts";
import { joinWindow } from "../rules/join-window.ts";
import { type Candidate, candidatesFor } from "./choose-provider.ts";
import { meetingOf, noMeeting } from "./sealed-meeting.ts";
import { type Arranged, type Failure, settleRemoval, settleRoom } from "./settle-room.ts";

/** What is to be told to providers: a meeting at this time, or none any more. */
export interface RoomOrder {
  readonly bookingId: string;
  readonly attempt: number;
  /** The meeting there is, with its provider. */
  readonly existing: (Arranged & { readonly connected: ConnectedVideo }) | null;
  /** Null when the session was called off. */
  readonly command: Omit<MeetingCommand, "host"> | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly candidates: readonly Candidate[];
}

/** What came of it. */
export interface RoomOutcome {
  /** Null is the embedded room. */
  readonly arranged: Arranged | null;
  readonly failures: readonly Failure[];
}

// Two providers, one after the other, each with its repeats.
const patienceMs = 12_000;

/**
 * Arranges a session's meeting with the tenant's video provider, moves it and takes it away. A provider that fails is passed
 * over for the next one; the embedded room is there whatever happens, and the session's link leads to wherever it takes place.
 */
export const arrangeRoom: Job = threePartJob<{ bookingId: string }, RoomOrder, RoomOutcome>({
  name: "scheduling.arrange_room",
  on: ["booking.confirmed", "booking.moved", "booking.cancelled", "booking.room_due"],
  payload: z.object({ bookingId: z.uuid() }),
  deadlineMs: patienceMs * 3,

  async prepare(scope, { bookingId }) {
    const [booking] = await scope.query(Booking).where({ id: bookingId });
    if (!booking) return null;
    const [room] = await scope.query(VideoRoom).where({ id: bookingId }).forUpdate();
    const existing = room ? await existingOf(scope, room) : null;
    if (booking.state === "cancelled")
      return room && existing ? begin(scope, booking, room, existing, []) : null;
    if (booking.state !== "confirmed" || booking.endsAt <= scope.now) return null;
    if (room?.isSettled && existing && isTold(room, booking)) return null;
    // People who have begun to meet stay where they are.
    if (!existing && (await isRoomUsed(scope, bookingId))) return null;
    const candidates = await candidatesFor(scope, booking);
    if (!existing && candidates.length === 0) return null;
    return begin(scope, booking, room ?? null, existing, candidates);
  },

  async call({ existing, command, candidates }, { signal }) {
    if (!command) {
      await existing?.connected.provider.cancel(existing.meeting.meetingId, { signal });
      return { arranged: null, failures: [] };
    }
    return arrange({ existing, command, candidates }, { signal });
  },

  async finish(scope, order, outcome) {
    await (order.command ? settleRoom(scope, order, outcome) : settleRemoval(scope, order));
  },
});

async function existingOf(scope: Scope, room: VideoRoom): Promise<RoomOrder["existing"]> {
  const meeting = meetingOf(room);
  const connected = room.connectionId && (await videoSetup().connections?.find(scope, room.connectionId));
  if (!meeting || !connected) return null;
  return { connected, connectionId: connected.connectionId, host: room.host, meeting };
}

const isTold = (room: VideoRoom, { startsAt, endsAt }: Booking): boolean =>
  room.startsAt.getTime() === startsAt.getTime() && room.endsAt.getTime() === endsAt.getTime();

/** Keeps what is going to be asked before it is asked, so that a repeat after a crash knows of it. */
async function begin(
  scope: Scope,
  booking: Booking,
  room: VideoRoom | null,
  existing: RoomOrder["existing"],
  candidates: readonly Candidate[],
): Promise<RoomOrder> {
  const { id, state, startsAt, endsAt } = booking;
  const [first] = candidates;
  const kept = existing ?? (first ? { connectionId: first.connected.connectionId, host: first.host } : null);
  const attempt = (room?.attempt ?? 0) + 1;
  const columns = {
    connectionId: kept?.connectionId ?? null,
    host: kept?.host ?? null,
    startsAt,
    endsAt,
    attempt,
    isSettled: false,
    // A meeting of a provider that is no longer connected is out of reach.
    ...(!existing && noMeeting),
  };
  if (room) await scope.query(VideoRoom).where({ id }).patch(columns);
  else await scope.query(VideoRoom).insert({ id, ...columns });
  return {
    bookingId: id,
    attempt,
    existing,
    command: state === "cancelled" ? null : commandOf(scope, booking, room !== null),
    startsAt,
    endsAt,
    candidates,
  };
}

/** Providers know the wall clock alone; a sandbox's sessions lie where its clock will show their time. */
function commandOf(
  { tenant }: Scope,
  { id, title, startsAt, endsAt }: Booking,
  isRepeat: boolean,
): Omit<MeetingCommand, "host"> {
  const onTheWall = (at: Date) => plus(at, -tenant.clockOffsetMs);
  const { closesAt } = joinWindow({ startsAt, endsAt });
  return {
    roomId: id,
    title,
    startsAt: onTheWall(startsAt),
    endsAt: onTheWall(endsAt),
    closesAt: onTheWall(closesAt),
    isRepeat,
  };
}

async function arrange(
  {
    existing,
    command,
    candidates,
  }: Pick<RoomOrder, "existing" | "candidates"> & { command: Omit<MeetingCommand, "host"> },
  { signal }: CallOptions,
): Promise<RoomOutcome> {
  const failures: Failure[] = [];
  const attempt = async (
    { connectionId }: ConnectedVideo,
    host: string | null,
    ask: (whole: MeetingCommand, options: CallOptions) => Promise<Meeting>,
  ): Promise<RoomOutcome | null> => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    try {
      const meeting = await ask({ ...command, host }, { signal: limit });
      return { arranged: { connectionId, host, meeting }, failures };
    } catch (refusal) {
      // A worker that is told to stop has not tried in earnest.
      if (!(refusal instanceof VideoUnavailable) || signal.aborted) throw refusal;
      failures.push({ connectionId, reason: refusal.message });
      return null;
    }
  };
  if (existing) {
    const { connected, host, meeting } = existing;
    const moved = await attempt(connected, host, (whole, options) =>
      connected.provider.move(meeting, whole, options),
    );
    if (moved) return moved;
  }
  for (const { connected, host } of candidates) {
    if (connected.connectionId === existing?.connectionId) continue;
    const made = await attempt(connected, host, (whole, options) =>
      connected.provider.arrange(whole, options),
    );
    if (made) return made;
  }
  return { arranged: null, failures };
}
