import { z } from "zod";
import { discardFile } from "../../../platform/files/attach.ts";
import { storeSquares } from "../../../platform/files/sizes.ts";
import { StoredFile } from "../../../platform/files/stored-file.ts";
import { storeOf } from "../../../platform/files/stores.ts";
import { type Job, threePartJob } from "../../../platform/jobs/job.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { Profile } from "../models/profile.ts";
import { changeProfile } from "../profile/change-profile.ts";
import { photoPurpose } from "./photos.ts";

/** Makes the squares of a chosen photo, then shows it in place of the one before. */
export const showPhoto: Job = threePartJob({
  name: "people.show_photo",
  on: ["photo.chosen"],
  payload: z.object({ memberId: z.uuid(), fileId: z.uuid() }),
  deadlineMs: 60_000,
  async prepare(scope, { memberId, fileId }) {
    const profile = await scope.query(Profile).where({ memberId, chosenPhotoFileId: fileId }).first();
    const [file] = await scope.query(StoredFile).where({ id: fileId });
    if (!profile || !file) return null;
    return { tenantId: scope.tenant.id, memberId, fileId, storage: await storeOf(scope, file) };
  },
  call: (file, { signal }) => storeSquares(file, photoPurpose.widths, signal),
  async finish(scope, { memberId, fileId }, isReady) {
    const [profile] = await scope.query(Profile).where({ memberId, chosenPhotoFileId: fileId }).forUpdate();
    if (!profile) {
      // Overtaken in the meantime: squares stored after the file was given up have to go as well.
      await announce(scope, "file.discarded", { fileId, purpose: photoPurpose.name });
      return;
    }
    await scope.query(Profile).where({ memberId }).patch({ chosenPhotoFileId: null });
    if (!isReady) return discardFile(scope, fileId);
    if (profile.photoFileId !== null) await discardFile(scope, profile.photoFileId);
    await changeProfile(scope, memberId, { photoFileId: fileId });
  },
});
