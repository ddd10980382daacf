import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { Sanction } from "../models/sanction.ts";
import { ownSanctionView, presentOwnSanction } from "./sanction-view.ts";

export const listOwnSanctions = operation({
  summary: "Lists what the site's team did about the caller, the latest first, a hundred at most.",
  input: z.strictObject({}),
  output: z.object({ items: z.array(ownSanctionView), nextCursor: z.null() }),
  async run(scope) {
    const rows = await scope.read<Sanction>`
      select * from ${Sanction} s where member_id = ${callingMember(scope)}
      order by created_at desc, id desc limit 100`;
    return { items: rows.map(presentOwnSanction), nextCursor: null };
  },
});
