import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { siteOf } from "../../tenancy/index.ts";
import { readMember } from "../../identity/index.ts";
import { assertCategory } from "../categories/assert-category.ts";
import { sellerMeant } from "../policy.ts";
import { addGig } from "./add-gig.ts";
import { gigFields } from "./gig-fields.ts";
import { sellerGigView } from "./gig-view.ts";
import { getSellerGig } from "./get-seller-gig.ts";
import { withIds } from "./with-ids.ts";

export const createGig = operation({
  summary: "Begins a gig as a draft, of which only its seller and the site's team know.",
  input: z.strictObject({
    /** The caller when not given. */
    memberId: z.uuid().optional(),
    title: gigFields.title.default(""),
    description: gigFields.description.default(""),
    categoryId: gigFields.categoryId.default(null),
    tags: gigFields.tags.default([]),
    /** The site's when not given, like the currency. */
    language: gigFields.language.optional(),
    currency: gigFields.currency.optional(),
    extras: gigFields.extras.default([]),
    requirements: gigFields.requirements.default([]),
    faq: gigFields.faq.default([]),
  }),
  output: sellerGigView,
  async run(scope, { memberId, language, currency, ...fields }) {
    const sellerId = sellerMeant(scope.actor, memberId);
    if (!(await readMember(scope, sellerId))) throw notFound();
    await assertCategory(scope, fields.categoryId);
    const site = siteOf(scope.tenant);
    const { id } = await addGig(scope, {
      ...fields,
      sellerId,
      language: language ?? site.locale.slice(0, 2),
      currency: currency ?? site.currency,
      extras: withIds(scope, "extras", { sent: fields.extras, known: [] }),
      requirements: withIds(scope, "requirements", { sent: fields.requirements, known: [] }),
    });
    if (memberIdOf(scope.actor) === null)
      await audit(scope, {
        action: "gigs.create_gig",
        entity: { kind: "gig", id },
        after: { title: fields.title },
      });
    return getSellerGig.run(scope, { id });
  },
});
