import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { findDocuments } from "../../../platform/providers/search/for-tenant.ts";
import { mostFound } from "../../../platform/providers/search/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { keptApartFromCaller } from "../policy.ts";
import { Profile } from "../models/profile.ts";
import { personView, presentPerson, type PublicProfile } from "../present.ts";
import { peopleSearch } from "../search-kind.ts";
import { passes, peopleFilter } from "./people-filter.ts";
import { assertSortable, orders, peopleOrders, type Placed } from "./people-order.ts";

export const listPeople = operation({
  summary:
    "Lists the people who can be booked, best rated first unless told, narrowed by words, language, country, expertise, price and rating.",
  input: z.strictObject({
    ...pageInput,
    ...peopleFilter,
    /** Sorting by price needs a currency. */
    sort: z.enum(peopleOrders).default("rating"),
  }),
  output: pageOf(personView).extend({
    /** How many people there are on all pages together. */
    total: z.int(),
  }),
  async run(scope, { limit, cursor, sort, search, ...filter }) {
    assertSortable(sort, filter.currency);
    const order = orders[sort];
    const apart = await keptApartFromCaller(scope);
    const found = search === undefined ? null : await findPeople(scope, search, apart);
    const narrowed = { ...filter, found, apart };
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, [order.place, "id"]);
    const [rows, [counted]] = await Promise.all([
      scope.read<PublicProfile & Placed>`
        select * from ${Profile} p
        where ${passes(narrowed)}
          ${sort === "price" ? fragment`and from_amount_minor is not null` : fragment``}
          ${after ? order.after(...after) : fragment``}
        order by ${order.by}
        limit ${limit + 1}`,
      scope.read<{ total: number }>`
        select count(*)::int as total from ${Profile} p where ${passes(narrowed)}`,
    ]);
    const page = toPage(scope.tenant, rows, limit, {
      position: (row) => [order.placeOf(row), row.memberId],
      present: presentPerson,
    });
    return { ...page, total: counted?.total ?? 0 };
  },
});

/** Those whom a text finds, at most as many as anybody looks through; they are put in the list's own order. */
async function findPeople(
  scope: Scope,
  text: string,
  without: readonly string[],
): Promise<readonly string[]> {
  const { ids } = await findDocuments(scope, peopleSearch.kind, { text, without, take: mostFound });
  return ids;
}
