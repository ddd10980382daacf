import { z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";
import { callVendor, type VendorAnswer, type VendorRequest } from "../vendor-call.ts";
import { sentenceIn } from "./answers.ts";
import { VideoUnavailable } from "./port.ts";

/** A Server-to-Server OAuth app of a Zoom account, and where Zoom is. */
export interface ZoomCredentials {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiUrl: string;
  readonly loginUrl: string;
}

const tokenSchema = z.object({
  access_token: z.string().max(10_000),
  expires_in: z.number().positive(),
  scope: z.string().default(""),
});

const retries = 2;

/** Zoom's HTTP interface with a token that is asked for when it is needed. */
export class ZoomClient {
  readonly #credentials: ZoomCredentials;
  #token: { readonly value: string; readonly until: number } | null = null;

  constructor(credentials: ZoomCredentials) {
    this.#credentials = credentials;
  }

  /** Asks for a token; answers what the app may do. */
  async askForToken({ signal }: CallOptions): Promise<VendorAnswer & { readonly scope: string }> {
    const { accountId, clientId, clientSecret, loginUrl } = this.#credentials;
    const query = new URLSearchParams({ grant_type: "account_credentials", account_id: accountId });
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
    const answer = await callVendor(
      {
        method: "POST",
        url: `${loginUrl}/oauth/token?${query.toString()}`,
        headers: { authorization: `Basic ${basic}` },
      },
      { signal, retries },
    );
    const token = tokenSchema.safeParse(answer.body);
    if (answer.status !== 200 || !token.success) return { ...answer, scope: "" };
    const { access_token: value, expires_in: seconds, scope } = token.data;
    this.#token = { value, until: performance.now() + (seconds - 60) * 1000 };
    return { ...answer, scope };
  }

  /** Calls Zoom; a token it no longer takes is replaced once. */
  async call(
    method: VendorRequest["method"],
    path: string,
    options: CallOptions,
    { body, retries: most = retries }: { readonly body?: object; readonly retries?: number } = {},
  ): Promise<VendorAnswer> {
    const url = `${this.#credentials.apiUrl}/v2${path}`;
    for (let isSecond = false; ; isSecond = true) {
      const headers = { authorization: `Bearer ${await this.#freshToken(options)}` };
      const answer = await callVendor(
        { method, url, headers, ...(body && { body }) },
        { signal: options.signal, retries: most },
      );
      if (answer.status !== 401 || isSecond) return answer;
      this.#token = null;
    }
  }

  async #freshToken(options: CallOptions): Promise<string> {
    if (this.#token && performance.now() < this.#token.until) return this.#token.value;
    const answer = await this.askForToken(options);
    if (this.#token && performance.now() < this.#token.until) return this.#token.value;
    throw new VideoUnavailable(`Zoom gave no token: ${sentenceIn(answer)}`);
  }
}
