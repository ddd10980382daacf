import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { z } from "zod";

const plain = z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(150) });
const mrkdwn = z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(2000) });
const slackMessage = z.strictObject({
  text: z.string().min(1),
  blocks: z
    .array(
      z.union([
        z.strictObject({ type: z.literal("header"), text: plain }),
        z.strictObject({ type: z.literal("section"), text: mrkdwn }),
        z.strictObject({ type: z.literal("section"), fields: z.array(mrkdwn).min(1).max(10) }),
      ]),
    )
    .max(50),
});
const cardBody = z.union([
  z.object({ type: z.literal("TextBlock"), text: z.string() }),
  z.object({
    type: z.literal("FactSet"),
    facts: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  }),
]);
const teamsMessage = z.strictObject({
  type: z.literal("message"),
  attachments: z
    .array(
      z.strictObject({
        contentType: z.literal("application/vnd.microsoft.card.adaptive"),
        contentUrl: z.null(),
        content: z.object({ type: z.literal("AdaptiveCard"), version: z.string(), body: z.array(cardBody) }),
      }),
    )
    .length(1),
});
const longestMessage = 28 * 1024;

/** The hooks of Slack and Teams: they refuse what is no message of theirs, in their words. */
export class ChatServer {
  /** What was accepted, as JSON. */
  readonly posts: string[] = [];
  /** Status codes of the coming answers. */
  plan: number[] = [];
  calls = 0;
  readonly #server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      this.calls += 1;
      const { status, said } = this.#answer(request.url ?? "", Buffer.concat(parts).toString());
      response.writeHead(status, { "content-type": "text/plain" }).end(said);
    });
  });

  get slackUrl(): string {
    return `${this.#url}/services/T0000/B0000/willow-lantern-19`;
  }

  get teamsUrl(): string {
    return `${this.#url}/workflows/0123456789abcdef/triggers/manual/paths/invoke?api-version=2016-06-01&sig=willow-lantern-19`;
  }

  get #url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async open(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #answer(path: string, text: string): { readonly status: number; readonly said: string } {
    const planned = this.plan.shift();
    if (planned !== undefined) return { status: planned, said: planned === 404 ? "no_service" : "" };
    const isSlack = path === "/services/T0000/B0000/willow-lantern-19";
    if (!isSlack && !path.startsWith("/workflows/0123456789abcdef/"))
      return { status: 404, said: "no_service" };
    const isMessage = (isSlack ? slackMessage : teamsMessage).safeParse(JSON.parse(text)).success;
    if (!isMessage || text.length > longestMessage)
      return { status: 400, said: isSlack ? "invalid_blocks" : "TriggerInputSchemaMismatch" };
    this.posts.push(text);
    return isSlack ? { status: 200, said: "ok" } : { status: 202, said: "" };
  }
}
