import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { conversationView } from "./conversation-view.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { beginShared, openShared } from "./open-shared.ts";
import { peopleOf, type Subject } from "./subjects.ts";

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
    return openShared(scope, own, topicOf({ kind, id: subjectId }), people);
  },
});

/** Opens the conversation about a thing of the people who have to do with it, without anybody asking; once, however often it is told. */
export async function beginAbout(scope: Scope, subject: Subject): Promise<void> {
  const people = await peopleOf(scope, subject);
  if (people) await beginShared(scope, topicOf(subject), people);
}

const topicOf = ({ kind, id }: Subject) =>
  ({ kind: "subject", lowId: null, highId: null, subjectKind: kind, subjectId: id }) as const;
