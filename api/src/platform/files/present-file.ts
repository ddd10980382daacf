import { z } from "zod";
import { type StoredFile } from "./stored-file.ts";

/** A file as whoever may read it sees it. */
export const fileView = z.object({
  id: z.uuid(),
  /** What it was uploaded for. */
  purpose: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** `unscanned` where no scanner stands behind the check for the test signature. */
  state: z.enum(["clean", "unscanned"]),
  /** Whether something uses it; what nothing uses goes after a day. */
  isAttached: z.boolean(),
  createdAt: z.iso.datetime(),
});

/** A file's row as whoever may read it sees it. */
export const presentFile = (file: StoredFile): z.infer<typeof fileView> => ({
  id: file.id,
  purpose: file.purpose,
  name: file.name,
  contentType: file.contentType,
  bytes: file.bytes,
  sha256: file.sha256,
  state: file.state === "clean" ? "clean" : "unscanned",
  isAttached: file.attachedAt !== null,
  createdAt: file.createdAt.toISOString(),
});
