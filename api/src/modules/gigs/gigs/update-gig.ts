import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { assertCategory } from "../categories/assert-category.ts";
import { editGig } from "./edit-gig.ts";
import { changedOn, gigFields } from "./gig-fields.ts";
import { sellerGigView } from "./gig-view.ts";
import { withIds } from "./with-ids.ts";

export const updateGig = operation({
  summary: "Changes the fields sent of a gig and leaves the others. One that was published stays complete.",
  input: z.strictObject({
    id: z.uuid(),
    ...changedOn,
    title: gigFields.title.exactOptional(),
    description: gigFields.description.exactOptional(),
    categoryId: gigFields.categoryId.exactOptional(),
    tags: gigFields.tags.exactOptional(),
    language: gigFields.language.exactOptional(),
    currency: gigFields.currency.exactOptional(),
    extras: gigFields.extras.exactOptional(),
    requirements: gigFields.requirements.exactOptional(),
    faq: gigFields.faq.exactOptional(),
  }),
  output: sellerGigView,
  run: (scope, { id, version, extras, requirements, ...fields }) =>
    editGig(
      scope,
      { id, action: "gigs.update_gig", ...(version !== undefined && { version }) },
      async (gig) => {
        if (fields.categoryId !== undefined && fields.categoryId !== gig.categoryId)
          await assertCategory(scope, fields.categoryId);
        if (fields.currency !== undefined && fields.currency !== gig.currency && gig.state !== "draft")
          throw invalidFields({
            path: ["currency"],
            message: "A gig that was published keeps its currency.",
          });
        return {
          ...fields,
          ...(extras && { extras: withIds(scope, "extras", { sent: extras, known: gig.extras }) }),
          ...(requirements && {
            requirements: withIds(scope, "requirements", { sent: requirements, known: gig.requirements }),
          }),
        };
      },
    ),
});
