import { type z } from "zod";
import { type EventName } from "../outbox/announce.ts";
import { type CallOptions } from "../rpc/operation.ts";
import { type Scope } from "../scope/scope.ts";

/**
 * Work done after the answer. The run is one transaction in the tenant, and its effect happens once per job id even when the
 * job runs twice. A job that must reach the outside has three parts, like an operation.
 */
export type Job<Payload = unknown> = SimpleJob<Payload> | ThreePartJob<Payload, unknown, unknown>;

interface JobBase<Payload> {
  /** `module.verb_noun`. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** The events that start it, their fact being the payload. */
  readonly on?: readonly EventName[];
  /** Attempts before it is kept as failed and an operator task is opened; 10 when not given. */
  readonly attempts?: number;
  /** Somebody waits for it: it goes ahead of whatever else is in the queue, such as a thousand webhooks to a slow server. */
  readonly isUrgent?: boolean;
}

export interface SimpleJob<Payload> extends JobBase<Payload> {
  readonly run: (scope: Scope, payload: Payload) => Promise<void>;
}

/** What the call of a job may use beside its deadline. */
export interface JobCallOptions extends CallOptions {
  /** The same for every run of this job: a provider that gets it twice does its work once. */
  readonly key: string;
}

export interface ThreePartJob<Payload, Prepared, Outcome> extends JobBase<Payload> {
  /**
   * Decides what to send, and stores what must be known of it. Runs again after a crash, so it finds what it stored. Answers
   * null when there is nothing to do (any more).
   */
  readonly prepare: (scope: Scope, payload: Payload) => Promise<Prepared | null>;
  /** May run again after a crash between it and `finish`: what it sends carries the key, or one stored by `prepare`. */
  readonly call: (prepared: Prepared, options: JobCallOptions) => Promise<Outcome>;
  readonly finish: (scope: Scope, prepared: Prepared, outcome: Outcome) => Promise<void>;
  readonly deadlineMs?: number;
}

/** Declares a job of one transaction. */
export const job = <Payload>(definition: SimpleJob<Payload>): Job => definition as unknown as Job;

/** Declares a job that waits for the outside. */
export const threePartJob = <Payload, Prepared, Outcome>(
  definition: ThreePartJob<Payload, Prepared, Outcome>,
): Job => definition as unknown as Job;
