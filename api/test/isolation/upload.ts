import sharp from "sharp";
import { eicar } from "../../src/platform/files/testing.ts";
import { type Headers } from "./callers.ts";

const picture = () =>
  sharp({ create: { width: 400, height: 400, channels: 3, background: "#3a6" } })
    .png()
    .toBuffer();

function upload(url: string, name: string, headers: Headers, content: Buffer): Promise<Response> {
  const query = new URLSearchParams({ purpose: "people.photo", name }).toString();
  return fetch(`${url}/api/v1/files?${query}`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "image/png" },
    body: new Uint8Array(content),
  });
}

/** Uploads a picture for the caller's profile; answers the file's id. */
export async function uploadPhoto(url: string, name: string, headers: Headers): Promise<string> {
  const answer = await upload(url, name, headers, await picture());
  if (answer.status !== 201)
    throw new Error(`The upload was answered ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** Uploads a picture in which malware is found. */
export async function uploadInfected(url: string, name: string, headers: Headers): Promise<void> {
  const answer = await upload(url, name, headers, Buffer.concat([await picture(), Buffer.from(eicar)]));
  const said = await answer.text();
  if (answer.status !== 415 || !said.includes("files.infected"))
    throw new Error(`The infected upload was answered ${answer.status} ${said}`);
}
