import { type CallOptions } from "../../rpc/operation.ts";

/** A meeting to be arranged. Asked for again with the same `roomId` it is the same meeting. Times are of the wall clock. */
export interface MeetingCommand {
  readonly roomId: string;
  /** What the meeting is called; no personal data. */
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When the room has closed. */
  readonly closesAt: Date;
  /** Which of the provider's hosts it is for; null where nobody has to host it. */
  readonly host: string | null;
  /** It may have been asked for before without an answer having come. */
  readonly isRepeat: boolean;
}

/** A meeting as the provider knows it. The addresses are secrets of the two sides. */
export interface Meeting {
  readonly meetingId: string;
  readonly hostUrl: string;
  readonly guestUrl: string;
}

/** Rooms in which people meet and see each other. Every call but `enter` throws `VideoUnavailable` when it came to nothing. */
export interface VideoProvider {
  /** Shown in health and in the admin app, such as `local` or `zoom`. */
  readonly name: string;
  /** How many may be in one room; larger groups need another provider. */
  readonly mostPeople: number;
  /** The provider's users, each of whom hosts one meeting at a time; empty where any number takes place at once. */
  readonly hosts: readonly string[];
  arrange(command: MeetingCommand, options: CallOptions): Promise<Meeting>;
  /** Changes the times of a meeting; one that is gone is arranged anew. */
  move(meeting: Meeting, command: MeetingCommand, options: CallOptions): Promise<Meeting>;
  /** Takes a meeting away; one that is gone already stays so. */
  cancel(meetingId: string, options: CallOptions): Promise<void>;
  /** The address that lets one person in at this moment. Without an answer from the provider it is the one known since arranging. */
  enter(
    meeting: Meeting,
    person: RoomPass & { readonly isHost: boolean },
    options: CallOptions,
  ): Promise<string>;
}

/** Who may enter which room until when. */
export interface RoomPass {
  readonly tenantId: string;
  readonly roomId: string;
  readonly personId: string;
  readonly expiresAt: Date;
}

/** The provider could not be asked, or refused. */
export class VideoUnavailable extends Error {
  override readonly name = "VideoUnavailable";
}
