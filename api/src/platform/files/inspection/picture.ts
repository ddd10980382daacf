import sharp, { type Sharp } from "sharp";
import { Refused } from "./finding.ts";

/** More pixels than any camera of a phone, over all frames; a small file can unfold to far more. */
const mostPixels = 60_000_000;

/**
 * Encodes every pixel of a picture anew, turned the way it was taken: nothing else of the file is left, neither place nor
 * camera nor what was hidden behind it.
 */
export async function rewritePicture(path: string, contentType: string, target: string): Promise<void> {
  const isAnimated = ["image/gif", "image/webp"].includes(contentType);
  const options = { limitInputPixels: mostPixels, failOn: "error", animated: isAnimated } as const;
  try {
    const { width, height, pages = 1 } = await sharp(path, options).metadata();
    if (width * height > mostPixels) throw new Refused("damaged");
    const picture = sharp(path, options);
    await encoded(pages > 1 ? picture : picture.autoOrient(), contentType).toFile(target);
  } catch {
    throw new Refused("damaged");
  }
}

function encoded(picture: Sharp, contentType: string): Sharp {
  switch (contentType) {
    case "image/jpeg":
      return picture.jpeg({ quality: 90 });
    case "image/webp":
      return picture.webp({ quality: 90 });
    case "image/gif":
      return picture.gif();
    default:
      return picture.png();
  }
}
