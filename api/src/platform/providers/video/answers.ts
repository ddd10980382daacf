import { z } from "zod";
import { type CircuitBreaker } from "../circuit-breaker.ts";
import { NoAnswer, type VendorAnswer } from "../vendor-call.ts";
import { VideoUnavailable } from "./port.ts";

const refusal = z.object({
  message: z.string().optional(),
  reason: z.string().optional(),
  info: z.string().optional(),
  error: z.string().optional(),
});

/** What a vendor says went wrong, in its own words. */
export function sentenceIn({ status, body }: VendorAnswer): string {
  const { message, reason, info, error } = refusal.safeParse(body).data ?? {};
  return (message ?? reason ?? info ?? error ?? `Answered ${status}.`).slice(0, 300);
}

/** A failure of a vendor as a value; anything else is thrown on. */
export function unavailable(failure: unknown): VideoUnavailable {
  if (failure instanceof VideoUnavailable) return failure;
  if (failure instanceof NoAnswer) return new VideoUnavailable(failure.message, { cause: failure });
  throw failure;
}

/** Runs a call under a breaker; whatever the vendor did wrong becomes `VideoUnavailable`. */
export const guarded = <Result>(
  breaker: CircuitBreaker,
  vendor: string,
  call: () => Promise<Result>,
): Promise<Result> =>
  breaker.run(
    () =>
      call().catch((failure: unknown) => {
        throw unavailable(failure);
      }),
    {
      refusal: () => new VideoUnavailable(`${vendor} failed several times in a row and is given a rest.`),
      isFault: (failure) => failure instanceof VideoUnavailable,
    },
  );
