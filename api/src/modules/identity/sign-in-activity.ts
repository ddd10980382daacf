import { type Activity, type ActivitySource } from "../../platform/module.ts";
import { Session } from "./models/session.ts";

/** When a member signed in, as long as the session is kept. */
export const signInActivity: ActivitySource = {
  permission: null,
  read: (scope, { memberId, before, limit }) => scope.read<Activity>`
    select id, started_at as at from ${Session} s
    where member_id = ${memberId} and (started_at, id) < (${before.at}, ${before.id}::uuid)
    order by started_at desc, id desc limit ${limit}`,
};
