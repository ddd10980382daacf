import { z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";
import { CircuitBreaker } from "../circuit-breaker.ts";
import { codeOfStatus, type CredentialCheck } from "../credential-check.ts";
import { type VendorAnswer } from "../vendor-call.ts";
import { guarded, sentenceIn, unavailable } from "./answers.ts";
import { type Meeting, type MeetingCommand, type VideoProvider, VideoUnavailable } from "./port.ts";
import { ZoomClient, type ZoomCredentials } from "./zoom-client.ts";

/** A tenant's Zoom account. */
export interface ZoomOptions extends ZoomCredentials {
  /** The Zoom users meetings are given to, by e-mail address; the owner of the app when there is none. */
  readonly hosts: readonly string[];
  readonly circuit?: CircuitBreaker;
}

const web = z.url({ protocol: /^https?$/ });
const meetingSchema = z.object({ id: z.union([z.int(), z.string()]), join_url: web, start_url: web });
const listSchema = z.object({
  meetings: z.array(z.object({ id: z.union([z.int(), z.string()]), agenda: z.string().optional() })),
  next_page_token: z.string().optional(),
});

const mostPages = 10;
const createTries = 3;

/** Meetings at Zoom, through a Server-to-Server OAuth app. */
export function zoom({ hosts, circuit, ...credentials }: ZoomOptions): VideoProvider {
  const client = new ZoomClient(credentials);
  const breaker = circuit ?? new CircuitBreaker({ failures: 5, restMs: 30_000 });

  const read = async (id: string, options: CallOptions): Promise<Meeting> =>
    meetingIn(await client.call("GET", `/meetings/${encodeURIComponent(id)}`, options));

  /** A meeting that was made for the room without the answer having reached us: Zoom knows no keys for repeats. */
  const find = async ({ roomId, host }: MeetingCommand, options: CallOptions): Promise<string | null> => {
    let page = "";
    for (let count = 0; count < mostPages; count++) {
      const path = `/users/${encodeURIComponent(host ?? "me")}/meetings?type=upcoming&page_size=300&next_page_token=${page}`;
      const list = listSchema.safeParse(successOf(await client.call("GET", path, options)));
      if (!list.success)
        throw new VideoUnavailable("Zoom's list of meetings is not of the form it documents.");
      const found = list.data.meetings.find(({ agenda }) => agenda?.includes(roomId));
      if (found) return String(found.id);
      page = encodeURIComponent(list.data.next_page_token ?? "");
      if (page === "") return null;
    }
    return null;
  };

  const change = async (id: string, command: MeetingCommand, options: CallOptions): Promise<Meeting> => {
    const path = `/meetings/${encodeURIComponent(id)}`;
    const answer = await client.call("PATCH", path, options, { body: bodyOf(command) });
    if (answer.status === 404) return arrange({ ...command, isRepeat: false }, options);
    successOf(answer);
    return read(id, options);
  };

  const arrange = async (command: MeetingCommand, options: CallOptions): Promise<Meeting> => {
    const path = `/users/${encodeURIComponent(command.host ?? "me")}/meetings`;
    for (let attempt = 0; ; attempt++) {
      const earlier = command.isRepeat || attempt > 0 ? await find(command, options) : null;
      // It may have been made for another time.
      if (earlier) return change(earlier, command, options);
      // Not repeated blindly: a meeting may have been made although no answer came.
      const answer = await client
        .call("POST", path, options, { body: bodyOf(command), retries: 0 })
        .catch(unavailable);
      if (!(answer instanceof VideoUnavailable) && answer.status < 500) return meetingIn(answer);
      if (attempt + 1 >= createTries || options.signal.aborted)
        throw answer instanceof VideoUnavailable
          ? answer
          : new VideoUnavailable(`Zoom: ${sentenceIn(answer)}`);
    }
  };

  return {
    name: "zoom",
    // Of Zoom's plans, the smallest.
    mostPeople: 100,
    hosts: hosts.length > 0 ? hosts : ["me"],
    arrange: (command, options) => guarded(breaker, "Zoom", () => arrange(command, options)),
    move: ({ meetingId }, command, options) =>
      guarded(breaker, "Zoom", () => change(meetingId, command, options)),
    cancel: (meetingId, options) =>
      guarded(breaker, "Zoom", async () => {
        const path = `/meetings/${encodeURIComponent(meetingId)}?schedule_for_reminder=false`;
        const answer = await client.call("DELETE", path, options);
        if (answer.status !== 404) successOf(answer);
      }),
    async enter(meeting, { isHost }, options) {
      if (!isHost) return meeting.guestUrl;
      // The address by which a host starts a meeting is good for two hours only. As a guest the host gets in as well.
      const fresh = await guarded(breaker, "Zoom", () => read(meeting.meetingId, options)).catch(unavailable);
      return fresh instanceof VideoUnavailable ? meeting.guestUrl : fresh.hostUrl;
    },
  };
}

/** Asks Zoom for a token, what it may do, and whether it knows the hosts. */
export async function checkZoom(options: ZoomOptions, call: CallOptions): Promise<CredentialCheck> {
  const client = new ZoomClient(options);
  const token = await client.askForToken(call).catch(unavailable);
  if (token instanceof VideoUnavailable) return { code: "unreachable", account: null, detail: token.message };
  if (token.status !== 200) {
    // Zoom answers 400 to a client or account it does not know.
    const code = token.status < 500 && token.status !== 429 ? "refused" : codeOfStatus(token.status);
    return { code, account: null, detail: sentenceIn(token) };
  }
  for (const host of options.hosts.length > 0 ? options.hosts : ["me"]) {
    const path = `/users/${encodeURIComponent(host)}/meetings?type=upcoming&page_size=1`;
    const answer = await client.call("GET", path, call).catch(unavailable);
    if (answer instanceof VideoUnavailable)
      return { code: "unreachable", account: null, detail: answer.message };
    if (answer.status !== 200) {
      const isRight = /scope/i.test(sentenceIn(answer));
      const code = isRight ? "rights" : codeOfStatus(answer.status);
      return { code, account: null, detail: sentenceIn(answer) };
    }
  }
  if (!/\bmeeting:write\b/.test(token.scope))
    return { code: "rights", account: null, detail: "The app has no scope to create meetings." };
  return { code: "works", account: options.accountId, detail: "" };
}

const bodyOf = ({ roomId, title, startsAt, endsAt }: MeetingCommand) => ({
  topic: title.slice(0, 200),
  // By this a meeting is found again.
  agenda: roomId,
  type: 2,
  start_time: `${startsAt.toISOString().slice(0, 19)}Z`,
  timezone: "UTC",
  duration: Math.max(1, Math.ceil((endsAt.getTime() - startsAt.getTime()) / 60_000)),
  settings: { join_before_host: true, jbh_time: 0, waiting_room: false, approval_type: 2 },
});

function successOf(answer: VendorAnswer): unknown {
  if (answer.status >= 300) throw new VideoUnavailable(`Zoom: ${sentenceIn(answer)}`);
  return answer.body;
}

function meetingIn(answer: VendorAnswer): Meeting {
  const meeting = meetingSchema.safeParse(successOf(answer));
  if (!meeting.success) throw new VideoUnavailable("Zoom's meeting is not of the form it documents.");
  const { id, join_url: guestUrl, start_url: hostUrl } = meeting.data;
  return { meetingId: String(id), guestUrl, hostUrl };
}
