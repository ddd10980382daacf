/** Who uploads a file, with the key of their site. */
export interface Uploader {
  readonly url: string;
  readonly secretKey: string;
  readonly memberId: string;
}

/** A file as a browser would send it. */
export interface Upload {
  readonly purpose: string;
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** Uploads a file for a member of a site. Answers its id. */
export async function upload(
  { url, secretKey, memberId }: Uploader,
  { purpose, name, contentType, content }: Upload,
): Promise<string> {
  const query = new URLSearchParams({ purpose, name });
  const answer = await fetch(`${url}/api/v1/files?${query.toString()}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${secretKey}`,
      "Tessera-Acting-For": memberId,
      "Content-Type": contentType,
    },
    body: new Uint8Array(content),
  });
  const file = (await answer.json()) as { id?: string; message?: string };
  if (file.id === undefined) throw new Error(`${name} was refused: ${file.message}`);
  return file.id;
}
