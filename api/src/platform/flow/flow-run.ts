import { type Scope } from "../scope/scope.ts";
import { type Moments } from "./expression.ts";
import { type Instance } from "./instance.ts";
import { type LoadedFlow } from "./load.ts";
import { type Request } from "./request.ts";

/** One request to an instance while it is carried out. Effects may move its moments and its price. */
export class FlowRun {
  readonly scope: Scope;
  readonly id: string;
  readonly loaded: LoadedFlow;
  readonly instance: Instance;
  readonly request: Request;
  /** What the caller knows beside the request, such as the payment behind an event; the module's own business. */
  readonly along: unknown;
  #moments: Moments;
  #priceMinor: number;

  constructor(
    {
      scope,
      id,
      loaded,
      instance,
      request,
      along,
    }: Pick<FlowRun, "scope" | "id" | "loaded" | "instance" | "request" | "along">,
    moments: Moments,
  ) {
    this.scope = scope;
    this.id = id;
    this.loaded = loaded;
    this.instance = instance;
    this.request = request;
    this.along = along;
    this.#moments = moments;
    this.#priceMinor = instance.priceMinor;
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
