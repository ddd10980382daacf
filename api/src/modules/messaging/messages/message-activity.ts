import { type Activity, type ActivitySource } from "../../../platform/module.ts";
import { siteOf } from "../../tenancy/index.ts";
import { Message } from "../models/message.ts";
import { Participant } from "../models/participant.ts";

/** How many messages a member sent on each day of the site; what they say is told to nobody. */
export const messageActivity: ActivitySource = {
  permission: null,
  read: (scope, { memberId, before, limit }) => scope.read<Activity>`
    select max(m.created_at) as at, (array_agg(m.id order by m.created_at desc, m.id desc))[1] as id,
      count(*)::int as count
    from ${Participant} p
    join ${Message} m on m.conversation_id = p.conversation_id and m.sender_id = p.member_id
    where p.member_id = ${memberId}
    group by date_trunc('day', m.created_at at time zone ${siteOf(scope.tenant).timeZone})
    having (max(m.created_at), (array_agg(m.id order by m.created_at desc, m.id desc))[1])
      < (${before.at}, ${before.id}::uuid)
    order by 1 desc, 2 desc limit ${limit}`,
};
