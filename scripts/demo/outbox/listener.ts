import { readFile } from "node:fs/promises";
import { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { join } from "node:path";
import { type OutboxMail } from "./mails.ts";
import { type OutboxMessage } from "./messages.ts";
import { outboxPage } from "./page.ts";

/** Finds what was captured, newest first; mails of one addressee when given. */
export interface Captured {
  readonly mails: (to: string | null) => Promise<readonly OutboxMail[]>;
  readonly messages: () => Promise<readonly OutboxMessage[]>;
}

const headers = {
  // No script runs here, whatever a mail brings; mails may style themselves.
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' https: http: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Shows what was captured: `/outbox` for people; `/outbox.json` for programs, with mails (`?to=` narrows both to one addressee), and `/outbox/messages.json` with pushes and text messages. */
export const outboxListener =
  (captured: Captured): RequestListener =>
  (request, answer) => {
    respond(request, answer, captured).catch((error: Error) => {
      answer.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(error.message);
    });
  };

async function respond(request: IncomingMessage, answer: ServerResponse, captured: Captured): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://outbox");
  const send = (status: number, type: string, body: string | Buffer, more: Record<string, string> = {}) => {
    answer.writeHead(status, { ...headers, "Content-Type": type, ...more }).end(body);
  };
  if (pathname === "/") return void answer.writeHead(302, { Location: "/outbox" }).end();
  if (pathname === "/outbox.css")
    return send(200, "text/css; charset=utf-8", await readFile(join(import.meta.dirname, "outbox.css")));
  const mails = await captured.mails(searchParams.get("to"));
  if (pathname === "/outbox.json") return send(200, "application/json", JSON.stringify(mails));
  const messages = await captured.messages();
  if (pathname === "/outbox/messages.json") return send(200, "application/json", JSON.stringify(messages));
  const page = (open: OutboxMail | undefined) => outboxPage({ mails, messages }, open);
  if (pathname === "/outbox") return send(200, html, page(mails[0]), { Refresh: "4" });

  const [, id, index] = /^\/outbox\/([\w-]+)(?:\/(\d+))?$/.exec(pathname) ?? [];
  const mail = mails.find((each) => each.id === id);
  if (!mail) return send(404, html, page(undefined));
  if (index === undefined) return send(200, html, page(mail));
  const file = mail.attachments[Number(index)];
  if (!file) return send(404, html, page(mail));
  send(200, file.contentType, file.content, {
    "Content-Disposition": `attachment; filename="${file.filename}"`,
  });
}

const html = "text/html; charset=utf-8";
