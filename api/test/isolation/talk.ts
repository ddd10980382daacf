import { type Headers } from "./callers.ts";
import { type Ok } from "./world.ts";

interface Person {
  readonly headers: Headers;
}

/** What the client and the coach write to each other about a booking. */
export async function openTalk(
  ok: Ok,
  word: string,
  { bookingId, client, coach }: { bookingId: string; client: Person; coach: Person },
): Promise<{ readonly id: string }> {
  const about = { kind: "booking", subjectId: bookingId };
  const conversation = await ok("messaging.openSubject", about, client.headers);
  const write = (text: string, { headers }: Person) =>
    ok("messaging.sendMessage", { conversationId: conversation.id, clientId: text, text }, headers);
  await write(`${word}-question`, client);
  await write(`${word}-answer`, coach);
  return conversation;
}
