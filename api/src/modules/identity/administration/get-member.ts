import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberView, presentMemberById } from "../present-member.ts";

export const getMember = operation({
  summary: "Answers one member.",
  input: z.strictObject({ id: z.uuid() }),
  output: memberView,
  async run(scope, { id }) {
    const member = await presentMemberById(scope, id);
    if (!member) throw notFound();
    return member;
  },
});
