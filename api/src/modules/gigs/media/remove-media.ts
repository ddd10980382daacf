import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { editGig } from "../gigs/edit-gig.ts";
import { changedOn } from "../gigs/gig-fields.ts";
import { sellerGigView } from "../gigs/gig-view.ts";
import { GigMedia } from "../models/gig-media.ts";
import { discardUnused } from "./discard-unused.ts";
import { placeMedia } from "./place-media.ts";

export const removeMedia = operation({
  summary:
    "Shows a picture, video or document with a gig no more; it is deleted unless a copy of the gig shows it.",
  input: z.strictObject({ gigId: z.uuid(), fileId: z.uuid(), ...changedOn }),
  output: sellerGigView,
  run: (scope, { gigId, fileId, version }) =>
    editGig(
      scope,
      { id: gigId, action: "gigs.remove_media", ...(version !== undefined && { version }) },
      async (_, { media }) => {
        if (media.every(({ id }) => id !== fileId)) throw notFound();
        await scope.query(GigMedia).where({ gigId, fileId }).delete();
        await discardUnused(scope, [fileId]);
        const left = media.filter(({ id }) => id !== fileId);
        await placeMedia(
          scope,
          gigId,
          left.map(({ id }) => id),
        );
        return {};
      },
    ),
});
