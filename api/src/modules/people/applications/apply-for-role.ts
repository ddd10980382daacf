import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { assertVerifiedEmail, callingMember } from "../../identity/index.ts";
import { watchPerson } from "../profile/watch-person.ts";
import { openApplication } from "./open-application.ts";
import { applicationView, presentApplication } from "./present-application.ts";

export const applyForRole = operation({
  summary: "Applies to offer services in a role. The team decides, unless the site approves by itself.",
  input: z.strictObject({
    /** Such as `coach`. */
    role: z.string().min(1).max(40),
    note: z.string().trim().max(2000).default(""),
  }),
  output: applicationView,
  async run(scope, { role, note }) {
    const memberId = callingMember(scope);
    await assertVerifiedEmail(scope, memberId);
    const application = await openApplication(scope, { memberId, role, note });
    await watchPerson(scope, { memberId, place: "application", texts: [note], audience: "private" });
    return presentApplication(application);
  },
});
