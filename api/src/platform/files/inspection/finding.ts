/** Why a file is refused after a look inside. */
export type Refusal =
  /** Broken, or not put together as its kind is: sizes that lie, bytes that belong to nothing, a second kind hidden in it. */
  | "damaged"
  /** Locked, or packed in a way that cannot be looked into. */
  | "sealed"
  /** Unpacks to more than anybody needs, or to too many pieces, or too deep. */
  | "too_much"
  /** Can run something, or carries other files along. */
  | "active"
  /** Its pieces would be written outside the folder it is unpacked in. */
  | "escaping";

/** What a look inside a file came to. */
export type Inspection =
  | { readonly state: "sound" }
  | { readonly state: "infected"; readonly finding: string }
  | { readonly state: "refused"; readonly reason: Refusal };

/** Ends the inspection of a file that is refused. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Ends the inspection of a file in which malware was found. */
export class Infected extends Error {
  override readonly name = "Infected";
}
