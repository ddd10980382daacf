import { type Values } from "../template.ts";
import { type LoggedEvent } from "./event-log.ts";

/** What the placeholders of the webhook log stand for. */
export const eventLogValues = (events: readonly LoggedEvent[]): Values => ({
  title: "Webhooks",
  isEmpty: events.length === 0,
  events: events.map((event) => ({
    id: event.id || "without an id",
    name: event.type ?? "Somebody's request",
    standing: event.verified ? "verified" : "refused",
    receivedAt: event.receivedAt,
    received: new Date(event.receivedAt).toLocaleString("en-GB", {
      dateStyle: "medium",
      timeStyle: "medium",
    }),
    repeats: event.deliveries > 1 && { times: String(event.deliveries) },
    refusal: event.refusedBecause !== null && { reason: event.refusedBecause },
    content: event.verified && {
      timestamp: event.timestamp ?? "",
      data: JSON.stringify(event.data, null, 2),
    },
  })),
});
