import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { requestFailure } from "../errors.ts";
import { type Verdict } from "../providers/antivirus/port.ts";
import { isPicture } from "./content-types.ts";
import { fileFailure } from "./errors.ts";
import { type Refusal } from "./inspection/finding.ts";
import { inspectFile } from "./inspection/inspect-file.ts";
import { type ReceivedFile } from "./receive.ts";
import { fileSetup } from "./setup.ts";

/** What is kept of an upload, pictures written anew, and what the scanner says of it. */
export interface CheckedFile {
  readonly kept: ReceivedFile;
  readonly verdict: Verdict;
}

const failures = {
  damaged: "files.damaged",
  sealed: "files.sealed",
  too_much: "files.unpacks_too_far",
  active: "files.active_content",
  escaping: "files.names_lead_out",
} as const satisfies Record<Refusal, string>;

/**
 * Has an upload scanned and looks inside it, and lets `use` work with what is to be kept of it, which is gone afterwards.
 * Throws when it may not be kept for another reason than malware.
 */
export async function checkFile<Result>(
  received: ReceivedFile,
  contentType: string,
  use: (checked: CheckedFile) => Promise<Result>,
): Promise<Result> {
  const verdict = await scan(received.path);
  if (verdict.state === "infected") return use({ kept: received, verdict });
  const target = `${received.path}.new`;
  try {
    const inspection = await inspectFile(received.path, { contentType, target });
    if (!inspection) throw requestFailure("request.busy");
    if (inspection.state === "infected") return await use({ kept: received, verdict: inspection });
    const isShown = isPicture(contentType);
    if (inspection.state === "refused")
      throw fileFailure(isShown ? "files.unreadable" : failures[inspection.reason]);
    return await use({ kept: isShown ? await fileAt(target) : received, verdict });
  } finally {
    await rm(target, { force: true });
  }
}

async function fileAt(path: string): Promise<ReceivedFile> {
  const content = await readFile(path);
  return { path, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}

async function scan(path: string): Promise<Verdict> {
  try {
    return await fileSetup().antivirus.scan(path, { signal: AbortSignal.timeout(60_000) });
  } catch {
    // Unchecked is refused; the sender may try again when the scanner is back.
    throw fileFailure("files.not_scanned");
  }
}
