import { type IncomingMessage, type ServerResponse } from "node:http";
import { constructEvent, WebhookError } from "@tessera/sdk";
import { readBody } from "./body.ts";
import { type EventLog } from "./event-log.ts";

const mostBytes = 1024 * 1024;

/** Receives a webhook: verifies it on the bytes as they came, applies it once, and refuses with 400 what must not be believed. */
export async function receiveWebhook(
  request: IncomingMessage,
  answer: ServerResponse,
  { log, secret }: { readonly log: EventLog; readonly secret: string },
): Promise<void> {
  const body = await readBody(request, mostBytes);
  if (!body) {
    answer.writeHead(413, { Connection: "close" }).end();
    return;
  }
  const id = String(request.headers["webhook-id"] ?? "");
  try {
    const { type, timestamp, data } = await constructEvent(body, request.headers, secret);
    // A webhook may come twice. What was applied is known by its id, and the repeat is thanked for like the first.
    log.apply({ id, type, timestamp, data });
    answer.writeHead(204).end();
  } catch (problem) {
    // Anything else is answered with 500, and the webhook comes again.
    if (!(problem instanceof WebhookError)) throw problem;
    log.refuse(id, problem.message);
    answer.writeHead(400, { "Content-Type": "text/plain; charset=utf-8" }).end(problem.message);
  }
}
