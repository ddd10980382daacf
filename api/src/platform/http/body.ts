import { type IncomingMessage } from "node:http";
import rawBody from "raw-body";
import { requestFailure } from "../errors.ts";

/** The largest JSON body read, in bytes. Files travel by their own routes. */
export const jsonLimit = 1024 * 1024;

/** Reads a whole body as bytes before anything else happens, so that a slow sender never holds a transaction. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  try {
    return await rawBody(request, { limit, length: request.headers["content-length"] ?? null });
  } catch (failure) {
    const isTooLarge = failure instanceof Error && "type" in failure && failure.type === "entity.too.large";
    throw isTooLarge
      ? requestFailure("request.too_large", { limitKb: Math.floor(limit / 1024) })
      : requestFailure("request.malformed");
  }
}

/** Reads a JSON body. Only `application/json`, which no plain HTML form can send, and no content encoding. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const [type = ""] = (request.headers["content-type"] ?? "").split(";");
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (type.trim().toLowerCase() !== "application/json" || encoding !== "identity") {
    throw requestFailure("request.unsupported_media_type");
  }
  const bytes = await readBytes(request, jsonLimit);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw requestFailure("request.invalid_json");
  }
}
