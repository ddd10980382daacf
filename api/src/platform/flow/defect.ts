/** Mistakes in names, versions, arguments, parameters and shares. */
export type WordCheck =
  | "bad_version"
  | "bad_name"
  | "duplicate_name"
  | "unknown_name"
  | "bad_arguments"
  | "bad_parameter"
  | "bad_share";

/** Mistakes in the ways through a flow. */
export type PathCheck =
  | "unreachable"
  | "stuck"
  | "timer_cycle"
  | "timer_mismatch"
  | "never_taken"
  | "bad_end";

/** Mistakes about what comes from outside. */
export type EventCheck = "event_undefined" | "event_contradicted" | "event_while_frozen";

/** Mistakes in what goes on beside the main course. */
export type RegionCheck = "region_end" | "region_shape" | "region_escrow";

/** Mistakes about the money an order holds. */
export type EscrowCheck = "escrow_left" | "escrow_overdrawn" | "escrow_empty" | "escrow_funded_twice";

/** The kinds of mistakes `checkFlow` finds. */
export type Check = WordCheck | PathCheck | EventCheck | RegionCheck | EscrowCheck;

/** One reason why a flow must not run: what was checked, where it failed, and what is wrong there. */
export interface Defect {
  readonly check: Check;
  /** A path such as "dispute.transitions.rule". */
  readonly at: string;
  readonly message: string;
}
