import { z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";
import { CircuitBreaker } from "../circuit-breaker.ts";
import { codeOfStatus, type CredentialCheck } from "../credential-check.ts";
import { callVendor, type VendorAnswer, type VendorRequest } from "../vendor-call.ts";
import { guarded, sentenceIn, unavailable } from "./answers.ts";
import { type Meeting, type MeetingCommand, type VideoProvider, VideoUnavailable } from "./port.ts";

/** A tenant's Daily domain, and where Daily is. */
export interface DailyOptions {
  readonly apiKey: string;
  readonly apiUrl: string;
  readonly circuit?: CircuitBreaker;
}

const roomSchema = z.object({ name: z.string(), url: z.url({ protocol: /^https?$/ }) });
const tokenSchema = z.object({ token: z.string().max(10_000) });
const domainSchema = z.object({ domain_name: z.string() });

const retries = 2;

/** Private rooms at Daily: who enters brings a token that says whether they host. */
export function daily({ apiKey, apiUrl, circuit }: DailyOptions): VideoProvider {
  const breaker = circuit ?? new CircuitBreaker({ failures: 5, restMs: 30_000 });
  const call = callerOf({ apiKey, apiUrl });

  const token = async (
    name: string,
    exp: number,
    isOwner: boolean,
    options: CallOptions,
  ): Promise<string> => {
    const properties = { room_name: name, is_owner: isOwner, exp };
    const answer = await call("POST", "/meeting-tokens", options, { properties });
    return read(tokenSchema, answer).token;
  };

  const withTokens = async (
    answer: VendorAnswer,
    { closesAt }: MeetingCommand,
    options: CallOptions,
  ): Promise<Meeting> => {
    const { name, url } = read(roomSchema, answer);
    const exp = secondsOf(closesAt);
    const [host, guest] = await Promise.all([
      token(name, exp, true, options),
      token(name, exp, false, options),
    ]);
    return { meetingId: name, hostUrl: `${url}?t=${host}`, guestUrl: `${url}?t=${guest}` };
  };

  const change = (name: string, command: MeetingCommand, options: CallOptions) =>
    call("POST", `/rooms/${encodeURIComponent(name)}`, options, bodyOf(command));

  const arrange = async (command: MeetingCommand, options: CallOptions): Promise<Meeting> => {
    // The name is the room's own id: made twice, it is one room.
    const made = await call("POST", "/rooms", options, { name: command.roomId, ...bodyOf(command) });
    const isThere = made.status === 400 && /already exists/.test(sentenceIn(made));
    return withTokens(isThere ? await change(command.roomId, command, options) : made, command, options);
  };

  return {
    name: "daily",
    mostPeople: 200,
    hosts: [],
    arrange: (command, options) => guarded(breaker, "Daily", () => arrange(command, options)),
    move: ({ meetingId }, command, options) =>
      guarded(breaker, "Daily", async () => {
        const answer = await change(meetingId, command, options);
        // Daily deletes rooms that have expired.
        return answer.status === 404 ? arrange(command, options) : withTokens(answer, command, options);
      }),
    cancel: (meetingId, options) =>
      guarded(breaker, "Daily", async () => {
        const answer = await call("DELETE", `/rooms/${encodeURIComponent(meetingId)}`, options);
        if (answer.status !== 404) successOf(answer);
      }),
    enter: async ({ hostUrl, guestUrl }, { isHost }) => (isHost ? hostUrl : guestUrl),
  };
}

/** Asks Daily whose a key is. */
export async function checkDaily(options: DailyOptions, call: CallOptions): Promise<CredentialCheck> {
  const answer = await callerOf(options)("GET", "/", call).catch(unavailable);
  if (answer instanceof VideoUnavailable)
    return { code: "unreachable", account: null, detail: answer.message };
  if (answer.status !== 200)
    return { code: codeOfStatus(answer.status), account: null, detail: sentenceIn(answer) };
  const { domain_name: domain } = domainSchema.safeParse(answer.body).data ?? {};
  return { code: "works", account: domain ?? null, detail: domain ?? "" };
}

const callerOf =
  ({ apiKey, apiUrl }: Pick<DailyOptions, "apiKey" | "apiUrl">) =>
  (method: VendorRequest["method"], path: string, { signal }: CallOptions, body?: object) =>
    callVendor(
      {
        method,
        url: `${apiUrl}/v1${path}`,
        headers: { authorization: `Bearer ${apiKey}` },
        ...(body && { body }),
      },
      { signal, retries },
    );

// No earliest time: a sandbox's clock may have been advanced since, and nobody is told the address before.
const bodyOf = ({ closesAt }: MeetingCommand) => ({
  privacy: "private",
  properties: { exp: secondsOf(closesAt), eject_at_room_exp: true, enable_prejoin_ui: true },
});

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);

function successOf(answer: VendorAnswer): unknown {
  if (answer.status >= 300) throw new VideoUnavailable(`Daily: ${sentenceIn(answer)}`);
  return answer.body;
}

function read<Schema extends z.ZodType>(schema: Schema, answer: VendorAnswer): z.infer<Schema> {
  const found = schema.safeParse(successOf(answer));
  if (!found.success) throw new VideoUnavailable("Daily's answer is not of the form it documents.");
  return found.data;
}
