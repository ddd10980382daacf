import { open, readFile } from "node:fs/promises";
import { testFinding } from "../../providers/antivirus/local.ts";
import { archiveEnd, inspectArchive } from "./archive.ts";
import { type Inspection, Infected, Refused } from "./finding.ts";
import { inspectPdf } from "./pdf.ts";
import { inspectVideo } from "./video.ts";

// A process of its own looks into one file: it may read that file, write one other, and is ended when it takes too much.

const [path = "", contentType = "", target = ""] = process.argv.slice(2);

async function inspect(): Promise<void> {
  if (contentType === "application/zip" || contentType.startsWith("application/vnd.openxmlformats"))
    return inspectArchive(await readFile(path));
  await refuseHiddenArchive();
  if (contentType === "application/pdf") return inspectPdf(await readFile(path));
  if (contentType === "video/mp4" || contentType === "audio/mp4") {
    await using file = await open(path);
    return await inspectVideo(file);
  }
  // Loaded only where it may be: the others run without native code.
  const { rewritePicture } = await import("./picture.ts");
  return rewritePicture(path, contentType, target);
}

/** A file that ends as an archive opens as one, whatever it begins with. */
async function refuseHiddenArchive(): Promise<void> {
  await using file = await open(path);
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, 0x10000 + 22));
  await file.read(tail, 0, tail.length, size - tail.length);
  if (archiveEnd(tail) !== null) throw new Refused("damaged");
}

async function outcome(): Promise<Inspection> {
  try {
    await inspect();
    return { state: "sound" };
  } catch (failure) {
    if (failure instanceof Refused) return { state: "refused", reason: failure.reason };
    if (failure instanceof Infected) return { state: "infected", finding: testFinding };
    // What its reader stumbles over is broken: offsets beyond the end, streams that do not inflate.
    if (failure instanceof RangeError || (failure instanceof Error && "code" in failure))
      return { state: "refused", reason: "damaged" };
    throw failure;
  }
}

process.stdout.write(JSON.stringify(await outcome()));
