import { type Activity, type ActivitySource } from "../../../platform/module.ts";
import { ModerationCase } from "../models/moderation-case.ts";
import { Report } from "../models/report.ts";
import { Sanction } from "../models/sanction.ts";

/** What a member reported; the case it went into is the subject. */
export const reportActivity: ActivitySource = {
  permission: "safety.moderate",
  read: (scope, { memberId, before, limit }) => scope.read<Activity>`
    select id, created_at as at, case_id as subject_id, category as state from ${Report} r
    where reporter_id = ${memberId} and (created_at, id) < (${before.at}, ${before.id}::uuid)
    order by created_at desc, id desc limit ${limit}`,
};

/** Cases about what a member wrote or did. */
export const caseActivity: ActivitySource = {
  permission: "safety.moderate",
  read: (scope, { memberId, before, limit }) => scope.read<Activity>`
    select id, created_at as at, id as subject_id, state from ${ModerationCase} c
    where author_id = ${memberId} and (created_at, id) < (${before.at}, ${before.id}::uuid)
    order by created_at desc, id desc limit ${limit}`,
};

/** Warnings, suspensions and bans of a member. */
export const sanctionActivity: ActivitySource = {
  permission: "safety.moderate",
  read: (scope, { memberId, before, limit }) => scope.read<Activity>`
    select id, created_at as at, kind as state from ${Sanction} s
    where member_id = ${memberId} and (created_at, id) < (${before.at}, ${before.id}::uuid)
    order by created_at desc, id desc limit ${limit}`,
};
