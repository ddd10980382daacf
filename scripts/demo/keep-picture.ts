import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type House } from "../../api/src/house.ts";
import { businessTime } from "../../api/src/platform/clock.ts";
import { keepFile } from "../../api/src/platform/files/keep.ts";
import { systemScope } from "../../api/src/platform/jobs/system-scope.ts";
import { type Tenant } from "../../api/src/platform/scope/tenant.ts";

/** Whose picture it is, and on which site. */
export interface PictureOwner {
  readonly house: House;
  readonly tenant: Tenant;
  readonly memberId: string;
}

/** A picture that was drawn here. */
export interface DrawnPicture {
  readonly purpose: string;
  readonly name: string;
  /** A PNG. */
  readonly content: Buffer;
}

/**
 * Keeps a picture for a member without looking into it: it was drawn a moment ago. An upload is looked into by a process of its own,
 * which costs more than half a second of a processor; a market has eighty-five.
 */
export async function keepPicture(
  { house, tenant, memberId }: PictureOwner,
  { purpose, name, content }: DrawnPicture,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "picture-"));
  try {
    const path = join(folder, "picture.png");
    await writeFile(path, content);
    const scope = systemScope(tenant, { cause: "demo", requestId: "demo", now: businessTime(tenant) });
    const { id } = await keepFile(house.scopes, scope, {
      file: { purpose, ownerKind: "member", ownerId: memberId, name, contentType: "image/png" },
      received: { path, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") },
      state: "clean",
      use: null,
    });
    return id;
  } finally {
    await rm(folder, { recursive: true });
  }
}
