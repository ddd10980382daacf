import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Hold } from "../models/hold.ts";
import { holdsFor } from "../policy.ts";
import { assertLive } from "./lock-hold.ts";

/** A slot that is kept for the caller, with the price it was offered for. */
export interface KeptSlot {
  readonly id: string;
  readonly hostId: string;
  readonly offerId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly expiresAt: Date;
  readonly price: {
    readonly title: string;
    readonly minutes: number;
    readonly amountMinor: number;
    readonly currency: string;
  };
}

/** Reads a hold of the caller's that is still live. Somebody else's is not found, one that is over says so. */
export async function readHold(scope: Scope, id: string): Promise<KeptSlot> {
  const [hold] = await scope.read<Hold>`select * from ${Hold} h where id = ${id}`;
  if (!hold || !holdsFor(scope.actor, hold)) throw notFound();
  assertLive(scope, hold);
  const { hostId, offerId, startsAt, endsAt, expiresAt, title, minutes, amountMinor, currency } = hold;
  return {
    id,
    hostId,
    offerId,
    startsAt,
    endsAt,
    expiresAt,
    price: { title, minutes, amountMinor, currency },
  };
}
