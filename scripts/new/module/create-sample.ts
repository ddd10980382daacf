import { z } from "zod";
import { notFound } from "../../platform/errors.ts";
import { newId } from "../../platform/ids.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { readMember } from "../identity/index.ts";
import { failure } from "./errors.ts";
import { type Sample } from "./models/sample.ts";
import { memberMeant } from "./policy.ts";
import { presentSample, sampleView } from "./present.ts";

export const createSample = operation({
  summary: "Adds the sample of a member, who has none yet.",
  input: z.strictObject({
    /** The caller when not given. */
    memberId: z.uuid().optional(),
    note: z.string().trim().max(500).default(""),
  }),
  output: sampleView,
  async run(scope, { memberId: named, note }) {
    const memberId = memberMeant(scope.actor, named);
    if (!(await readMember(scope, memberId))) throw notFound();
    // Of two at once, the second waits for the first and then adds nothing.
    const [sample] = await scope.sql<Sample>`
      insert into samples (tenant_id, id, member_id, note, created_at, updated_at)
      values (${scope.tenant.id}, ${newId(scope.now)}, ${memberId}, ${note}, ${scope.now}, ${scope.now})
      on conflict (tenant_id, member_id) do nothing
      returning id, member_id, note, created_at`;
    if (!sample) throw failure("example.already_there");
    await announce(scope, "sample.created", { sampleId: sample.id, memberId });
    return presentSample(sample);
  },
});
