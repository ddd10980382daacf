/** The most bytes a photo may have. */
const mostBytes = 5 * 1024 * 1024;

const isAt = (bytes: Uint8Array, at: number, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

/** What is wrong with a file that is to be a photo, judged by its size and its first bytes; null when nothing is. */
export async function pictureProblem(file: Blob): Promise<"tooLarge" | "wrongKind" | null> {
  if (file.size > mostBytes) return "tooLarge";
  const bytes = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const isPicture =
    isAt(bytes, 0, [0xff, 0xd8, 0xff]) ||
    isAt(bytes, 0, [0x89, 0x50, 0x4e, 0x47]) ||
    (isAt(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && isAt(bytes, 8, [0x57, 0x45, 0x42, 0x50]));
  return isPicture ? null : "wrongKind";
}
