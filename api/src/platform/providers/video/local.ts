import { apiUrl } from "../../addresses.ts";
import { signToken, verifyToken } from "../../secrets.ts";
import { type RoomPass, type VideoProvider } from "./port.ts";

const purpose = "room";

/** Where a room is: the same address for everybody, which opens for nobody without a pass, whichever provider answers behind it. */
export const roomUrl = (roomId: string): string => `${apiUrl()}/meet/${roomId}`;

/** The address that lets one person into a room until a moment of business time. */
export const personalUrl = ({ tenantId, roomId, personId, expiresAt }: RoomPass): string =>
  // After the `#`, which no server and no referrer ever sees.
  `${roomUrl(roomId)}#${signToken(purpose, { tenantId, subject: `${roomId}.${personId}`, expiresAt })}`;

/** The embedded room for two: their browsers are connected to each other, and nothing of what they say or show passes through here. */
export const embeddedRooms: VideoProvider = {
  name: "local",
  mostPeople: 2,
  hosts: [],
  arrange: async ({ roomId }) => roomOf(roomId),
  move: async (_meeting, { roomId }) => roomOf(roomId),
  cancel: async () => {},
  enter: async (_meeting, pass) => personalUrl(pass),
};

const roomOf = (roomId: string) => ({
  meetingId: roomId,
  hostUrl: roomUrl(roomId),
  guestUrl: roomUrl(roomId),
});

/** The pass behind a token, whether it has expired or not, as that is a matter of its tenant's clock; null when it was not made here. */
export function readRoomPass(token: string): RoomPass | null {
  const signed = verifyToken(purpose, token, new Date(0));
  const [roomId, personId] = signed?.subject.split(".") ?? [];
  if (!signed || !roomId || !personId) return null;
  return { tenantId: signed.tenantId, roomId, personId, expiresAt: signed.expiresAt };
}
