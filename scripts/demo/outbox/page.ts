import { markup, Markup } from "../markup.ts";
import { type OutboxMail } from "./mails.ts";
import { type OutboxMessage } from "./messages.ts";

/** What the outbox shows. */
export interface Outbox {
  readonly mails: readonly OutboxMail[];
  readonly messages: readonly OutboxMessage[];
}

/** The outbox: all mails in a list, one of them opened, and the pushes and text messages below. */
export function outboxPage({ mails, messages }: Outbox, open: OutboxMail | undefined): string {
  const title = open ? open.subject : "Outbox";
  return markup`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Outbox</title>
    <link rel="stylesheet" href="/outbox.css" />
  </head>
  <body>
    <header>
      <h1><a href="/outbox">Outbox</a></h1>
      <p>
        What the demo sends lands here instead of leaving this machine.
        ${messages.length > 0 ? markup`<a href="#messages">Pushes and text messages</a>` : ""}
        <a href="/outbox.json">JSON</a>
      </p>
    </header>
    ${mails.length === 0 ? nothing : markup`<div class="panes">${list(mails, open)}${open ? mailView(open) : ""}</div>`}
    ${messages.length === 0 ? "" : messageList(messages)}
  </body>
</html>`.text;
}

const nothing = markup`<main class="empty">
  <h2>No mail yet</h2>
  <p>Book a session on one of the example sites, or sign in with a code. This page looks again by itself.</p>
</main>`;

const list = (
  mails: readonly OutboxMail[],
  open: OutboxMail | undefined,
): Markup => markup`<nav aria-label="Mails">
  <ol>${mails.map((mail) => row(mail, mail.id === open?.id))}</ol>
</nav>`;

const row = ({ id, to, subject, at, tenant, attachments }: OutboxMail, isOpen: boolean): Markup => markup`
  <li>
    <a href="/outbox/${id}"${isOpen ? markup` aria-current="true"` : ""}>
      <span class="line"><strong dir="auto">${to}</strong>${time(at)}</span>
      <span class="subject" dir="auto">${subject}</span>
      <span class="line small"><span>${tenant}</span>${attachments.length > 0 ? markup`<span>${attachments[0]?.filename ?? ""}</span>` : ""}</span>
    </a>
  </li>`;

const messageList = (
  messages: readonly OutboxMessage[],
): Markup => markup`<section id="messages" class="messages" aria-labelledby="messages-title">
  <h2 id="messages-title">Pushes and text messages</h2>
  <ol>${messages.map(messageRow)}</ol>
  <p class="small"><a href="/outbox/messages.json">JSON</a></p>
</section>`;

const messageRow = ({ channel, to, title, text, at, tenant }: OutboxMessage): Markup => markup`
  <li>
    <span class="line"><strong>${channel === "push" ? "Push" : "Text message"}</strong>${time(at)}</span>
    ${title === "" ? "" : markup`<span class="subject" dir="auto">${title}</span>`}
    <span class="words" dir="auto">${text}</span>
    <span class="line small"><span class="to">${to}</span><span>${tenant}</span></span>
  </li>`;

const mailView = (mail: OutboxMail): Markup => markup`<main>
  <h2 dir="auto">${mail.subject}</h2>
  <dl>
    ${fact("From", mail.from)}${fact("To", mail.to)}${fact("At", at(mail.at))}${fact("Site", mail.tenant)}
    ${Object.entries(mail.headers).map(([name, value]) => fact(name, value))}
  </dl>
  ${mail.attachments.length > 0 ? markup`<ul class="files">${mail.attachments.map(({ filename }, index) => markup`<li><a href="/outbox/${mail.id}/${index}" download="${filename}">${filename}</a></li>`)}</ul>` : ""}
  <section aria-label="As it looks">${preview(mail.html)}</section>
  <details>
    <summary>As plain text</summary>
    <pre tabindex="0" dir="auto">${mail.text}</pre>
  </details>
  ${mail.attachments.map(
    ({ filename, content }) => markup`<details>
    <summary>${filename}</summary>
    <pre tabindex="0">${content}</pre>
  </details>`,
  )}
</main>`;

const fact = (name: string, value: string | Markup): Markup =>
  markup`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`;

/**
 * A mail's own markup in a shadow root: its styles stay inside, `contain` keeps it in its box, and the page's policy lets no script
 * run and no form be sent. No frame is needed.
 */
const preview = (html: string): Markup =>
  markup`<div class="preview"><template shadowrootmode="closed">${new Markup(html.replaceAll(/<\/?template/gi, "<x-template"))}</template></div>`;

const time = (instant: string): Markup =>
  markup`<time datetime="${instant}">${new Date(instant).toLocaleTimeString("en-GB")}</time>`;

const at = (instant: string): Markup =>
  markup`<time datetime="${instant}">${new Date(instant).toLocaleString("en-GB", { dateStyle: "full", timeStyle: "long" })}</time>`;
