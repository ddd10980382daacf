import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { ProviderApplication } from "../models/provider-application.ts";
import { type ApplicationRow, applicationView, presentApplication } from "./present-application.ts";

export const listApplications = operation({
  summary: "Lists applications, newest first: a member its own, the team everybody's.",
  input: z.strictObject({
    ...pageInput,
    state: z.enum(["applied", "approved", "rejected", "withdrawn"]).optional(),
  }),
  output: pageOf(applicationView),
  async run(scope, { limit, cursor, state }) {
    const own = memberIdOf(scope.actor);
    const [at, id] = cursor === undefined ? [null, null] : decodeCursor(scope.tenant, cursor, 2);
    const rows = await scope.read<ApplicationRow>`
      select * from ${ProviderApplication} a
      where true
        ${own === null ? fragment`` : fragment`and member_id = ${own}`}
        ${state === undefined ? fragment`` : fragment`and state = ${state}`}
        ${cursor === undefined ? fragment`` : fragment`and (created_at, id) < (${new Date(Number(at))}, ${String(id)}::uuid)`}
      order by created_at desc, id desc
      limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: (row) => [row.createdAt.getTime(), row.id],
      present: presentApplication,
    });
  },
});
