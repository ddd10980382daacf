import { type Scope } from "../../platform/scope/scope.ts";
import { Sample } from "./models/sample.ts";

/** The sample of a member. */
export async function buildSample(
  scope: Scope,
  memberId: string,
  changes: Partial<Sample> = {},
): Promise<Sample> {
  return await scope.query(Sample).insert({ memberId, note: "A note", ...changes });
}
