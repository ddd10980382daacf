import { readFile } from "node:fs/promises";
import { type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { fill, type Values } from "../template.ts";
import { EventLog } from "./event-log.ts";
import { eventLogValues } from "./event-log-page.ts";
import { type SiteMember, MemberDesk } from "./members.ts";
import { receiveWebhook } from "./webhooks.ts";

/** What the demo tells the server side of a tenant's site. */
export interface BackendSetup {
  readonly apiUrl: string;
  readonly publishableKey: string;
  /** Signs in the site's own members; it never leaves this server. */
  readonly secretKey: string;
  /** What webhooks of the site's endpoint are signed with. */
  readonly webhookSecret: string;
  /** The file that received events are kept in. */
  readonly eventFile: string;
  /** The people the site knows by its own passwords. */
  readonly members: readonly SiteMember[];
}

/** What a tenant's own server does. Answers false for a path that is none of its. */
export type Backend = (request: IncomingMessage, answer: ServerResponse, path: string) => Promise<boolean>;

/** The server side of a tenant's site: it hears of events by signed webhooks, and signs the site's own members in. */
export function siteBackend(name: string, setup: BackendSetup): Backend {
  const log = new EventLog(setup.eventFile);
  const desk = new MemberDesk(setup.members);
  const headers = pageHeaders(setup.apiUrl);

  const show = async (answer: ServerResponse, { status = 200, page, values, ...more }: Shown) => {
    const [text, head] = await Promise.all([pageFile(`${page}.html`), pageFile("head.html")]);
    const html = fill({ text, part: () => head }, { site: name, ...values });
    answer
      .writeHead(status, { ...headers, "Content-Type": "text/html; charset=utf-8", ...more.headers })
      .end(html);
  };
  const { apiUrl, publishableKey, secretKey } = setup;
  const showMember = async (answer: ServerResponse, member: SiteMember) =>
    show(answer, {
      page: "member",
      values: {
        title: "Members",
        name: member.name,
        apiUrl,
        publishableKey,
        token: await desk.tokenFor(member, secretKey),
      },
    });

  const routes: Readonly<Record<string, Route>> = {
    "POST /webhooks": (request, answer) =>
      receiveWebhook(request, answer, { log, secret: setup.webhookSecret }),
    "GET /webhooks": (_, answer) => {
      const events = log.newestFirst();
      // A page with nothing to lose looks again by itself.
      const refresh = events.length === 0 ? { Refresh: "3" } : {};
      return show(answer, { page: "webhooks", values: eventLogValues(events), headers: refresh });
    },
    "GET /webhooks.json": async (_, answer) => {
      answer.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
      answer.end(JSON.stringify(log.newestFirst()));
    },
    "GET /members": async (request, answer) => {
      const member = desk.memberOf(request);
      return member ? showMember(answer, member) : show(answer, signInPage());
    },
    "POST /members": async (request, answer) => {
      const { email, cookie } = await desk.signIn(request);
      if (!cookie) return show(answer, { ...signInPage(email), status: 401 });
      answer.writeHead(303, { Location: "/members", "Set-Cookie": cookie }).end();
    },
    "POST /members/sign-out": async (request, answer) => {
      answer.writeHead(303, { Location: "/members", "Set-Cookie": desk.signOut(request) }).end();
    },
    "GET /backend.css": (_, answer) => sendFile(answer, "backend.css", "text/css; charset=utf-8"),
    "GET /members.js": (_, answer) => sendFile(answer, "members.js", "text/javascript; charset=utf-8"),
  };

  return async (request, answer, path) => {
    const method = request.method === "HEAD" ? "GET" : request.method;
    const route = routes[`${method} ${path}`];
    if (route) await route(request, answer);
    return route !== undefined;
  };
}

type Route = (request: IncomingMessage, answer: ServerResponse) => Promise<void>;

interface Shown {
  readonly status?: number;
  /** A file of `pages/`. */
  readonly page: string;
  readonly values: Values;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The form; after a wrong password with the address that was typed. */
const signInPage = (email: string | null = null): Shown => ({
  page: "sign-in",
  values: { title: "Members", email: email ?? "", isRefused: email !== null },
});

const pageFile = (name: string) => readFile(join(import.meta.dirname, "pages", name), "utf8");

async function sendFile(answer: ServerResponse, name: string, type: string): Promise<void> {
  answer.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache" }).end(await pageFile(name));
}

const pageHeaders = (apiUrl: string): Record<string, string> => ({
  "Content-Security-Policy": [
    "default-src 'none'",
    `script-src 'self' ${apiUrl}`,
    `connect-src ${apiUrl}`,
    "style-src 'self'",
    `img-src 'self' ${apiUrl}`,
    `media-src ${apiUrl}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ].join("; "),
  // A signed member's page holds a token of theirs.
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
});
