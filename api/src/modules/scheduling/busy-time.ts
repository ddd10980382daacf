import { type Scope } from "../../platform/scope/scope.ts";
import { BusySpan, type BusyState } from "./models/busy-span.ts";

/** Turns the time a hold or booking takes into that of its next state. */
export async function keepTime(scope: Scope, bookingId: string, state: BusyState): Promise<void> {
  await scope.query(BusySpan).where({ bookingId }).patch({ state });
}

/** Gives the time of a hold or booking back. */
export async function freeTime(scope: Scope, bookingId: string): Promise<void> {
  await scope.query(BusySpan).where({ bookingId }).delete();
}
