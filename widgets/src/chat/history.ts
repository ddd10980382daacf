import { html, nothing, type TemplateResult } from "lit";
import { dayIn, formatTime } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { drawing } from "./drawing.ts";
import { type OpenConversation, type Talk } from "./talk.ts";
import { type Message } from "./thread.ts";
import { type Clock, formatDay, gistOf, nameIn } from "./titles.ts";

/** What the messages of a conversation show and call. */
export interface History extends Clock {
  readonly say: Say<ChatTexts>;
  readonly me: string;
  readonly talk: Talk;
  /** What is not sent yet, below them. */
  readonly unsent: readonly TemplateResult[];
  /** The message the keyboard is at, and the one whose deeds are shown. */
  readonly current: number | null;
  readonly acting: number | null;
  readonly act: (seq: number | null) => void;
  readonly enter: (seq: number) => void;
  readonly deeds: (message: Message) => TemplateResult | typeof nothing;
  readonly attachments: (files: Message["attachments"]) => TemplateResult | typeof nothing;
}

/** The messages with the days between them, and below them what is not sent yet. */
export function history(view: History): TemplateResult {
  const { talk, say, unsent, timeZone } = view;
  const { messages, unreadFrom } = talk;
  const receipt = receiptOf(view);
  let day = "";
  const lines = new Map(
    messages.map((message) => {
      const at = Date.parse(message.createdAt);
      const own = dayIn(timeZone, at);
      const isNewDay = own !== day;
      day = own;
      return [
        message.seq,
        html`${isNewDay ? html`<li class="day small muted">${formatDay(at, view)}</li>` : nothing}
        ${message.seq === unreadFrom ? html`<li class="day new small">${say("newHere")}</li>` : nothing}
        ${line(message, view, receipt)}`,
      ];
    }),
  );
  // Older parts stand inside newer ones: the browser keeps its place by elements, so those that are drawn must stay what they are.
  const nest = (part: number): TemplateResult | typeof nothing => {
    const shown = talk.parts[part];
    return shown ? html`${nest(part + 1)}${shown.map(({ seq }) => lines.get(seq))}` : nothing;
  };
  return html`<ol class="messages">
    ${nest(0)} ${unsent}
  </ol>`;
}

function line(message: Message, view: History, receipt: Receipt | null): TemplateResult {
  const { say, me, talk, tag, timeZone, current, acting } = view;
  const { seq, senderId, createdAt, editedAt, replyTo } = message;
  const isOwn = senderId === me;
  const at = Date.parse(createdAt);
  const isGone = message.deletedAt !== null || message.isHidden;
  const name = isOwn ? "" : nameIn(talk.conversation, senderId, say);
  const isAlone = talk.conversation.kind === "direct";
  return html`<li
    class="message ${isOwn ? "own" : ""}"
    data-seq=${seq}
    tabindex=${seq === current ? "0" : "-1"}
    @focusin=${() => view.enter(seq)}
  >
    <div class="words" part=${isOwn ? "message own-message" : "message"}>
      ${isOwn ? nothing : html`<p class=${isAlone ? "hush" : "small name"}><bdi>${name}</bdi></p>`}
      ${replyTo ? quote(replyTo, view) : nothing}
      ${
        isGone
          ? html`<p class="muted">${gistOf(message, say)}</p>`
          : html`${message.text ? html`<p class="text" dir="auto">${message.text}</p>` : nothing}
            ${view.attachments(message.attachments)}`
      }
    </div>
    <p class="meta small muted">
      <time datetime=${createdAt}>${formatTime(tag, at, timeZone)}</time>
      ${editedAt !== null && !isGone ? html`<span>${say("edited")}</span>` : nothing}
      ${receipt?.seq === seq ? html`<span class="receipt">${receipt.text}</span>` : nothing}
      ${
        isGone
          ? nothing
          : html`<button
              class="more"
              tabindex=${seq === current ? "0" : "-1"}
              aria-expanded=${acting === seq}
              aria-label=${say("actions")}
              @click=${() => view.act(acting === seq ? null : seq)}
            >
              ${drawing("more")}
            </button>`
      }
    </p>
    ${acting === seq && !isGone ? view.deeds(message) : nothing}
  </li>`;
}

/** What is answered, as it reads now where it is among the messages. */
function quote(
  { seq, senderId, text }: NonNullable<Message["replyTo"]>,
  { talk, say }: History,
): TemplateResult {
  const known = talk.messages.find((message) => message.seq === seq);
  return html`<blockquote class="small">
    <span class="name">${say("answers", { name: nameIn(talk.conversation, senderId, say) })}</span>
    <bdi>${known ? gistOf(known, say) : text || say("someFiles")}</bdi>
  </blockquote>`;
}

interface Receipt {
  readonly seq: number;
  readonly text: string;
}

/** How far the member's last message has come; null when there is none. */
function receiptOf({ talk, me, say }: History): Receipt | null {
  const last = talk.messages.findLast(({ senderId, deletedAt }) => senderId === me && deletedAt === null);
  if (!last) return null;
  const { others } = talk;
  const count = (field: "readSeq" | "deliveredSeq") =>
    others.filter((one: OpenConversation["participants"][number]) => one[field] >= last.seq).length;
  const [read, delivered] = [count("readSeq"), count("deliveredSeq")];
  const text =
    read > 0 && read < others.length
      ? say("readBy", { count: read })
      : say(read > 0 ? "read" : delivered > 0 ? "delivered" : "sent");
  return { seq: last.seq, text };
}
