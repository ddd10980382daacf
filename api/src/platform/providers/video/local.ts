import { apiUrl } from "../../addresses.ts";
import { signToken, verifyToken } from "../../secrets.ts";
import { type RoomPass, type VideoProvider } from "./port.ts";

const purpose = "room";

/** The embedded room for two: their browsers are connected to each other, and nothing of what they say or show passes through here. */
export const embeddedRooms: VideoProvider = {
  name: "local",
  mostPeople: 2,
  roomUrl: (roomId) => `${apiUrl()}/meet/${roomId}`,
  // After the `#`, which no server and no referrer ever sees.
  personalUrl: ({ tenantId, roomId, personId, expiresAt }) =>
    `${apiUrl()}/meet/${roomId}#${signToken(purpose, { tenantId, subject: `${roomId}.${personId}`, expiresAt })}`,
};

/** The pass behind a token, whether it has expired or not, as that is a matter of its tenant's clock; null when it was not made here. */
export function readRoomPass(token: string): RoomPass | null {
  const signed = verifyToken(purpose, token, new Date(0));
  const [roomId, personId] = signed?.subject.split(".") ?? [];
  if (!signed || !roomId || !personId) return null;
  return { tenantId: signed.tenantId, roomId, personId, expiresAt: signed.expiresAt };
}
