import sharp from "sharp";
import { type Headers } from "./callers.ts";

/** Uploads a picture for the caller's profile; answers the file's id. */
export async function uploadPhoto(url: string, name: string, headers: Headers): Promise<string> {
  const picture = await sharp({ create: { width: 400, height: 400, channels: 3, background: "#3a6" } })
    .png()
    .toBuffer();
  const query = new URLSearchParams({ purpose: "people.photo", name }).toString();
  const answer = await fetch(`${url}/api/v1/files?${query}`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "image/png" },
    body: new Uint8Array(picture),
  });
  if (answer.status !== 201)
    throw new Error(`The upload was answered ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}
