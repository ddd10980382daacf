import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { SessionOffer } from "../models/session-offer.ts";
import { hostMeant } from "../policy.ts";
import { hostOfferView } from "./offer-fields.ts";
import { presentHostOffer } from "./present-offer.ts";

export const listHostOffers = operation({
  summary: "Lists all offers of a host with everything that was decided about them, oldest first.",
  input: z.strictObject({
    ...pageInput,
    /** The caller's own offers when not given. */
    hostId: z.uuid().optional(),
  }),
  output: pageOf(hostOfferView),
  async run(scope, { limit, cursor, hostId: named }) {
    const hostId = hostMeant(scope.actor, named);
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["id"]);
    const rows = await scope.read<SessionOffer>`
      select * from ${SessionOffer} o
      where host_id = ${hostId} ${after ? fragment`and id > ${after[0]}::uuid` : fragment``}
      order by id limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, { position: ({ id }) => [id], present: presentHostOffer });
  },
});
