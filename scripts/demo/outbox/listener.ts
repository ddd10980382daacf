import { readFile } from "node:fs/promises";
import { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { join } from "node:path";
import { type OutboxMail } from "./mails.ts";
import { outboxPage } from "./page.ts";

/** Finds mails, newest first; of one addressee when given. */
export type FindMails = (to: string | null) => Promise<readonly OutboxMail[]>;

const headers = {
  // No script runs here, whatever a mail brings; mails may style themselves.
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' https: http: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Shows captured mails: `/outbox` for people, `/outbox.json` for programs (`?to=` narrows both to one addressee). */
export const outboxListener =
  (find: FindMails): RequestListener =>
  (request, answer) => {
    respond(request, answer, find).catch((error: Error) => {
      answer.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(error.message);
    });
  };

async function respond(request: IncomingMessage, answer: ServerResponse, find: FindMails): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://outbox");
  const send = (status: number, type: string, body: string | Buffer, more: Record<string, string> = {}) => {
    answer.writeHead(status, { ...headers, "Content-Type": type, ...more }).end(body);
  };
  if (pathname === "/") return void answer.writeHead(302, { Location: "/outbox" }).end();
  if (pathname === "/outbox.css")
    return send(200, "text/css; charset=utf-8", await readFile(join(import.meta.dirname, "outbox.css")));
  const mails = await find(searchParams.get("to"));
  if (pathname === "/outbox.json") return send(200, "application/json", JSON.stringify(mails));
  if (pathname === "/outbox") return send(200, html, outboxPage(mails, mails[0]), { Refresh: "4" });

  const [, id, index] = /^\/outbox\/([\w-]+)(?:\/(\d+))?$/.exec(pathname) ?? [];
  const mail = mails.find((each) => each.id === id);
  if (!mail) return send(404, html, outboxPage(mails, undefined));
  if (index === undefined) return send(200, html, outboxPage(mails, mail));
  const file = mail.attachments[Number(index)];
  if (!file) return send(404, html, outboxPage(mails, mail));
  send(200, file.contentType, file.content, {
    "Content-Disposition": `attachment; filename="${file.filename}"`,
  });
}

const html = "text/html; charset=utf-8";
