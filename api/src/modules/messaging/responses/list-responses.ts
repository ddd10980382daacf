import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { plus, seconds } from "../../../platform/time.ts";
import { readPeople } from "../../people/index.ts";
import { MemberResponses } from "../models/member-responses.ts";
import { Participant } from "../models/participant.ts";
import { responseSeconds, responsesOf } from "../rules/responses.ts";

export const listResponses = operation({
  summary:
    "Tells how people the site shows answer messages: how many of a hundred within a day, and how long those took on average.",
  input: z.strictObject({ memberIds: z.array(z.uuid()).min(1).max(100) }),
  output: z.object({
    items: z.array(
      z.object({
        memberId: z.uuid(),
        /** Of a hundred messages, so many were answered within a day; null while nobody has written. */
        rate: z.int().nullable(),
        /** Of the answers within a day; null when there is none. */
        averageSeconds: z.int().nullable(),
      }),
    ),
  }),
  async run(scope, { memberIds }) {
    const listed = [...(await readPeople(scope, memberIds)).keys()].toSorted();
    const counted = await scope.read<MemberResponses>`
      select * from ${MemberResponses} r where member_id = any(${listed}::uuid[])`;
    const waiting = await scope.read<{ memberId: string; overdue: number }>`
      select member_id, count(*)::int as overdue from ${Participant} p
      where member_id = any(${listed}::uuid[]) and left_at is null
        and asked_at < ${plus(scope.now, -seconds(responseSeconds))}
      group by member_id`;
    return {
      items: listed.map((memberId) => {
        const row = counted.find((each) => each.memberId === memberId);
        const overdue = waiting.find((each) => each.memberId === memberId)?.overdue ?? 0;
        const { answered, late, seconds: taken } = row ?? { answered: 0, late: 0, seconds: 0 };
        return { memberId, ...responsesOf({ answered, late, overdue, seconds: taken }) };
      }),
    };
  },
});
