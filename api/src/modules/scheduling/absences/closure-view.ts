import { z } from "zod";
import { type Closure } from "../models/closure.ts";

/** A holiday of the whole site, both dates included. */
export const closureView = z.object({
  id: z.uuid(),
  name: z.string(),
  from: z.iso.date(),
  until: z.iso.date(),
});

export const presentClosure = ({
  id,
  name,
  fromOn,
  untilOn,
}: Pick<Closure, "id" | "name" | "fromOn" | "untilOn">): z.infer<typeof closureView> => ({
  id,
  name,
  from: fromOn,
  until: untilOn,
});
