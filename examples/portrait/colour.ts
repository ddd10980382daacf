/** A colour mixed with black (below 0) or white (above 0), by a share of up to 1. */
export function shade(colour: string, by: number): string {
  const towards = by < 0 ? 0 : 255;
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const mixed = parts.map((part) => Math.round(part + (towards - part) * Math.abs(by)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
