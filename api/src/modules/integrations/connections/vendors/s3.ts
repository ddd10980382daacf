import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readOutgoingUrl } from "../../../../platform/outgoing.ts";
import { codeOfStatus } from "../../../../platform/providers/credential-check.ts";
import { type FileStorage } from "../../../../platform/providers/storage/port.ts";
import { allowedAddresses } from "../../outgoing.ts";
import { vendor } from "./vendor.ts";

/** What was entered for a bucket. */
export const s3Values = z.strictObject({
  endpoint: z.string().min(1, "Write the store's address, such as https://s3.eu-central-1.amazonaws.com."),
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "Write the bucket's name alone, in small letters."),
  region: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .default("us-east-1"),
  accessKeyId: z.string().regex(/^[\w-]{3,128}$/, "Write the ID of the key, without spaces."),
  secretAccessKey: z.string().min(8, "This is no secret: it is too short."),
});

type Entered = z.infer<typeof s3Values>;

/** A store that uses the entered bucket. */
export async function s3Store(entered: Entered): Promise<FileStorage> {
  const { s3Storage } = await import("../../../../platform/providers/storage/s3.ts");
  return s3Storage({ ...entered, guard: allowedAddresses() });
}

/** A bucket of a store that speaks S3, for everything people upload. */
export const s3 = vendor({
  name: "s3",
  kind: "files",
  title: "S3",
  values: s3Values,
  secrets: ["secretAccessKey"],
  hookPath: null,
  modeOf: () => null,
  assertAddresses: ({ endpoint }) => {
    readOutgoingUrl(endpoint, allowedAddresses());
  },
  async check(entered, _context, { signal }) {
    const { StoreRefused } = await import("../../../../platform/providers/storage/s3.ts");
    const storage = await s3Store(entered);
    const place = randomUUID();
    const account = `${entered.endpoint.replace(/\/$/, "")}/${entered.bucket}`;
    try {
      // Everything that is done with files later: one is put, read, listed and deleted.
      const key = `${place}/${randomUUID()}`;
      await storage.put(key, import.meta.filename, { signal });
      const found = await storage.get(key);
      found?.stream.destroy();
      let listed = 0;
      for await (const { key: each } of storage.list(place, { signal })) listed += each === key ? 1 : 0;
      await storage.delete(key, { signal });
      const isWhole = found !== null && listed === 1;
      return { code: isWhole ? "works" : "rights", account, detail: "" };
    } catch (refusal) {
      if (signal.aborted) throw refusal;
      const { status, code } =
        refusal instanceof StoreRefused ? refusal : { status: undefined, code: undefined };
      const isUnknown = code === "InvalidAccessKeyId" || code === "SignatureDoesNotMatch";
      return {
        code: isUnknown ? "refused" : codeOfStatus(status),
        account: null,
        detail: code ?? "",
      };
    }
  },
});
