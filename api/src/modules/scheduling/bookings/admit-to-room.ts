import { type AdmitToRoom } from "../../../platform/providers/video/for-tenant.ts";
import { forgetRoom } from "../../../platform/providers/video/room/seats.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { z } from "zod";
import { readMember } from "../../identity/index.ts";
import { Booking } from "../models/booking.ts";
import { addressOf, findEntry, isEmbedded } from "../rooms/enter-room.ts";
import { joinWindow, roomState } from "../rules/join-window.ts";

/** Lets a session's client and host into its room while it is open; nobody else is told anything of it. */
export const admitToRoom: AdmitToRoom = async (scope, { roomId, personId, isEntering }) => {
  const [booking] = await scope.read<Booking>`
    select id, client_id, host_id, state, starts_at, ends_at from ${Booking} b
    where b.id = ${roomId} and (client_id = ${personId} or host_id = ${personId})`;
  const person = booking ? await readMember(scope, personId) : null;
  if (!booking || person?.status !== "active") return { state: "refused" };
  if (booking.state === "cancelled") return { state: "cancelled" };
  if (booking.state !== "confirmed") return { state: booking.state === "pending" ? "refused" : "over" };
  const { opensAt, closesAt } = joinWindow(booking);
  const state = roomState(booking, scope.now);
  if (state === "early") return { state, opensAt };
  if (state === "over") return { state };
  const entry = await findEntry(scope, booking, personId);
  if (!isEmbedded(entry)) {
    return {
      state: "away",
      provider: entry.provider.name,
      open: (options) => addressOf(entry, options),
    };
  }
  if (isEntering) await setTimer(scope, { name: forgetClosedRoom.name, subjectId: roomId, dueAt: closesAt });
  const isHost = booking.hostId === personId;
  const other = await readMember(scope, isHost ? booking.clientId : booking.hostId);
  return { state: "open", otherName: other?.name ?? "", isHost };
};

/** Forgets who was in a room, and what their pages told each other, once it has closed. */
export const forgetClosedRoom = timer({
  name: "scheduling.forget_room",
  payload: z.object({}),
  run: (scope, { subjectId }) => forgetRoom(scope, subjectId),
});
