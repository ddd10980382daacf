import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { conversationView } from "./conversation-view.ts";
import { openShared } from "./open-shared.ts";
import { peopleOf } from "./subjects.ts";

export const openSubject = operation({
  summary:
    "Opens the conversation about a thing, such as an order or a booking, of the people who have to do with it: the same one every time.",
  input: z.strictObject({
    kind: z.string().max(40),
    subjectId: z.uuid(),
  }),
  output: conversationView,
  async run(scope, { kind, subjectId }) {
    const own = callingMember(scope);
    const people = await peopleOf(scope, { kind, id: subjectId });
    if (!people?.includes(own)) throw notFound();
    const subject = { kind: "subject", lowId: null, highId: null, subjectKind: kind, subjectId } as const;
    return openShared(scope, own, subject, people);
  },
});
