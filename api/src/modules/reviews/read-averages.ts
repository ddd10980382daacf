import { z } from "zod";
import { type Scope } from "../../platform/scope/scope.ts";
import { Review } from "./models/review.ts";

/** The averages of everything published of a person. */
export const averagesView = z.object({
  knowledge: z.number(),
  communication: z.number(),
  professionalism: z.number(),
});

/** Each rating's average over what everybody may read of a person; null before the first review. */
export async function readAverages(
  scope: Scope,
  personId: string,
): Promise<z.infer<typeof averagesView> | null> {
  const [row] = await scope.read<z.infer<typeof averagesView>>`
    select round(avg(knowledge), 2)::float8 as knowledge, round(avg(communication), 2)::float8 as communication,
      round(avg(professionalism), 2)::float8 as professionalism
    from ${Review} r
    where subject_id = ${personId} and published_at is not null and hidden_at is null
    having count(*) > 0`;
  return row ?? null;
}
