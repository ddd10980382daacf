import { sample } from "openapi-sampler";
import { z } from "zod";

/** A value as the schema asks for, for the reference: its own `example` where it has one, else one made from its shape. */
export function exampleOf(schema: z.ZodType, io: "input" | "output"): unknown {
  const json = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "openapi-3.0" });
  return sample(json as Parameters<typeof sample>[0], { quiet: true });
}
