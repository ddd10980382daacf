import { z } from "zod";
import { fragment, type SqlFragment } from "../scope/sql.ts";
import { type Tenant } from "../scope/tenant.ts";
import { decodeCursor, invalidCursor, toPage } from "./paging.ts";

/** One thing a list may be ordered by: an expression over its rows that is never null, with an index behind it, and what it is. */
export interface SortKey {
  readonly by: SqlFragment;
  readonly kind: "text" | "instant" | "integer";
}

/** A column of a list, rising, or with `-` before it, falling. */
export type Sort<Name extends string> = Name | `-${Name}`;

/** What every row of a sorted list brings along. */
export interface SortedRow {
  readonly id: string;
  /** Where the row stands, as the cursor keeps it. */
  readonly sortKey: string;
}

interface SortedPage {
  /** The last column to select. */
  readonly key: SqlFragment;
  /** Leaves out what earlier pages held; begins with `and`. */
  readonly after: SqlFragment;
  /** `order by …`; rows that stand alike follow their ids, so that the order is always the same. */
  readonly by: SqlFragment;
  /** Cuts one row more than a page back to the page. */
  readonly page: <Row extends SortedRow, Item>(
    rows: readonly Row[],
    limit: number,
    present: (row: Row) => Item,
  ) => { items: Item[]; nextCursor: string | null };
}

/** How a list can be ordered: its `sort` field, and the pieces of its statement. What is not in `keys` cannot be asked for. */
export function sorting<Name extends string>(
  keys: Readonly<Record<Name, SortKey>>,
  usual: NoInfer<Sort<Name>>,
) {
  const names = Object.keys(keys) as Name[];
  const sorts: Sort<Name>[] = names.flatMap((name): Sort<Name>[] => [name, `-${name}`]);
  return {
    input: {
      /** What to order by; with `-` before it, falling. */
      sort: (z.enum(sorts) as z.ZodType<Sort<Name>, Sort<Name>>).default(usual as never),
    },

    /** The pieces of the statement for one page. `id` names the column of the row's id. */
    at(
      tenant: Tenant,
      { sort, cursor }: { readonly sort: Sort<Name>; readonly cursor?: string | undefined },
      id: SqlFragment = fragment`id`,
    ): SortedPage {
      const isFalling = sort.startsWith("-");
      const { by, kind } = keys[(isFalling ? sort.slice(1) : sort) as Name];
      const place = cursor === undefined ? null : placeIn(tenant, cursor, sort, kind);
      const beyond = place && fragment`(${valueOf[kind](place.key)}, ${place.id}::uuid)`;
      return {
        key: fragment`${keyOf[kind](by)} as sort_key`,
        after: !beyond
          ? fragment``
          : isFalling
            ? fragment`and (${by}, ${id}) < ${beyond}`
            : fragment`and (${by}, ${id}) > ${beyond}`,
        by: isFalling ? fragment`order by ${by} desc, ${id} desc` : fragment`order by ${by}, ${id}`,
        page: (rows, limit, present) =>
          toPage(tenant, rows, limit, { position: (row) => [sort, row.sortKey, row.id], present }),
      };
    },
  };
}

// Instants travel as microseconds: a cursor must stand exactly where the row does.
const keyOf: Readonly<Record<SortKey["kind"], (by: SqlFragment) => SqlFragment>> = {
  text: (by) => by,
  integer: (by) => fragment`(${by})::text`,
  instant: (by) => fragment`(extract(epoch from ${by}) * 1000000)::bigint::text`,
};

const valueOf: Readonly<Record<SortKey["kind"], (key: string) => SqlFragment>> = {
  text: (key) => fragment`${key}::text`,
  integer: (key) => fragment`${key}::bigint`,
  instant: (key) => fragment`'epoch'::timestamptz + ${key}::bigint * interval '1 microsecond'`,
};

const numberShape = /^-?\d{1,16}$/;

/** Where a cursor stands; one of another order, or with a value the column cannot have, is refused. */
function placeIn(tenant: Tenant, cursor: string, sort: string, kind: SortKey["kind"]) {
  const [madeFor, key, id] = decodeCursor(tenant, cursor, ["text", "text", "id"]);
  if (madeFor !== sort || (kind !== "text" && !numberShape.test(key))) throw invalidCursor();
  return { key, id };
}
