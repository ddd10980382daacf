import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { readPeople } from "../../people/index.ts";
import { Host } from "../models/host.ts";
import { SessionOffer } from "../models/session-offer.ts";
import { offerView } from "./offer-fields.ts";
import { presentOffer } from "./present-offer.ts";

export const listOffers = operation({
  summary:
    "Lists the offers that are open for booking, oldest first: of some hosts, or of all, each with its host.",
  input: z.strictObject({ ...pageInput, hostIds: z.array(z.uuid()).min(1).max(50).optional() }),
  output: pageOf(offerView),
  async run(scope, { limit, cursor, hostIds }) {
    const after = cursor === undefined ? null : decodeCursor(scope.tenant, cursor, ["id"]);
    const rows = await scope.read<SessionOffer>`
      select o.id, o.host_id, o.title, o.description, o.minutes, o.amount_minor, o.currency
      from ${SessionOffer} o join ${Host} h on h.id = o.host_id
      where o.is_active and o.hidden_at is null and h.is_accepting and h.is_listed
        ${hostIds === undefined ? fragment`` : fragment`and o.host_id = any(${hostIds}::uuid[])`}
        ${after ? fragment`and o.id > ${after[0]}::uuid` : fragment``}
      order by o.id limit ${limit + 1}`;
    const people = await readPeople(
      scope,
      rows.map(({ hostId }) => hostId),
    );
    return toPage(scope.tenant, rows, limit, {
      position: ({ id }) => [id],
      present: (offer) => presentOffer(offer, people),
    });
  },
});
