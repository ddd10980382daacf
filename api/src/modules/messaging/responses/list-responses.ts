import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { readPeople } from "../../people/index.ts";
import { MemberResponses } from "../models/member-responses.ts";
import { responseRate } from "../rules/responses.ts";

export const listResponses = operation({
  summary:
    "Tells how people the site shows answered messages in the last 90 days: how many of a hundred within a day, and how fast.",
  input: z.strictObject({ memberIds: z.array(z.uuid()).min(1).max(100) }),
  output: z.object({
    items: z.array(
      z.object({
        memberId: z.uuid(),
        /** Of a hundred messages, so many were answered within a day; null while nobody has written. */
        rate: z.int().nullable(),
        /** Half of the answers came as soon as this; null when there is none. */
        medianMinutes: z.int().nullable(),
      }),
    ),
  }),
  async run(scope, { memberIds }) {
    const listed = [...(await readPeople(scope, memberIds)).keys()].toSorted();
    const rows = await scope.read<MemberResponses>`
      select * from ${MemberResponses} r where member_id = any(${listed}::uuid[])`;
    const counted = new Map(rows.map((row) => [row.memberId, row]));
    return {
      items: listed.map((memberId) => {
        const row = counted.get(memberId);
        return { memberId, rate: row ? responseRate(row) : null, medianMinutes: row?.medianMinutes ?? null };
      }),
    };
  },
});
