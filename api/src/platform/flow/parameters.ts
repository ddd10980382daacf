import { z } from "zod";
import { type AnyFlow } from "./definition.ts";

/** The schema of a tenant's settings for a flow: every number within its bounds, the default where none is set. */
export function parametersSchema(flow: Pick<AnyFlow, "parameters">) {
  const fields = Object.entries(flow.parameters).map(
    ([name, { default: value, min, max }]) => [name, z.int().min(min).max(max).default(value)] as const,
  );
  return z.strictObject(Object.fromEntries(fields));
}
