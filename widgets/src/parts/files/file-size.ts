import { numberFormat } from "../../base/format.ts";

/** The size of a file as people write it: `12 kB`, `1.5 MB`; never less than a kilobyte. */
export function formatBytes(tag: string, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const options = {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: isLarge ? 1 : 0,
  } as const;
  return numberFormat(tag, options).format(Math.max(1, bytes / (isLarge ? 1_000_000 : 1_000)));
}
