import { createHmac } from "node:crypto";
import { wallClock } from "../../clock.ts";
import { type CallOptions } from "../../rpc/operation.ts";
import { type Scope } from "../../scope/scope.ts";
import { hours, plus } from "../../time.ts";
import { embeddedRooms } from "./local.ts";
import { type VideoProvider } from "./port.ts";

/** What somebody with a pass finds at a room's door. */
export type Admission =
  | { readonly state: "early"; readonly opensAt: Date }
  /** Over, called off, or never theirs. */
  | { readonly state: "over" | "cancelled" | "refused" }
  /** It takes place with a provider, whose address for the person is asked for outside any transaction. */
  | {
      readonly state: "away";
      readonly provider: string;
      readonly open: (options: CallOptions) => Promise<string>;
    }
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

/** A tenant's account at a video provider. */
export interface ConnectedVideo {
  readonly connectionId: string;
  readonly provider: VideoProvider;
}

/** Video providers that tenants connected themselves. */
export interface VideoConnections {
  /** In the order they are to be asked. */
  list(scope: Scope): Promise<readonly ConnectedVideo[]>;
  /** The one of a meeting that was arranged; null when it is no longer connected. */
  find(scope: Scope, connectionId: string): Promise<ConnectedVideo | null>;
}

/** The operator task that says that a connected provider gave no room; its subject is the connection. */
export const videoFailedTask = "video.provider_failed";

/** How this process lets people meet. */
export interface VideoSetup {
  readonly admit: AdmitToRoom;
  /** Null until tenants can connect providers. */
  readonly connections: VideoConnections | null;
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

/** The name of the provider for tenants without a connection of their own, for health. */
export const videoProviderName = (): string => embeddedRooms.name;

/** The name of the provider that a tenant's new meetings go to. */
export async function videoProviderNameOf(scope: Scope): Promise<string> {
  const [first] = (await videoSetup().connections?.list(scope)) ?? [];
  return first?.provider.name ?? embeddedRooms.name;
}

/** What a browser is told of servers that help it connect, with a name and password for some hours (draft-uberti-behave-turn-rest-00). */
export function iceServers(): readonly object[] {
  const { iceUrls, turnSecret } = videoSetup();
  if (iceUrls.length === 0) return [];
  if (turnSecret === null) return [{ urls: iceUrls }];
  const username = String(Math.floor(plus(wallClock(), hours(6)).getTime() / 1000));
  const credential = createHmac("sha1", turnSecret).update(username).digest("base64");
  return [{ urls: iceUrls, username, credential }];
}
