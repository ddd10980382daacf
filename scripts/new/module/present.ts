import { z } from "zod";
import { type Scope } from "../../platform/scope/scope.ts";
import { Sample } from "./models/sample.ts";

/** The sample as its member, the site's team and its servers see it. */
export const sampleView = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  note: z.string(),
  createdAt: z.iso.datetime(),
});

/** Makes a row ready to be sent. */
export const presentSample = ({
  id,
  memberId,
  note,
  createdAt,
}: Pick<Sample, "id" | "memberId" | "note" | "createdAt">): z.infer<typeof sampleView> => ({
  id,
  memberId,
  note,
  createdAt: createdAt.toISOString(),
});

/** The sample as it is now; null when it is gone. */
export async function presentSampleById(
  scope: Scope,
  id: string,
): Promise<z.infer<typeof sampleView> | null> {
  const [row] = await scope.read<Sample>`
    select id, member_id, note, created_at from ${Sample} s where id = ${id}`;
  return row ? presentSample(row) : null;
}
