import { z } from "zod";
import { type Job, job } from "../../platform/jobs/job.ts";
import { isListed } from "../people/index.ts";
import { lockHost } from "./hours/host-row.ts";
import { Host } from "./models/host.ts";
import { arrangeRoom } from "./rooms/arrange-room.ts";
import { removeMeeting } from "./rooms/remove-meeting.ts";

export const schedulingJobs: readonly Job[] = [
  arrangeRoom,
  removeMeeting,
  job({
    name: "scheduling.follow_profile",
    on: ["profile.changed"],
    payload: z.object({ memberId: z.uuid() }),
    async run(scope, { memberId }) {
      const listed = await isListed(scope, memberId);
      // Making the row settles which comes first: this, or a calendar that is being made at the same moment.
      if (listed) await lockHost(scope, memberId);
      await scope
        .query(Host)
        .where({ id: memberId })
        .whereNot({ isListed: listed })
        .patch({ isListed: listed });
    },
  }),
];
