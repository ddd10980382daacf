import { wallClock } from "../../../clock.ts";
import { type Scope } from "../../../scope/scope.ts";
import { plus } from "../../../time.ts";

/** A page that was silent for longer is taken to be gone. */
const silenceMs = 12_000;

/** One page of a person in a room. */
export interface Seat {
  readonly roomId: string;
  readonly personId: string;
  readonly seatId: string;
}

/** What one page has to tell the other one, counted by the sender. */
export interface Signal {
  readonly to: string;
  readonly seq: number;
  readonly body: string;
}

/** The last signal a page has of another. */
export interface Heard {
  readonly from: string;
  readonly seq: number;
}

/** Takes the person's place in the room for a page, or says that it is still there. False when another page has it since. */
export async function keepSeat(
  scope: Scope,
  { roomId, personId, seatId }: Seat,
  isEntering: boolean,
): Promise<boolean> {
  const kept = await scope.sql`
    insert into room_seats as s (tenant_id, room_id, person_id, seat_id, seen_at)
    values (${scope.tenant.id}, ${roomId}, ${personId}, ${seatId}, ${wallClock()})
    on conflict (tenant_id, room_id, person_id) do update set seat_id = excluded.seat_id, seen_at = excluded.seen_at
    where s.seat_id = excluded.seat_id or ${isEntering}
    returning person_id`;
  if (isEntering) await forgetSignalsTo(scope, roomId, personId);
  return kept.length > 0;
}

/** Leaves the room, unless another page of the person is in it. */
export async function leaveSeat(scope: Scope, { roomId, personId, seatId }: Seat): Promise<void> {
  const left = await scope.sql`
    update room_seats set seat_id = null
    where tenant_id = ${scope.tenant.id} and room_id = ${roomId} and person_id = ${personId} and seat_id = ${seatId}
    returning person_id`;
  if (left.length > 0) await forgetSignalsTo(scope, roomId, personId);
}

/** The other person of a room: their page, while they are there, and whether they left of their own accord. */
export interface Other {
  readonly seat: Seat | null;
  readonly hasLeft: boolean;
}

/** Looks whether the other person is there. */
export async function findOther(scope: Scope, { roomId, personId }: Seat): Promise<Other> {
  const [other] = await scope.sql<Omit<Seat, "seatId"> & { seatId: string | null; isSilent: boolean }>`
    select room_id, person_id, seat_id, seen_at <= ${plus(wallClock(), -silenceMs)} as is_silent from room_seats
    where tenant_id = ${scope.tenant.id} and room_id = ${roomId} and person_id <> ${personId}
    limit 1`;
  if (!other || other.seatId === null) return { seat: null, hasLeft: other !== undefined };
  return { seat: other.isSilent ? null : { ...other, seatId: other.seatId }, hasLeft: false };
}

/** Leaves signals for the other's page; those for a page that is gone are dropped. */
export async function sendSignals(
  scope: Scope,
  from: Seat,
  to: Seat,
  signals: readonly Signal[],
): Promise<void> {
  for (const { seq, body } of signals.filter((signal) => signal.to === to.seatId)) {
    await scope.sql`
      insert into room_signals (tenant_id, room_id, to_person_id, to_seat_id, from_seat_id, seq, body,
        created_at)
      values (${scope.tenant.id}, ${from.roomId}, ${to.personId}, ${to.seatId}, ${from.seatId}, ${seq}, ${body},
        ${scope.now})
      on conflict do nothing`;
  }
}

/** What a page was told by another since what it heard last; that and what came before is forgotten. */
export async function takeSignals(
  scope: Scope,
  { roomId, seatId }: Seat,
  from: Seat,
  heard: Heard | null,
): Promise<Pick<Signal, "seq" | "body">[]> {
  const { id } = scope.tenant;
  const since = heard?.from === from.seatId ? heard.seq : 0;
  if (since > 0) {
    await scope.sql`
      delete from room_signals
      where tenant_id = ${id} and room_id = ${roomId} and to_seat_id = ${seatId} and from_seat_id = ${from.seatId}
        and seq <= ${since}`;
  }
  return scope.sql<Pick<Signal, "seq" | "body">>`
    select seq, body from room_signals
    where tenant_id = ${id} and room_id = ${roomId} and to_seat_id = ${seatId} and from_seat_id = ${from.seatId}
      and seq > ${since}
    order by seq limit 100`;
}

/** Whether people have begun to meet in the room. */
export async function isRoomUsed(scope: Scope, roomId: string): Promise<boolean> {
  const [seat] = await scope.sql`
    select 1 as found from room_seats where tenant_id = ${scope.tenant.id} and room_id = ${roomId} limit 1`;
  return seat !== undefined;
}

/** Forgets a room that has closed. */
export async function forgetRoom(scope: Scope, roomId: string): Promise<void> {
  await scope.sql`delete from room_signals where tenant_id = ${scope.tenant.id} and room_id = ${roomId}`;
  await scope.sql`delete from room_seats where tenant_id = ${scope.tenant.id} and room_id = ${roomId}`;
}

async function forgetSignalsTo(scope: Scope, roomId: string, personId: string): Promise<void> {
  await scope.sql`
    delete from room_signals
    where tenant_id = ${scope.tenant.id} and room_id = ${roomId} and to_person_id = ${personId}`;
}
