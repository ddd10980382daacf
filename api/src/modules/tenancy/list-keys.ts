import { z } from "zod";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { ApiKey } from "./models/api-key.ts";
import { keyView, presentKey, type ShownKey } from "./present.ts";

export const listKeys = operation({
  summary: "Lists the site's keys, newest first. Secret keys show their hint only.",
  input: z.strictObject({
    ...pageInput,
    /** Also keys that were revoked or have expired. */
    includeEnded: z.boolean().default(false),
  }),
  output: pageOf(keyView),
  async run(scope, { limit, cursor, includeEnded }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, 1);
    const keys = await scope.read<ShownKey>`
      select id, kind, name, hint, token, scopes, created_at, last_used_at, expires_at, revoked_at
      from ${ApiKey} k
      where true ${includeEnded ? fragment`` : fragment`and revoked_at is null`}
        ${after ? fragment`and id < ${after[0]}::uuid` : fragment``}
      order by id desc limit ${limit + 1}`;
    return toPage(scope.tenant, keys, limit, { position: (key) => [key.id], present: presentKey });
  },
});
