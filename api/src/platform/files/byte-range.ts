import { type ByteRange } from "../providers/storage/port.ts";

/**
 * The part of a file of so many bytes that a Range header asks for; null for the whole, also where several parts or other units
 * are asked for, and `beyond` when there is no such part (RFC 9110, 14.2).
 */
export function rangeIn(header: string | undefined, bytes: number): ByteRange | "beyond" | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "");
  if (!asked) return null;
  const [, first = "", last = ""] = asked;
  if (first === "") {
    if (last === "") return null;
    const from = Math.max(0, bytes - Number(last));
    return Number(last) === 0 ? "beyond" : { from, to: bytes - 1 };
  }
  const from = Number(first);
  const to = last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== "" && Number(last) < from) return null;
  return from >= bytes ? "beyond" : { from, to };
}
