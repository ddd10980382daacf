import { z } from "zod";
import { invalidFields } from "../errors.ts";
import { type Tenant } from "../scope/tenant.ts";

/** The input fields of every list: page size (20 unless told, at most 100) and the cursor of the page before. */
export const pageInput = {
  limit: z.int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
};

/** One page of a list: its items and the cursor of the next page, null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The place after a row in a list's order, bound to the tenant it was made for. */
const encodeCursor = (tenant: Tenant, position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify([tenant.id, ...position])).toString("base64url");

/** The position a cursor stands for. A cursor that is broken or of another tenant is refused as a field. */
export function decodeCursor(tenant: Tenant, cursor: string, length: number): (string | number)[] {
  try {
    const [tenantId, ...position] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as (
      | string
      | number
    )[];
    const isWhole =
      position.length === length && position.every((part) => ["string", "number"].includes(typeof part));
    if (tenantId === tenant.id && isWhole) return position;
  } catch {
    // Not of our making; refused below.
  }
  throw invalidFields({
    path: ["cursor"],
    message: "This cursor is not valid here. Start again from the first page.",
  });
}

/** Cuts one row more than a page back to the page, with the cursor of the next one. */
export function toPage<Row, Item>(
  tenant: Tenant,
  rows: readonly Row[],
  limit: number,
  {
    position,
    present,
  }: { position: (row: Row) => readonly (string | number)[]; present: (row: Row) => Item },
): { items: Item[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(tenant, position(last)) : null;
  return { items: page.map(present), nextCursor };
}
