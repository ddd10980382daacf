import { resolve } from "node:path";
import { inTurn, runApart } from "./apart.ts";

/** Draws a document's first page to `target` in a process apart, so many pixels high or wide. False when it cannot be drawn. */
export async function drawFirstPage(
  path: string,
  { target, pixels }: { readonly target: string; readonly pixels: number },
): Promise<boolean> {
  const [file, written] = [resolve(path), resolve(target)];
  const drawn = await inTurn(() =>
    runApart({
      program: "first-page.ts",
      path: file,
      args: [file, written, String(pixels)],
      usesPackages: true,
      writes: written,
    }).catch(() => null),
  );
  return drawn !== null;
}
