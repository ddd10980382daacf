import { resolve } from "node:path";
import { inTurn, ProgramFailed, runApart } from "./apart.ts";

/** What came of drawing: `not_now` when it may be tried again, `undrawable` when that would be no use. */
export type Drawn = "drawn" | "not_now" | "undrawable";

/** Draws a document's first page to `target` in a process apart, so many pixels high or wide. */
export async function drawFirstPage(
  path: string,
  { target, pixels }: { readonly target: string; readonly pixels: number },
): Promise<Drawn> {
  const [file, written] = [resolve(path), resolve(target)];
  const drawn = await inTurn(() =>
    runApart({
      program: "first-page.ts",
      path: file,
      args: [file, written, String(pixels)],
      usesPackages: true,
      writes: written,
    }).then(
      (said) => (said === null ? "undrawable" : "drawn"),
      (failure: unknown) => (failure instanceof ProgramFailed ? "undrawable" : "not_now"),
    ),
  );
  return drawn ?? "not_now";
}
