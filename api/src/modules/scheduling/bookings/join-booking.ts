import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { addressOf, findEntry, type RoomEntry } from "../rooms/enter-room.ts";
import { joinWindow, roomState } from "../rules/join-window.ts";
import { readBooking } from "./read-booking.ts";

interface PreparedJoin {
  readonly entry: RoomEntry;
  readonly opensAt: string;
  readonly closesAt: string;
}

export const joinBooking = threePartOperation({
  summary:
    "Opens the room of a session to its client and host, from 15 minutes before the start; at a video provider the host gets the host's address.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({
    url: z.url(),
    /** Where it takes place: `local` is the built-in room. */
    provider: z.string(),
    opensAt: z.iso.datetime(),
    closesAt: z.iso.datetime(),
  }),
  async prepare(scope, { id }): Promise<PreparedJoin> {
    const { booking, party } = await readBooking(scope, id);
    if (party !== "client" && party !== "provider") throw notFound();
    const { state, meetingLink } = booking;
    if (state !== "confirmed" || meetingLink === null) throw failure("scheduling.not_confirmed", { state });
    const opensAt = joinWindow(booking).opensAt.toISOString();
    const closesAt = joinWindow(booking).closesAt.toISOString();
    const room = roomState(booking, scope.now);
    if (room === "early") throw failure("scheduling.room_not_open", { opensAt });
    if (room === "over") throw failure("scheduling.room_closed");
    const personId = party === "client" ? booking.clientId : booking.hostId;
    return { entry: await findEntry(scope, booking, personId), opensAt, closesAt };
  },
  call: ({ entry }, options) => addressOf(entry, options),
  finish: async (_scope, { entry, opensAt, closesAt }, url) => ({
    url,
    provider: entry.provider.name,
    opensAt,
    closesAt,
  }),
});
