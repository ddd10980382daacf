import { resolve } from "node:path";
import { z } from "zod";
import { isPicture } from "../content-types.ts";
import { inTurn, runApart } from "./apart.ts";
import { type Inspection } from "./finding.ts";

/** What is looked at by itself already: text, and sounds and videos that are only sent on. */
const needsNoLook = (contentType: string): boolean =>
  contentType.startsWith("text/") || ["application/msword", "audio/mpeg", "video/webm"].includes(contentType);

const answer = z.union([
  z.object({ state: z.literal("sound") }),
  z.object({ state: z.literal("infected"), finding: z.string() }),
  z.object({
    state: z.literal("refused"),
    reason: z.enum(["damaged", "sealed", "too_much", "active", "escaping"]),
  }),
]);

/** Looks inside a file in a process apart. Pictures are written anew to `target`. Null when too many files wait already. */
export async function inspectFile(
  path: string,
  { contentType, target }: { readonly contentType: string; readonly target: string },
): Promise<Inspection | null> {
  if (needsNoLook(contentType)) return { state: "sound" };
  const encodes = isPicture(contentType);
  const [file, written] = [resolve(path), resolve(target)];
  return inTurn(async () => {
    const said = await runApart({
      program: "process.ts",
      path: file,
      args: [file, contentType, written],
      usesPackages: encodes,
      writes: encodes ? written : null,
    });
    return said === null ? { state: "refused", reason: "too_much" } : answer.parse(JSON.parse(said));
  });
}
