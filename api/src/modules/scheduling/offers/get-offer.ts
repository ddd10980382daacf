import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { readPeople } from "../../people/index.ts";
import { Host } from "../models/host.ts";
import { SessionOffer } from "../models/session-offer.ts";
import { offerView } from "./offer-fields.ts";
import { presentOffer } from "./present-offer.ts";

export const getOffer = operation({
  summary: "Answers an offer that is open for booking, with its host.",
  input: z.strictObject({ id: z.uuid() }),
  output: offerView,
  async run(scope, { id }) {
    const [offer] = await scope.read<SessionOffer>`
      select o.id, o.host_id, o.title, o.description, o.minutes, o.amount_minor, o.currency
      from ${SessionOffer} o join ${Host} h on h.id = o.host_id
      where o.id = ${id} and o.is_active and o.hidden_at is null and h.is_listed`;
    if (!offer) throw notFound();
    return presentOffer(offer, await readPeople(scope, [offer.hostId]));
  },
});
