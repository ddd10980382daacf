import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { Member } from "../models/member.ts";
import { likePattern } from "../members-called.ts";
import { roleInput } from "../person.ts";
import { memberView, presentMember, type ShownMember } from "../present-member.ts";

const order = sorting(
  {
    createdAt: { by: fragment`created_at`, kind: "instant" },
    name: { by: fragment`lower(name)`, kind: "text" },
    email: { by: fragment`email`, kind: "text" },
  },
  "-createdAt",
);

export const listMembers = operation({
  summary: "Lists the site's members, newest first unless another order is asked for.",
  input: z.strictObject({
    ...pageInput,
    ...order.input,
    /** These alone. */
    ids: z.array(z.uuid()).min(1).max(100).optional(),
    /** Part of a name or of an e-mail address. */
    search: z.string().trim().min(1).max(200).optional(),
    role: roleInput.optional(),
    status: z.enum(["active", "suspended", "deactivated", "banned"]).optional(),
  }),
  output: pageOf(memberView),
  async run(scope, { limit, ids, search, role, status, ...place }) {
    const { key, after, by, page } = order.at(scope.tenant, place);
    const pattern = search === undefined ? null : likePattern(search);
    const members = await scope.read<ShownMember & SortedRow>`
      select id, external_id, email, email_verified_at, name, roles, pending_roles, locale, time_zone, preferences, status,
        created_at, ${key}
      from ${Member} m
      where true ${after}
        ${ids === undefined ? fragment`` : fragment`and id = any(${ids}::uuid[])`}
        ${pattern === null ? fragment`` : fragment`and (email like ${pattern} or lower(name) like ${pattern})`}
        ${role === undefined ? fragment`` : fragment`and ${role} = any(roles)`}
        ${status === undefined ? fragment`` : fragment`and status = ${status}`}
      ${by} limit ${limit + 1}`;
    return page(members, limit, presentMember);
  },
});
