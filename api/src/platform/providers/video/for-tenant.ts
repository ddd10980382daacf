import { createHmac } from "node:crypto";
import { wallClock } from "../../clock.ts";
import { type Scope } from "../../scope/scope.ts";
import { hours, plus } from "../../time.ts";
import { embeddedRooms } from "./local.ts";
import { type VideoProvider } from "./port.ts";

/** What somebody with a pass finds at a room's door. */
export type Admission =
  | { readonly state: "early"; readonly opensAt: Date }
  /** Over, called off, or never theirs. */
  | { readonly state: "over" | "cancelled" | "refused" }
  | {
      readonly state: "open";
      readonly otherName: string;
      /** One of the two makes the first step in connecting. */
      readonly isHost: boolean;
    };

/** Decides, each time a page asks, whether a person may be in a room; `isEntering` the first time. */
export type AdmitToRoom = (
  scope: Scope,
  person: { readonly roomId: string; readonly personId: string; readonly isEntering: boolean },
) => Promise<Admission>;

/** How this process lets people meet. */
export interface VideoSetup {
  readonly admit: AdmitToRoom;
  /** `stun:` and `turn:` addresses that help browsers behind routers find each other. */
  readonly iceUrls: readonly string[];
  /** The secret shared with the TURN server; null for one that asks for none. */
  readonly turnSecret: string | null;
}

let setup: VideoSetup | undefined;

/** Tells the process how people meet, once at the start. */
export function useVideo(chosen: VideoSetup): void {
  setup = chosen;
}

/** How this process lets people meet. */
export function videoSetup(): VideoSetup {
  if (!setup) throw new Error("useVideo was not called at the start of the process.");
  return setup;
}

/** Where a tenant's people meet. */
export const videoRooms = (): VideoProvider => embeddedRooms;

/** What a browser is told of servers that help it connect, with a name and password for some hours (draft-uberti-behave-turn-rest-00). */
export function iceServers(): readonly object[] {
  const { iceUrls, turnSecret } = videoSetup();
  if (iceUrls.length === 0) return [];
  if (turnSecret === null) return [{ urls: iceUrls }];
  const username = String(Math.floor(plus(wallClock(), hours(6)).getTime() / 1000));
  const credential = createHmac("sha1", turnSecret).update(username).digest("base64");
  return [{ urls: iceUrls, username, credential }];
}
