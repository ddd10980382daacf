import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberIdOf, visitorIdOf } from "../../../platform/scope/actor.ts";
import { Search } from "../models/search.ts";

export const noteOpened = operation({
  summary: "Notes that a result of one's own search was opened; only the first one counts.",
  input: z.strictObject({
    /** Of the search. */
    id: z.uuid(),
    /** The thing that was opened. */
    openedId: z.uuid(),
  }),
  output: z.object({}),
  async run(scope, { id, openedId }) {
    const [search] = await scope.query(Search).where({ id }).forUpdate();
    const isOwn =
      search &&
      ((search.visitorId !== null && search.visitorId === visitorIdOf(scope.actor)) ||
        (search.memberId !== null && search.memberId === memberIdOf(scope.actor)));
    if (!isOwn) throw notFound();
    if (search.openedId === null)
      await scope.query(Search).where({ id }).patch({ openedId, openedAt: scope.now });
    return {};
  },
});
