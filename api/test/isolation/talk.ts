import { type Headers } from "./callers.ts";
import { type Ok } from "./world.ts";

interface Person {
  readonly id: string;
  readonly headers: Headers;
}

/** What the client and the coach write to each other about a booking. */
export async function openTalk(
  ok: Ok,
  word: string,
  { bookingId, client, coach }: { bookingId: string; client: Person; coach: Person },
): Promise<{ readonly conversation: string; readonly message: string; readonly group: string }> {
  const about = { kind: "booking", subjectId: bookingId };
  const conversation = await ok("messaging.openSubject", about, client.headers);
  const write = (text: string, { headers }: Person) =>
    ok("messaging.sendMessage", { conversationId: conversation.id, clientId: text, text }, headers);
  const question = await write(`${word}-question`, client);
  await write(`${word}-answer`, coach);
  const group = await ok(
    "messaging.createGroup",
    { title: `${word} circle`, memberIds: [coach.id] },
    client.headers,
  );
  // Whether the coach is there.
  await ok("messaging.updatePresence", { state: "online" }, coach.headers);
  return { conversation: conversation.id, message: question.id, group: group.id };
}
