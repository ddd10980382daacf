import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../platform/rpc/sorting.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { ApiKey } from "./models/api-key.ts";
import { keyView, presentKey, type ShownKey } from "./present.ts";

const order = sorting(
  {
    createdAt: { by: fragment`created_at`, kind: "instant" },
    name: { by: fragment`lower(name)`, kind: "text" },
  },
  "-createdAt",
);

export const listKeys = operation({
  summary:
    "Lists the site's keys, newest first unless another order is asked for. Secret keys show their hint only.",
  input: z.strictObject({
    ...pageInput,
    ...order.input,
    /** Also keys that were revoked or have expired. */
    includeEnded: z.boolean().default(false),
  }),
  output: pageOf(keyView),
  async run(scope, { limit, includeEnded, ...place }) {
    const { key, after, by, page } = order.at(scope.tenant, place);
    const keys = await scope.read<ShownKey & SortedRow>`
      select id, kind, name, hint, token, scopes, created_at, last_used_at, expires_at, revoked_at,
        ${key}
      from ${ApiKey} k
      where true ${includeEnded ? fragment`` : fragment`and revoked_at is null`}
        ${after}
      ${by} limit ${limit + 1}`;
    return page(keys, limit, presentKey);
  },
});
