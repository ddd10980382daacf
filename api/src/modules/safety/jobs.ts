import { z } from "zod";
import { type Job, job } from "../../platform/jobs/job.ts";
import { lockMember } from "../identity/index.ts";
import { alertModerators, mailAlert } from "./alerts/tell-moderators.ts";
import { endSanctionsInForce } from "./sanctions/end-sanctions.ts";

export const safetyJobs: readonly Job[] = [
  alertModerators,
  mailAlert,
  job({
    name: "safety.follow_member",
    on: ["member.changed"],
    payload: z.object({ memberId: z.uuid() }),
    async run(scope, { memberId }) {
      const member = await lockMember(scope, memberId);
      // The team may let somebody in again on the member's page, which ends what kept them out.
      if (member.status === "active") await endSanctionsInForce(scope, memberId);
    },
  }),
];
