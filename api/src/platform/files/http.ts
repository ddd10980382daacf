import { type Context } from "koa";
import { z } from "zod";
import { businessTime, wallClock } from "../clock.ts";
import { notFound } from "../errors.ts";
import { writeJson } from "../http/answer.ts";
import { factsOf, sentHeader } from "../http/request.ts";
import { tenantDoor } from "../http/tenant-door.ts";
import { type HttpRoute } from "../module.ts";
import { type ScopeOptions } from "../scope/open.ts";
import { type Tenant } from "../scope/tenant.ts";
import { type ByteRange, type FileStorage } from "../providers/storage/port.ts";
import { rangeIn } from "./byte-range.ts";
import { callerFor } from "./caller.ts";
import { hasPreview, isPicture } from "./content-types.ts";
import { linkTo, readableFile, readFileToken } from "./links.ts";
import { findPurpose } from "./purposes.ts";
import { previewPixels, storageKey } from "./setup.ts";
import { storePreview } from "./sizes.ts";
import { StoredFile } from "./stored-file.ts";
import { storeOf } from "./stores.ts";
import { uploadFile } from "./upload.ts";

/** Uploads, the links that open them, and public pictures. */
export const fileRoutes: readonly HttpRoute[] = [
  { method: "POST", path: "/api/v1/files", handler: (ctx) => uploadFile(ctx) },
  { method: "POST", path: "/api/v1/files/:id/link", handler: (ctx) => sendLink(ctx) },
  { method: "GET", path: "/files/:token", handler: (ctx) => sendFile(ctx) },
  { method: "GET", path: "/pictures/:tenant/:file/:name", handler: (ctx) => sendPicture(ctx) },
];

const anybody = { audience: ["visitor", "member", "staff", "server"], module: "core" } as const;

async function sendLink(ctx: Context): Promise<void> {
  const options = await callerFor(ctx, anybody);
  const id = z.uuid().safeParse((ctx["params"] as { id?: string }).id);
  if (!id.success) throw notFound();
  const link = await tenantDoor().scopes.inspect(options, async (scope) =>
    linkTo(scope, await readableFile(scope, id.data)),
  );
  writeJson(ctx, 200, { url: link.url, expiresAt: link.expiresAt.toISOString() });
}

async function sendFile(ctx: Context): Promise<void> {
  const opened = readFileToken((ctx["params"] as { token: string }).token);
  const stored = opened && (await readStored(ctx, opened.tenantId, opened.fileId));
  if (!stored) throw notFound();
  const { file, storage } = stored;
  const isPreview = hasPreview(file.contentType) && ctx.search === "?preview";
  const inline = isPreview || isPicture(file.contentType);
  ctx.set("Cache-Control", "private, max-age=300");
  ctx.set(
    "Content-Disposition",
    `${inline ? "inline" : "attachment"}; filename*=UTF-8''${encodedName(file.name)}`,
  );
  const etag = `"${file.sha256.slice(0, 32)}"`;
  if (isPreview) {
    if (file.undrawableAt !== null) throw notFound();
    if ((await storePreview(file, storage)) === "undrawable") await noteUndrawable(ctx, file);
    return sendBytes(ctx, {
      storage,
      key: storageKey(file.tenantId, file.id, previewPixels),
      contentType: "image/webp",
    });
  }
  ctx.set("ETag", etag);
  ctx.set("Accept-Ranges", "bytes");
  // A part of another version would not fit to the parts the reader has.
  const isSame = [null, etag].includes(sentHeader(ctx, "if-range"));
  const range = isSame ? rangeIn(ctx.req.headers.range, file.bytes) : null;
  if (range === "beyond") {
    ctx.status = 416;
    ctx.set("Content-Range", `bytes */${file.bytes}`);
    return;
  }
  await sendBytes(ctx, {
    storage,
    key: storageKey(file.tenantId, file.id),
    contentType: file.contentType,
    ...(range && { range }),
  });
}

/** Remembers that a file has no preview. */
async function noteUndrawable(ctx: Context, { tenantId, id }: StoredFile): Promise<void> {
  const { scopes, loadTenant } = tenantDoor();
  const tenant = await loadTenant(tenantId);
  if (!tenant) return;
  await scopes.transact(systemOptions(ctx, tenant), async (scope) => {
    await scope.query(StoredFile).where({ id }).patch({ undrawableAt: wallClock() });
  });
}

const pictureParams = z.object({
  tenant: z.uuid(),
  file: z.uuid(),
  name: z.string().regex(/^\d{1,5}\.webp$/),
});

async function sendPicture(ctx: Context): Promise<void> {
  const asked = pictureParams.safeParse(ctx["params"]);
  if (!asked.success) throw notFound();
  const width = Number.parseInt(asked.data.name, 10);
  const stored = await readStored(ctx, asked.data.tenant, asked.data.file);
  if (!stored) throw notFound();
  const { file, storage } = stored;
  if (file.attachedAt === null || !findPurpose(file.purpose)?.widths.includes(width)) throw notFound();
  // A changed picture has another address; a deleted one is forgotten by caches within a day.
  ctx.set("Cache-Control", "public, max-age=86400");
  const etag = `"${file.sha256.slice(0, 16)}-${width}"`;
  ctx.set("ETag", etag);
  ctx.set("Access-Control-Allow-Origin", "*");
  if (ctx.req.headers["if-none-match"] === etag) {
    ctx.status = 304;
    return;
  }
  const key = storageKey(file.tenantId, file.id, width);
  await sendBytes(ctx, { storage, key, contentType: "image/webp" });
}

async function readStored(
  ctx: Context,
  tenantId: string,
  fileId: string,
): Promise<{ readonly file: StoredFile; readonly storage: FileStorage } | null> {
  const { scopes, loadTenant } = tenantDoor();
  const tenant = await loadTenant(tenantId);
  if (!tenant || tenant.status === "suspended") return null;
  return scopes.inspect(systemOptions(ctx, tenant), async (scope) => {
    const [file] = await scope.read<StoredFile>`
      select * from ${StoredFile} f where id = ${fileId} and discarded_at is null and state in ('clean', 'unscanned')`;
    return file ? { file, storage: await storeOf(scope, file) } : null;
  });
}

interface Sent {
  readonly storage: FileStorage;
  readonly key: string;
  readonly contentType: string;
  readonly range?: ByteRange;
}

/** Nothing in it can run, whatever it is taken for. */
async function sendBytes(ctx: Context, { storage, key, contentType, range }: Sent): Promise<void> {
  const found = await storage.get(key, range);
  if (!found) throw notFound();
  ctx.set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
  ctx.set("X-Content-Type-Options", "nosniff");
  ctx.body = found.stream;
  ctx.set("Content-Type", contentType);
  if (range) {
    ctx.status = 206;
    ctx.set("Content-Range", `bytes ${range.from}-${range.to}/${found.bytes}`);
  }
  ctx.length = range ? range.to - range.from + 1 : found.bytes;
}

const encodedName = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const systemOptions = (ctx: Context, tenant: Tenant): ScopeOptions => ({
  tenant,
  actor: { kind: "system", cause: "files.read" },
  now: businessTime(tenant),
  request: factsOf(ctx),
});
