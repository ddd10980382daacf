import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { editGig } from "../gigs/edit-gig.ts";
import { changedOn } from "../gigs/gig-fields.ts";
import { sellerGigView } from "../gigs/gig-view.ts";
import { placeMedia } from "./place-media.ts";

export const sortMedia = operation({
  summary: "Puts the media of a gig into an order. The first picture of it is the cover.",
  input: z.strictObject({
    gigId: z.uuid(),
    ...changedOn,
    /** Every one of the gig, each once. */
    fileIds: z.array(z.uuid()).max(100),
  }),
  output: sellerGigView,
  run: (scope, { gigId, fileIds, version }) =>
    editGig(
      scope,
      { id: gigId, action: "gigs.sort_media", ...(version !== undefined && { version }) },
      async (_, { media }) => {
        const isWhole = fileIds.length === media.length && media.every(({ id }) => fileIds.includes(id));
        if (!isWhole)
          throw invalidFields({ path: ["fileIds"], message: "Name every file of the gig, each once." });
        await placeMedia(scope, gigId, fileIds);
        return {};
      },
    ),
});
