import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { ProviderApplication } from "../models/provider-application.ts";
import { type ApplicationRow, applicationView, presentApplication } from "./present-application.ts";

const order = sorting(
  {
    appliedAt: { by: fragment`created_at`, kind: "instant" },
    role: { by: fragment`role`, kind: "text" },
  },
  "-appliedAt",
);

export const listApplications = operation({
  summary:
    "Lists applications, newest first unless another order is asked for: a member its own, the team everybody's.",
  input: z.strictObject({
    ...pageInput,
    ...order.input,
    state: z.enum(["applied", "approved", "rejected", "withdrawn"]).optional(),
  }),
  output: pageOf(applicationView),
  async run(scope, { limit, state, ...place }) {
    const own = memberIdOf(scope.actor);
    const { key, after, by, page } = order.at(scope.tenant, place);
    const rows = await scope.read<ApplicationRow & SortedRow>`
      select a.*, ${key} from ${ProviderApplication} a
      where true
        ${own === null ? fragment`` : fragment`and member_id = ${own}`}
        ${state === undefined ? fragment`` : fragment`and state = ${state}`}
        ${after}
      ${by} limit ${limit + 1}`;
    return page(rows, limit, presentApplication);
  },
});
