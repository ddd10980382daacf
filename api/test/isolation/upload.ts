import sharp from "sharp";
import { eicar } from "../../src/platform/files/testing.ts";
import { type TestHouse } from "../house.ts";
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

/** Uploads a photo, a picture that nothing uses, and one in which malware is found; answers their ids. */
export async function uploadFiles(
  house: TestHouse,
  word: string,
  { headers, server }: { headers: Headers; server: Headers },
): Promise<{ photo: string; spareFile: string; finding: string }> {
  const { url } = house.house;
  const photo = await uploadPhoto(url, `${word}.png`, headers);
  const spareFile = await uploadPhoto(url, `${word} spare.png`, headers);
  for (const name of ["found", "found too"]) await uploadInfected(url, `${word} ${name}.png`, headers);
  const { items } = await house.ok<{ items: { id: string }[] }>(
    "files.listFindings",
    {},
    { headers: server },
  );
  return { photo, spareFile, finding: items[0]!.id };
}

async function uploadPhoto(url: string, name: string, headers: Headers): Promise<string> {
  const answer = await upload(url, name, headers, await picture());
  if (answer.status !== 201)
    throw new Error(`The upload was answered ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

async function uploadInfected(url: string, name: string, headers: Headers): Promise<void> {
  const answer = await upload(
    url,
    name,
    headers,
    Buffer.concat([await picture(), Buffer.from(`${eicar}${name}`)]),
  );
  const said = await answer.text();
  if (answer.status !== 415 || !said.includes("files.infected"))
    throw new Error(`The infected upload was answered ${answer.status} ${said}`);
}
