import { type ConnectedVideo, videoSetup } from "../../../platform/providers/video/for-tenant.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Booking } from "../models/booking.ts";
import { VideoRoom } from "../models/video-room.ts";
import { joinWindow } from "../rules/join-window.ts";

/** A provider that can be asked for a session's meeting, and the host it would be for. */
export interface Candidate {
  readonly connected: ConnectedVideo;
  /** Null where nobody has to host a meeting. */
  readonly host: string | null;
}

/** The providers that have room for a session, in the order they are to be asked. Choices of one tenant are made one at a time. */
export async function candidatesFor(scope: Scope, booking: Booking): Promise<Candidate[]> {
  const connections = (await videoSetup().connections?.list(scope)) ?? [];
  if (connections.some(({ provider }) => provider.hosts.length > 0)) {
    await scope.sql`select pg_advisory_xact_lock(hashtextextended(${`video hosts ${scope.tenant.id}`}, 0))`;
  }
  const candidates: Candidate[] = [];
  for (const connected of connections) {
    const { hosts } = connected.provider;
    const busy = hosts.length > 0 ? await busyHosts(scope, connected, booking) : [];
    const host = hosts.find((each) => !busy.includes(each)) ?? null;
    if (host !== null || hosts.length === 0) candidates.push({ connected, host });
  }
  return candidates;
}

/** A host's meetings may not run into each other, from when a room opens; one coach's sessions never do. */
async function busyHosts(
  scope: Scope,
  { connectionId }: ConnectedVideo,
  { id, hostId, startsAt, endsAt }: Booking,
): Promise<string[]> {
  const { opensAt } = joinWindow({ startsAt, endsAt });
  const early = startsAt.getTime() - opensAt.getTime();
  const rows = await scope.read<{ host: string }>`
    select r.host from ${VideoRoom} r join ${Booking} b on b.id = r.id
    where r.connection_id = ${connectionId} and r.host is not null and r.id <> ${id} and b.host_id <> ${hostId}
      and r.ends_at > ${opensAt} and r.starts_at < ${new Date(endsAt.getTime() + early)}`;
  return rows.map(({ host }) => host);
}
