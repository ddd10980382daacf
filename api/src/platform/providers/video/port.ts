/** Rooms in which people meet and see each other. */
export interface VideoProvider {
  /** Shown in health and in the admin app, such as `local` or `zoom`. */
  readonly name: string;
  /** How many may be in one room; larger groups need another provider. */
  readonly mostPeople: number;
  /** Where a room is: the same address for everybody, which opens for nobody without a pass. */
  roomUrl(roomId: string): string;
  /** The address that lets one person in until a moment of business time. */
  personalUrl(pass: RoomPass): string;
}

/** Who may enter which room until when. */
export interface RoomPass {
  readonly tenantId: string;
  readonly roomId: string;
  readonly personId: string;
  readonly expiresAt: Date;
}
