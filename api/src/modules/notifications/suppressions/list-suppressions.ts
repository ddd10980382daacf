import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { MailSuppression, suppressionReasons } from "../models/mail-suppression.ts";

const order = sorting(
  {
    createdAt: { by: fragment`created_at`, kind: "instant" },
    address: { by: fragment`address`, kind: "text" },
  },
  "-createdAt",
);

export const listSuppressions = operation({
  summary: "Lists the addresses that get no more mails, newest first unless another order is asked for.",
  input: z.strictObject({
    ...pageInput,
    ...order.input,
    /** A part of the address. */
    search: z.string().trim().max(200).optional(),
  }),
  output: pageOf(
    z.object({
      id: z.uuid(),
      address: z.string(),
      reason: z.enum(suppressionReasons),
      /** In the words of the mail server. */
      detail: z.string(),
      /** Who said so, such as `smtp` or `sendgrid`. */
      source: z.string(),
      createdAt: z.iso.datetime(),
    }),
  ),
  async run(scope, { limit, search, ...place }) {
    const { key, after, by, page } = order.at(scope.tenant, place);
    const rows = await scope.read<MailSuppression & SortedRow>`
      select s.*, ${key} from ${MailSuppression} s
      where true
        ${search ? fragment`and position(${search.toLowerCase()} in address) > 0` : fragment``}
        ${after}
      ${by} limit ${limit + 1}`;
    return page(rows, limit, ({ id, address, reason, detail, source, createdAt }) => ({
      id,
      address,
      reason,
      detail,
      source,
      createdAt: createdAt.toISOString(),
    }));
  },
});
