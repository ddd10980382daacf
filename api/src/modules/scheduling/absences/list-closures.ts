import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { Closure } from "../models/closure.ts";
import { closureView, presentClosure } from "./closure-view.ts";

export const listClosures = operation({
  summary: "Lists the site's holidays, latest first.",
  input: z.strictObject(pageInput),
  output: pageOf(closureView),
  async run(scope, { limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["date", "id"]);
    const rows = await scope.read<Closure>`
      select id, name, from_on, until_on from ${Closure} c
      where true ${after ? fragment`and (from_on, id) < (${after[0]}::date, ${after[1]}::uuid)` : fragment``}
      order by from_on desc, id desc limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: ({ fromOn, id }) => [fromOn, id],
      present: presentClosure,
    });
  },
});
