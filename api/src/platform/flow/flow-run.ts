import { type Scope } from "../scope/scope.ts";
import { type Moments, type Parameters } from "./expression.ts";
import { type FlowInstance, storedMoments } from "./flow-instance.ts";
import { type Position } from "./instance.ts";
import { type Request } from "./request.ts";

/** One request to an order while it is decided and carried out. Effects may move its moments and its price. */
export class FlowRun {
  readonly scope: Scope;
  readonly id: string;
  /** Where the order stood before. */
  readonly position: Position;
  /** Steps taken before. */
  readonly revision: number;
  /** The tenant's numbers as they were when the order was placed. */
  readonly parameters: Parameters;
  readonly request: Request;
  /** What the caller knows beside the request, such as the payment behind an event; the module's own business. */
  readonly along: unknown;
  #moments: Moments;
  #priceMinor: number;

  constructor(scope: Scope, row: FlowInstance, { request, along }: Pick<FlowRun, "request" | "along">) {
    this.scope = scope;
    this.id = row.id;
    this.position = { state: row.state, regions: row.regions };
    this.revision = row.revision;
    this.parameters = row.parameters;
    this.request = request;
    this.along = along;
    this.#moments = storedMoments(row);
    this.#priceMinor = row.priceMinor;
  }

  /** The instants as effects have left them so far. */
  get moments(): Moments {
    return this.#moments;
  }

  get priceMinor(): number {
    return this.#priceMinor;
  }

  /** Moves instants that timers and windows are measured from. */
  setMoments(moments: Moments): void {
    this.#moments = { ...this.#moments, ...moments };
  }

  /** Changes what a payment to come will fund. */
  setPrice(minor: number): void {
    this.#priceMinor = minor;
  }
}
