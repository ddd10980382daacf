import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { joinWindow, roomState } from "../rules/join-window.ts";
import { personalMeetingLink } from "./meeting-link.ts";
import { readBooking } from "./read-booking.ts";

export const joinBooking = operation({
  summary: "Opens the room of a session to its client and host, from 15 minutes before the start.",
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ url: z.url(), opensAt: z.iso.datetime(), closesAt: z.iso.datetime() }),
  async run(scope, { id }) {
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
    return { url: personalMeetingLink(scope.tenant.id, booking, personId), opensAt, closesAt };
  },
});
