import { type Client } from "./client.ts";
import { type Contract } from "./contract.ts";
import { type CallOptions } from "./wire.ts";

/** How far a sandbox's clock has come; `pending` and `failed` count what is not worked off. */
export type ClockAdvance = Contract["sandbox"]["clock"]["output"];

/** A clock that stands still although it was asked on: something that is due cannot be worked off. */
export class ClockStuck extends Error {
  override readonly name = "ClockStuck";
  /** The last answer. */
  readonly advance: ClockAdvance;

  constructor(advance: ClockAdvance) {
    const { now, to, pending, failed } = advance;
    super(`The clock stands at ${now} on its way to ${to}: ${pending} things are pending, ${failed} failed.`);
    this.advance = advance;
  }
}

/** How an advance is watched. */
export interface AdvanceOptions extends Pick<CallOptions, "signal"> {
  /** Sees each answer on the way. */
  readonly onAdvance?: (advance: ClockAdvance) => void;
}

const mostStandstills = 3;

/**
 * Moves the clock of a sandbox forward, asking as often as it takes until everything due before that moment is done. Answers the last
 * answer, in which `failed` counts what will be tried again by itself. Rejects with `ClockStuck` when three answers bring nothing new.
 */
export async function advanceClock(
  { sandbox }: Pick<Client, "sandbox">,
  to: Date | string,
  { signal, onAdvance }: AdvanceOptions = {},
): Promise<ClockAdvance> {
  const moment = new Date(to).toISOString();
  let standstills = 0;
  let before: ClockAdvance | null = null;
  for (;;) {
    const advance: ClockAdvance = await sandbox.clock({ to: moment }, { signal });
    onAdvance?.(advance);
    if (advance.now === advance.to) return advance;
    const isSame = before?.now === advance.now && before.pending <= advance.pending;
    standstills = isSame ? standstills + 1 : 0;
    if (standstills >= mostStandstills) throw new ClockStuck(advance);
    before = advance;
  }
}
