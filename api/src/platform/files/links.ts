import { apiUrl } from "../addresses.ts";
import { wallClock } from "../clock.ts";
import { notFound } from "../errors.ts";
import { actorId } from "../scope/actor.ts";
import { type Scope } from "../scope/scope.ts";
import { signToken, verifyToken } from "../secrets.ts";
import { minutes, plus } from "../time.ts";
import { purposeOf } from "./purposes.ts";
import { mayHavePreview, StoredFile } from "./stored-file.ts";

const purpose = "file";
const lifetime = minutes(15);

/** A link that opens a file for whoever holds it. */
export interface FileLink {
  readonly url: string;
  /** A small picture of it: of pictures, and of the first page of PDFs; null for anything else, and where none could be drawn. */
  readonly previewUrl: string | null;
  readonly expiresAt: Date;
}

/** A file that the caller uploaded, or that its purpose lets them read. Anybody else finds nothing. */
export async function readableFile(scope: Scope, fileId: string): Promise<StoredFile> {
  const [file] = await scope.read<StoredFile>`
    select * from ${StoredFile} f where id = ${fileId} and discarded_at is null and state in ('clean', 'unscanned')`;
  if (!file) throw notFound();
  const isOwn = file.ownerId === actorId(scope.actor);
  if (!isOwn && !(await purposeOf(file.purpose).mayRead(scope, file))) throw notFound();
  return file;
}

/** A link to a file that the caller may read, good for 15 minutes. */
export function linkTo(scope: Scope, file: StoredFile): FileLink {
  const { id } = file;
  const expiresAt = plus(wallClock(), lifetime);
  const token = signToken(purpose, { tenantId: scope.tenant.id, subject: id, expiresAt });
  const url = `${apiUrl()}/files/${token}`;
  return { url, previewUrl: mayHavePreview(file) ? `${url}?preview` : null, expiresAt };
}

/** Which file a link opens; null when it was not made here, was altered or has expired. */
export const readFileToken = (token: string): { tenantId: string; fileId: string } | null => {
  const signed = verifyToken(purpose, token, wallClock());
  return signed && { tenantId: signed.tenantId, fileId: signed.subject };
};

/** Where everybody sees a picture of a public purpose in one width. Its address changes when the picture does. */
export const pictureUrl = (tenantId: string, fileId: string, width: number): string =>
  `${apiUrl()}/pictures/${tenantId}/${fileId}/${width}.webp`;
