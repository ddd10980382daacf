import { z } from "zod";
import { type AppError, invalidFields } from "../errors.ts";
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
export const encodeCursor = (tenant: Tenant, position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify([tenant.id, ...position])).toString("base64url");

// Everybody can write a cursor: SQL must never meet a text where an id belongs.
const kinds = {
  id: z.guid(),
  date: z.iso.date(),
  /** Milliseconds, as `Date` counts them. */
  instant: z.int().min(-8.64e15).max(8.64e15),
  integer: z.int(),
  number: z.number(),
  text: z.string(),
};

type Kind = keyof typeof kinds;
type PositionOf<Kinds extends readonly Kind[]> = {
  readonly [At in keyof Kinds]: z.output<(typeof kinds)[Kinds[At]]>;
};

/** The position a cursor stands for. One that is broken, of another tenant or of a list with other places is refused as a field. */
export function decodeCursor<const Kinds extends readonly Kind[]>(
  tenant: Tenant,
  cursor: string,
  places: Kinds,
): PositionOf<Kinds> {
  const [tenantId, ...position] = partsOf(cursor);
  const isWhole =
    position.length === places.length &&
    places.every((kind, at) => kinds[kind].safeParse(position[at]).success);
  if (tenantId !== tenant.id || !isWhole) throw invalidCursor();
  return position as unknown as PositionOf<Kinds>;
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    // Not of our making; refused by the caller.
    return [];
  }
}

/** The refusal of a cursor that does not belong to this list, this order or this tenant. */
export const invalidCursor = (): AppError =>
  invalidFields({
    path: ["cursor"],
    message: "This cursor is not valid here. Start again from the first page.",
  });

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
