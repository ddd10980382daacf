import { z } from "zod";
import { operation } from "../rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../rpc/paging.ts";
import { fragment } from "../scope/sql.ts";

interface BugRow {
  fingerprint: string;
  place: string;
  type: string;
  message: string;
  stack: string;
  count: number;
  firstAt: Date;
  lastAt: Date;
  lastRequestId: string;
}

const bugView = z.object({
  fingerprint: z.string(),
  /** The procedure, job or timer. */
  place: z.string(),
  type: z.string(),
  /** Without numbers, quoted texts and addresses. */
  message: z.string(),
  stack: z.string(),
  count: z.int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  /** The log's lines of the last time bear it. */
  lastRequestId: z.string(),
});

export const listBugs = operation({
  summary: "Lists the failures nobody expected, alike ones together, latest first.",
  input: z.strictObject(pageInput),
  output: pageOf(bugView),
  async run(scope, { limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["instant", "text"]);
    const rows = await scope.read<BugRow>`
      select fingerprint, place, type, message, stack, count, first_at, last_at, last_request_id from bugs
      ${after ? fragment`where last_at < ${new Date(after[0])} or (last_at = ${new Date(after[0])} and fingerprint > ${after[1]})` : fragment``}
      order by last_at desc, fingerprint limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: ({ lastAt, fingerprint }) => [lastAt.getTime(), fingerprint],
      present: ({ firstAt, lastAt, ...row }) => ({
        ...row,
        firstAt: firstAt.toISOString(),
        lastAt: lastAt.toISOString(),
      }),
    });
  },
});
