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
  readonly staff: Headers;
}

type Ok = <Result>(path: string, input: object, headers: Headers) => Promise<Result>;

/** Somebody whom the client blocked, and the case of what they reported. */
export async function safetyRows(
  ok: Ok,
  { word, guest, coach, client, staff }: People,
): Promise<{ block: string; case: string }> {
  const block = await ok<{ id: string }>("safety.createBlock", { memberId: guest.id }, client.headers);
  await ok(
    "safety.createReport",
    { subjectKind: "profile", subjectId: coach.id, category: "spam", text: `${word} report` },
    client.headers,
  );
  const { items } = await ok<{ items: { id: string }[] }>("safety.listCases", {}, staff);
  return { block: block.id, case: items[0]!.id };
}
