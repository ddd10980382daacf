import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { attachFile, discardFile } from "../../../platform/files/attach.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { Profile } from "../models/profile.ts";
import { personMeant } from "../policy.ts";
import { changeProfile } from "../profile/change-profile.ts";
import { lockProfile } from "../profile/read-profile.ts";
import { photoPurpose } from "./photos.ts";

export const setPhoto = operation({
  summary:
    "Makes an uploaded picture the caller's photo, shown as soon as its sizes are ready; null takes the photo away. The team may name anybody's.",
  input: z.strictObject({ fileId: z.uuid().nullable(), memberId: z.uuid().optional() }),
  output: z.object({ state: z.enum(["processing", "shown", "none"]) }),
  async run(scope, { fileId, memberId }) {
    const subjectId = personMeant(scope, memberId);
    const { photoFileId, chosenPhotoFileId } = await lockProfile(scope, subjectId);
    if (fileId !== null && fileId === photoFileId) return { state: "shown" as const };
    if (fileId !== null) await attachFile(scope, { fileId, purpose: photoPurpose.name, subjectId });
    // A photo chosen before that was not shown yet is overtaken.
    if (chosenPhotoFileId !== null && chosenPhotoFileId !== fileId)
      await discardFile(scope, chosenPhotoFileId);
    await scope.query(Profile).where({ memberId: subjectId }).patch({ chosenPhotoFileId: fileId });
    if (memberIdOf(scope.actor) === null) {
      await audit(scope, {
        action: "people.set_photo",
        entity: { kind: "member", id: subjectId },
        before: { fileId: photoFileId },
        after: { fileId },
      });
    }
    if (fileId !== null) {
      await announce(scope, "photo.chosen", { memberId: subjectId, fileId });
      return { state: "processing" as const };
    }
    if (photoFileId !== null) {
      await discardFile(scope, photoFileId);
      await changeProfile(scope, subjectId, { photoFileId: null });
    }
    return { state: "none" as const };
  },
});
