import { type House } from "../../api/src/house.ts";
import { createGroup } from "../../api/src/modules/messaging/conversations/create-group.ts";
import { openConversation } from "../../api/src/modules/messaging/conversations/open-conversation.ts";
import { openSubject } from "../../api/src/modules/messaging/conversations/open-subject.ts";
import { readConversation } from "../../api/src/modules/messaging/conversations/read-conversation.ts";
import { sendMessage } from "../../api/src/modules/messaging/messages/send-message.ts";
import { updateMessage } from "../../api/src/modules/messaging/messages/update-message.ts";
import { addPastSession } from "../../api/src/modules/scheduling/index.ts";
import { businessTime } from "../../api/src/platform/clock.ts";
import { systemScope } from "../../api/src/platform/jobs/system-scope.ts";
import { type Scope } from "../../api/src/platform/scope/scope.ts";
import { type Tenant } from "../../api/src/platform/scope/tenant.ts";
import { days, minutes, plus } from "../../api/src/platform/time.ts";
import { type Upload, upload } from "./upload.ts";
import { within } from "./within.ts";

/** A message of a demo conversation. */
export interface DemoMessage {
  /** Their mailbox: what stands before the @. */
  readonly from: string;
  readonly minutesAgo: number;
  readonly text?: string;
  /** Which of the messages before it is answered, counted from 0. */
  readonly answers?: number;
  /** What it said at first, when it was edited two minutes later. */
  readonly saidAtFirst?: string;
  readonly file?: () => Promise<Omit<Upload, "purpose">>;
}

/** A conversation from before the demo begins. */
export interface DemoConversation {
  /** Mailboxes; whoever is first begins it. */
  readonly people: readonly string[];
  /** Of a group. */
  readonly title?: string;
  /** For a conversation about a session that the second of two people gave the first so many days ago. */
  readonly sessionDaysAgo?: number;
  readonly messages: readonly DemoMessage[];
  /** How many messages at the end somebody has not read; whoever is not named has read them all. */
  readonly unread?: Readonly<Record<string, number>>;
}

/** Somebody who writes. */
export interface DemoWriter {
  readonly id: string;
  /** A session they offer, if they are a host. */
  readonly offerId?: string;
}

/** Where conversations are written, and with which key files are uploaded. */
export interface Desk {
  readonly house: House;
  readonly tenant: Tenant;
  readonly url: string;
  readonly secretKey: string;
  /** By their mailboxes. */
  readonly writers: ReadonlyMap<string, DemoWriter>;
}

/** Writes conversations of the past, each message at its own time before now. */
export async function addConversations(
  desk: Desk,
  conversations: readonly DemoConversation[],
): Promise<void> {
  for (const conversation of conversations) await addConversation(desk, conversation);
}

async function addConversation(desk: Desk, conversation: DemoConversation): Promise<void> {
  const { messages, people, unread = {} } = conversation;
  const [starter = ""] = people;
  const begun = Math.max(...messages.map(({ minutesAgo }) => minutesAgo)) + 1;
  const { id } = await begin(desk, conversation, { starter, minutesAgo: begun });
  const sent: string[] = [];
  for (const [at, message] of messages.entries()) sent.push(await say(desk, { id, sent, message, at }));
  for (const person of people) {
    const seq = messages.length - (unread[person] ?? 0);
    await as(desk, { person, minutesAgo: 0 }, (scope) => readConversation.run(scope, { id, seq }));
  }
}

async function begin(
  desk: Desk,
  { people, title, sessionDaysAgo }: DemoConversation,
  { starter, minutesAgo }: { starter: string; minutesAgo: number },
): Promise<{ readonly id: string }> {
  const [own = "", ...others] = people.map((person) => writerOf(desk, person).id);
  const [memberId = ""] = others;
  const moment = { person: starter, minutesAgo };
  if (title !== undefined)
    return as(desk, moment, (scope) => createGroup.run(scope, { title, memberIds: others }));
  if (sessionDaysAgo === undefined)
    return as(desk, moment, (scope) => openConversation.run(scope, { memberId }));
  const { offerId = "" } = writerOf(desk, people[1] ?? "");
  const startsAt = plus(businessTime(desk.tenant), -days(sessionDaysAgo));
  const booking = await within(desk.house, desk.tenant, (scope) =>
    addPastSession(scope, { offerId, clientId: own, startsAt }),
  );
  return as(desk, moment, (scope) => openSubject.run(scope, { kind: "booking", subjectId: booking.id }));
}

interface Saying {
  readonly id: string;
  /** The ids of the messages before it. */
  readonly sent: readonly string[];
  readonly message: DemoMessage;
  readonly at: number;
}

async function say(desk: Desk, { id, sent, message, at }: Saying): Promise<string> {
  const { from: person, minutesAgo, text = "", answers, saidAtFirst, file } = message;
  const memberId = writerOf(desk, person).id;
  const fileIds = file
    ? [await upload({ ...desk, memberId }, { ...(await file()), purpose: "messaging.attachment" })]
    : [];
  const said = {
    conversationId: id,
    clientId: `demo-${at}`,
    text: saidAtFirst ?? text,
    replyToId: answers === undefined ? undefined : sent[answers],
    fileIds,
  };
  const written = await as(desk, { person, minutesAgo }, (scope) => sendMessage.run(scope, said));
  if (saidAtFirst !== undefined) {
    await as(desk, { person, minutesAgo: minutesAgo - 2 }, (scope) =>
      updateMessage.run(scope, { id: written.id, text }),
    );
  }
  return written.id;
}

/** Does something as a member would have so many minutes ago. */
function as<Result>(
  desk: Desk,
  { person, minutesAgo }: { readonly person: string; readonly minutesAgo: number },
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  const now = plus(businessTime(desk.tenant), -minutes(minutesAgo));
  const options = systemScope(desk.tenant, { cause: "demo", requestId: "demo", now });
  const { id: memberId } = writerOf(desk, person);
  const nobodyElse = { roles: [], pendingRoles: [], sessionId: null, visitorId: null };
  const actor = { kind: "member", memberId, ...nobodyElse } as const;
  return desk.house.scopes.transact({ ...options, actor }, work);
}

function writerOf({ writers }: Desk, person: string): DemoWriter {
  const writer = writers.get(person);
  if (!writer) throw new Error(`Nobody of the demo has the mailbox ${person}.`);
  return writer;
}
