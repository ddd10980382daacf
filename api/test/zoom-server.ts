import { type ServedAnswer, type ServedCall, VendorServer } from "./vendor-server.ts";

/** A meeting as Zoom keeps it. */
export interface ZoomMeeting {
  readonly id: number;
  readonly user: string;
  topic: string;
  agenda: string;
  start_time: string;
  duration: number;
}

/** The parts of Zoom's interface that meetings need, with its rules: tokens by account credentials, users, numbers of errors. */
export class ZoomServer extends VendorServer {
  readonly accountId = "acc_local";
  readonly clientId = "client_local";
  readonly clientSecret = "zoom-secret-4711";
  scope = "meeting:write:meeting:admin meeting:update:meeting:admin meeting:delete:meeting:admin";
  readonly users = new Set(["me", "host-1@site.example", "host-2@site.example"]);
  readonly meetings = new Map<string, ZoomMeeting>();
  #token = 0;
  #starts = 0;

  /** Tokens given out so far no longer count. */
  forgetTokens(): void {
    this.#token += 1;
  }

  protected answer({ call, query, body, authorization }: ServedCall): ServedAnswer {
    if (call === "POST /oauth/token") return this.#login(query, authorization);
    if (authorization !== `Bearer token-${this.#token}`)
      return { status: 401, body: { code: 124, message: "Invalid access token." } };
    const [, method, kind, name = ""] = /^(\w+) \/v2\/(users|meetings)\/([^/]+)/.exec(call) ?? [];
    if (kind === "users") return this.#ofUser(method ?? "", decodeURIComponent(name), body);
    const meeting = this.meetings.get(name);
    if (!meeting) return { status: 404, body: { code: 3001, message: `Meeting does not exist: ${name}.` } };
    if (method === "GET") return { status: 200, body: this.#present(meeting) };
    if (method === "DELETE") this.meetings.delete(name);
    else Object.assign(meeting, body);
    return { status: 204 };
  }

  #login(query: URLSearchParams, authorization: string): ServedAnswer {
    const basic = Buffer.from(`${this.clientId}:${this.clientSecret}`).toString("base64");
    if (authorization !== `Basic ${basic}` || query.get("account_id") !== this.accountId) {
      const body = { reason: "Invalid client_id or client_secret", error: "invalid_client" };
      return { status: 400, body };
    }
    if (query.get("grant_type") !== "account_credentials")
      return { status: 400, body: { reason: "unsupported grant type", error: "unsupported_grant_type" } };
    const token = { access_token: `token-${this.#token}`, token_type: "bearer", expires_in: 3599 };
    return { status: 200, body: { ...token, scope: this.scope } };
  }

  #ofUser(method: string, user: string, body: ServedCall["body"]): ServedAnswer {
    if (!this.users.has(user))
      return { status: 404, body: { code: 1001, message: `User does not exist: ${user}.` } };
    const own = [...this.meetings.values()].filter((meeting) => meeting.user === user);
    if (method === "GET")
      return { status: 200, body: { page_size: 300, next_page_token: "", meetings: own } };
    const { topic, agenda, type, start_time: startTime, duration } = body;
    const isTime = typeof startTime === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(startTime);
    if (type !== 2 || !isTime || typeof duration !== "number" || !Number.isInteger(duration))
      return { status: 400, body: { code: 300, message: "Validation Failed." } };
    const id = 85_000_000_000 + this.meetings.size + 1;
    const meeting = {
      id,
      user,
      topic: String(topic),
      agenda: String(agenda),
      start_time: startTime,
      duration,
    };
    this.meetings.set(String(id), meeting);
    return { status: 201, body: this.#present(meeting) };
  }

  #present(meeting: ZoomMeeting): object {
    const { id } = meeting;
    // The address for starting it is another one each time, and good for two hours.
    const start = `${this.url}/s/${id}?zak=${(this.#starts += 1)}`;
    return {
      ...meeting,
      status: "waiting",
      type: 2,
      join_url: `${this.url}/j/${id}?pwd=open`,
      start_url: start,
    };
  }
}
