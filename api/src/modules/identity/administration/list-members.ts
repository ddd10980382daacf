import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { Member } from "../models/member.ts";
import { roleInput } from "../person.ts";
import { memberView, presentMember, type ShownMember } from "../present-member.ts";

export const listMembers = operation({
  summary: "Lists the site's members, newest first.",
  input: z.strictObject({
    ...pageInput,
    /** Part of a name or of an e-mail address. */
    search: z.string().trim().min(1).max(200).optional(),
    role: roleInput.optional(),
    status: z.enum(["active", "deactivated", "banned"]).optional(),
  }),
  output: pageOf(memberView),
  async run(scope, { limit, cursor, search, role, status }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, 1);
    const pattern = search === undefined ? null : `%${search.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
    const members = await scope.read<ShownMember>`
      select id, external_id, email, email_verified_at, name, roles, locale, time_zone, status, created_at
      from ${Member} m
      where true ${after ? fragment`and id < ${after[0]}::uuid` : fragment``}
        ${pattern === null ? fragment`` : fragment`and (email like ${pattern} or lower(name) like ${pattern})`}
        ${role === undefined ? fragment`` : fragment`and ${role} = any(roles)`}
        ${status === undefined ? fragment`` : fragment`and status = ${status}`}
      order by id desc limit ${limit + 1}`;
    return toPage(scope.tenant, members, limit, {
      position: (member) => [member.id],
      present: presentMember,
    });
  },
});
