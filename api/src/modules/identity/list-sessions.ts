import { z } from "zod";
import { wallClock } from "../../platform/clock.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../platform/rpc/paging.ts";
import { fragment } from "../../platform/scope/sql.ts";
import { Session } from "./models/session.ts";
import { callingMember } from "./policy.ts";
import { deviceView, presentDevice, type ShownSession } from "./present.ts";

export const listSessions = operation({
  summary: "Lists the devices the caller is signed in on, newest sign-in first.",
  input: z.strictObject(pageInput),
  output: pageOf(deviceView),
  async run(scope, { limit, cursor }) {
    const { actor, tenant } = scope;
    const memberId = callingMember(scope);
    const currentId = actor.kind === "member" ? actor.sessionId : null;
    const after = cursor === undefined ? null : decodeCursor(tenant, cursor, ["id"]);
    const sessions = await scope.read<ShownSession>`
      select id, user_agent, ip, origin, started_at, seen_at from ${Session} s
      where member_id = ${memberId} and ended_at is null and expires_at > ${wallClock()}
        ${after ? fragment`and id < ${after[0]}::uuid` : fragment``}
      order by id desc limit ${limit + 1}`;
    return toPage(tenant, sessions, limit, {
      position: (session) => [session.id],
      present: (session) => presentDevice(session, currentId),
    });
  },
});
