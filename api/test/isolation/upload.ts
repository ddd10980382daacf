import sharp from "sharp";
import { eicar } from "../../src/platform/files/testing.ts";
import { type TestHouse } from "../house.ts";
import { type Headers } from "./callers.ts";

const pixels = () =>
  sharp({ create: { width: 400, height: 400, channels: 3, background: "#3a6" } })
    .png()
    .toBuffer();

const photo = "people.photo";

function upload(
  url: string,
  { name, purpose }: { readonly name: string; readonly purpose: string },
  headers: Headers,
  content: Buffer,
): Promise<Response> {
  const query = new URLSearchParams({ purpose, name }).toString();
  return fetch(`${url}/api/v1/files?${query}`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "image/png" },
    body: new Uint8Array(content),
  });
}

/** Uploads a photo, a picture that nothing uses, and one in which malware is found; answers their ids. */
export async function uploadFiles(
  house: TestHouse,
  word: string,
  { headers, server }: { headers: Headers; server: Headers },
): Promise<{ photo: string; spareFile: string; finding: string }> {
  const { url } = house.house;
  const shown = await picture(url, { name: `${word}.png`, purpose: photo }, headers);
  const spareFile = await picture(url, { name: `${word} spare.png`, purpose: photo }, headers);
  for (const name of ["found", "found too"]) await uploadInfected(url, `${word} ${name}.png`, headers);
  const { items } = await house.ok<{ items: { id: string }[] }>(
    "files.listFindings",
    {},
    { headers: server },
  );
  return { photo: shown, spareFile, finding: items[0]!.id };
}

/** Uploads a picture for a purpose; answers its id. */
export async function picture(
  url: string,
  file: { readonly name: string; readonly purpose: string },
  headers: Headers,
): Promise<string> {
  const answer = await upload(url, file, headers, await pixels());
  if (answer.status !== 201)
    throw new Error(`The upload was answered ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

async function uploadInfected(url: string, name: string, headers: Headers): Promise<void> {
  const answer = await upload(
    url,
    { name, purpose: photo },
    headers,
    Buffer.concat([await pixels(), Buffer.from(`${eicar}${name}`)]),
  );
  const said = await answer.text();
  if (answer.status !== 415 || !said.includes("files.infected"))
    throw new Error(`The infected upload was answered ${answer.status} ${said}`);
}
