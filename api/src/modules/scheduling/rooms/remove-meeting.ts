import { z } from "zod";
import { type Job, threePartJob } from "../../../platform/jobs/job.ts";
import { type ConnectedVideo, videoSetup } from "../../../platform/providers/video/for-tenant.ts";

interface Removal {
  readonly connected: ConnectedVideo;
  readonly meetingId: string;
}

/** Takes a meeting away that no session has any more. */
export const removeMeeting: Job = threePartJob<{ connectionId: string; meetingId: string }, Removal, void>({
  name: "scheduling.remove_meeting",
  on: ["video.meeting_surplus"],
  payload: z.object({ connectionId: z.uuid(), meetingId: z.string() }),
  async prepare(scope, { connectionId, meetingId }) {
    const connected = await videoSetup().connections?.find(scope, connectionId);
    return connected ? { connected, meetingId } : null;
  },
  call: ({ connected, meetingId }, options) => connected.provider.cancel(meetingId, options),
  finish: async () => {},
});
