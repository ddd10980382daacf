import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { caseStates, ModerationCase } from "../models/moderation-case.ts";
import { caseView, presentCases } from "./case-view.ts";

const order = sorting({ createdAt: { by: fragment`created_at`, kind: "instant" } }, "createdAt");

export const listCases = operation({
  summary: "Lists what was reported or found by the site's rules, the longest waiting first unless told.",
  input: z.strictObject({
    ...pageInput,
    ...order.input,
    /** `waiting`: open or claimed. */
    state: z.enum(["waiting", ...caseStates]).optional(),
    subjectKind: z.string().max(40).optional(),
    /** Whose content it is. */
    authorId: z.uuid().optional(),
  }),
  output: pageOf(caseView),
  async run(scope, { limit, state, subjectKind, authorId, ...place }) {
    const { key, after, by, page } = order.at(scope.tenant, place);
    const states = state === "waiting" ? ["open", "claimed"] : [state];
    const rows = await scope.read<ModerationCase & SortedRow>`
      select c.*, ${key} from ${ModerationCase} c
      where true ${after}
        ${state === undefined ? fragment`` : fragment`and state = any(${states}::text[])`}
        ${subjectKind === undefined ? fragment`` : fragment`and subject_kind = ${subjectKind}`}
        ${authorId === undefined ? fragment`` : fragment`and author_id = ${authorId}`}
      ${by} limit ${limit + 1}`;
    const { items, nextCursor } = page(rows, limit, (row) => row);
    return { items: await presentCases(scope, items), nextCursor };
  },
});
