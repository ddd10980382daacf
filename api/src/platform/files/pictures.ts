import sharp from "sharp";

// Every picture is worked on once: what is kept for a second time is never used.
sharp.cache(false);

/** More pixels than any camera of a phone; a small file can unfold to far more. */
const mostPixels = 60_000_000;

/** A picture in one width. */
export interface EncodedPicture {
  readonly width: number;
  readonly content: Buffer;
}

/**
 * A picture as squares of these widths, cut where most is to be seen, turned the way it was taken, as WebP: every pixel is
 * encoded anew, so nothing else of the file is left, neither place nor camera nor what was hidden behind it. Null when it
 * cannot be read after all.
 */
export async function encodeSquares(
  original: Buffer,
  widths: readonly number[],
): Promise<readonly EncodedPicture[] | null> {
  try {
    return await Promise.all(
      widths.map(async (width) => ({
        width,
        content: await sharp(original, { limitInputPixels: mostPixels, failOn: "error" })
          .rotate()
          .resize(width, width, { fit: "cover", position: "attention" })
          .webp({ quality: 75 })
          .toBuffer(),
      })),
    );
  } catch {
    return null;
  }
}

/** A picture within a square of so many pixels, whole and never larger than it is; null when it cannot be read. */
export async function encodePreview(original: Buffer, pixels: number): Promise<Buffer | null> {
  try {
    return await sharp(original, { limitInputPixels: mostPixels, failOn: "error" })
      .resize(pixels, pixels, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
  } catch {
    return null;
  }
}
