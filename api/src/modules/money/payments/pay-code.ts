import { encode } from "uqr";
import { z } from "zod";
import { type StartedPayment } from "./start-payment.ts";

/** A code to be scanned, as a drawing. */
export const payCodeView = z.object({
  /** How many modules wide and high it is, its quiet border included. */
  size: z.int(),
  /** The dark modules, as the path of an SVG of that size. */
  path: z.string(),
});

/** The code of a checkout that is scanned with the gateway's app; undefined for one with a page. */
export function payCodeOf(
  { connected }: StartedPayment,
  url: string,
): z.infer<typeof payCodeView> | undefined {
  return connected.gateway.capabilities.opensBy === "code" ? drawCode(url) : undefined;
}

/** Draws a text as a QR code: one stroke for each row's run of dark modules. */
export function drawCode(text: string): z.infer<typeof payCodeView> {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data
    .flatMap((row, y) =>
      [
        ...row
          .map((isDark) => (isDark ? "1" : "0"))
          .join("")
          .matchAll(/1+/g),
      ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join("");
  return { size, path };
}
