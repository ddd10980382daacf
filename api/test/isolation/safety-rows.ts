import { randomUUID } from "node:crypto";
import { type Headers } from "./callers.ts";

interface Signed {
  readonly id: string;
  readonly headers: Headers;
}

interface People {
  readonly word: string;
  readonly guest: { readonly id: string };
  readonly coach: Signed;
  readonly client: Signed;
  readonly sibling: Signed;
  readonly staff: Headers;
  /** The id of something the client wrote to the coach. */
  readonly message: string;
}

type Ok = <Result>(path: string, input: object, headers: Headers) => Promise<Result>;

/** What the client searched for, somebody whom they blocked, the case of what they reported, and two warnings of the sibling, who appealed against one. */
export async function safetyRows(
  ok: Ok,
  { word, guest, coach, client, sibling, staff, message }: People,
): Promise<{
  block: string;
  case: string;
  warning: string;
  appealed: string;
  teamNote: string;
  search: string;
}> {
  const block = await ok<{ id: string }>("safety.createBlock", { memberId: guest.id }, client.headers);
  await ok(
    "safety.createReport",
    { subjectKind: "message", subjectId: message, category: "spam", text: `${word} report` },
    coach.headers,
  );
  await ok(
    "safety.createReport",
    { subjectKind: "profile", subjectId: coach.id, category: "spam", text: `${word} report` },
    client.headers,
  );
  const { items } = await ok<{ items: { id: string }[] }>("safety.listCases", {}, staff);
  const warn = (what: string) =>
    ok<{ id: string }>(
      "safety.createSanction",
      { memberId: sibling.id, kind: "warning", reason: `${word} ${what}` },
      staff,
    );
  const [warning, appealed] = [await warn("warning"), await warn("other warning")];
  await ok("safety.appealSanction", { id: appealed.id, text: `${word} appeal` }, sibling.headers);
  const note = await ok<{ id: string }>(
    "insights.createNote",
    { subjectKind: "member", subjectId: sibling.id, text: `${word} note` },
    staff,
  );
  const search = randomUUID();
  const searched = { id: search, kind: "people", text: `${word} search`, found: 0 };
  await ok("insights.noteSearch", searched, client.headers);
  return {
    search,
    block: block.id,
    case: items[0]!.id,
    warning: warning.id,
    appealed: appealed.id,
    teamNote: note.id,
  };
}
