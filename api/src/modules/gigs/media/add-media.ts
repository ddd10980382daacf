import { z } from "zod";
import { attachFile } from "../../../platform/files/attach.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { editGig } from "../gigs/edit-gig.ts";
import { changedOn } from "../gigs/gig-fields.ts";
import { sellerGigView } from "../gigs/gig-view.ts";
import { GigMedia } from "../models/gig-media.ts";
import { mediaPurpose } from "./media-purpose.ts";

/** The most pictures, videos and documents of one gig. */
const mostMedia = 12;

export const addMedia = operation({
  summary:
    "Shows an uploaded picture, video or document with a gig, as the last one. One that is shown already stays where it is.",
  input: z.strictObject({ gigId: z.uuid(), fileId: z.uuid(), ...changedOn }),
  output: sellerGigView,
  run: (scope, { gigId, fileId, version }) =>
    editGig(
      scope,
      { id: gigId, action: "gigs.add_media", ...(version !== undefined && { version }) },
      async (_, { media }) => {
        if (media.some(({ id }) => id === fileId)) return {};
        if (media.length >= mostMedia) throw failure("gigs.too_many_media", { most: mostMedia });
        await attachFile(scope, { fileId, purpose: mediaPurpose.name, subjectId: gigId });
        await scope.query(GigMedia).insert({ gigId, fileId, position: media.length });
        return {};
      },
    ),
});
