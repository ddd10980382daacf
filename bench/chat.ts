// `node bench/chat.ts`: a page of a conversation of 100,000 messages and a search in it, beside the same rows by prepared pg.
import pg from "pg";
import { TestHouse } from "../api/test/house.ts";
import { Conversation } from "../api/src/modules/messaging/models/conversation.ts";
import { openBody, sealBody } from "../api/src/modules/messaging/messages/body.ts";
import { indexMessages } from "../api/src/modules/messaging/search/word-index.ts";
import { ChatRoom } from "../api/src/modules/messaging/testing.ts";
import { wallClock } from "../api/src/platform/clock.ts";
import { newId } from "../api/src/platform/ids.ts";
import { startServer } from "./api.ts";
import { randomFrom } from "./matching-scenario.ts";
import { type BenchRow } from "./slots.ts";

const MESSAGES = 100_000;
const BATCH = 1000;
const PAGE = 20;
const turns = 60;

// As people write: a word that stands in every message, some that stand in many, and one that is rare.
const usual = "meeting lesson tomorrow invoice price thanks question answer report draft".split(" ");

/** How long a history page and a search take through the whole stack, one call after the other. */
export async function measureChat(): Promise<BenchRow[]> {
  const house = await TestHouse.open({ works: false });
  const site = await house.site("Bench", { tenancy: { limits: { serversPerMinute: 100_000 } } });
  const room = new ChatRoom(house, site);
  const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
  const { id: conversationId } = await room.between(ann, ben);
  await fill(room, { conversationId, senderId: ann.id });
  const { child, url } = await startServer({
    mode: "house",
    databaseUrl: house.database.adminUrl,
    secret: house.database.secret,
    tenantId: site.live.id,
    personId: ann.id,
  });
  const call = async <Output>(path: string, input: object): Promise<Output> => {
    const answer = await fetch(`${url}/api/v1/rpc`, {
      method: "POST",
      headers: { ...ann.headers, "Content-Type": "application/json" },
      body: JSON.stringify({ path, input }),
    });
    const { result } = (await answer.json()) as { result?: { data: Output } };
    if (!result) throw new Error(`${path} answered ${answer.status}.`);
    return result.data;
  };
  interface Page {
    readonly items: readonly { readonly text: string }[];
    readonly nextCursor: string | null;
  }
  let cursor: string | null = null;
  const page = async () => {
    const found: Page = await call("messaging.listMessages", {
      conversationId,
      limit: PAGE,
      ...(cursor !== null && { cursor }),
    });
    cursor = found.nextCursor;
    if (found.items.length !== PAGE) throw new Error(`A page held ${found.items.length} messages.`);
  };
  const search =
    (query: string, least: number, where: object = { conversationId }) =>
    async () => {
      const { items } = await call<Page>("messaging.searchMessages", { query, ...where, limit: PAGE });
      if (items.length < least) throw new Error(`${query}: ${items.length} messages`);
    };
  const client = new pg.Client({ connectionString: house.database.adminUrl });
  await client.connect();
  await client.query("analyze messages");
  await client.query("analyze message_words");
  let before = MESSAGES + 1;
  const plainly = async () => {
    const { rows } = await client.query<{ id: string; bodySealed: string; seq: string }>({
      name: "page",
      text: `select *, body_sealed as "bodySealed" from messages where tenant_id = $1 and conversation_id = $2 and seq < $3
        order by seq desc limit ${PAGE + 1}`,
      values: [site.live.id, conversationId, before],
    });
    before = Number(rows.at(-1)!.seq) + 1;
    return rows.slice(0, PAGE).map((row) => openBody(site.live, row));
  };
  const measured = await interleaved({
    plain: plainly,
    page,
    rare: search("walrus", 1),
    frequent: search("hello meeting", PAGE),
    mixed: search("hello walrus", 1),
    apart: search("meeting invoice", PAGE),
    everywhere: search("hello", PAGE, {}),
  });
  child.kill("SIGKILL");
  await client.end();
  await house.close();
  const row = (what: string, budgetMs: number, own: number): BenchRow => ({
    what,
    budget: `<= ${budgetMs} ms`,
    floor: `<= ${3 * budgetMs} ms`,
    measured: `${own.toFixed(1)} ms`,
    ratio: measured.plain / own,
    anchor: `a page by prepared pg, opened, ${measured.plain.toFixed(1)} ms`,
  });
  const among = `among ${MESSAGES.toLocaleString("en")} messages`;
  return [
    row(`a page of history ${among}, whole stack`, 10, measured.page),
    row(`search of a rare word ${among}`, 20, measured.rare),
    row(`search of two frequent words ${among}`, 20, measured.frequent),
    row(`search of a frequent and a rare word ${among}`, 20, measured.mixed),
    row(`search of two words that seldom meet ${among}`, 20, measured.apart),
    row(`search of a frequent word in all conversations, ${among}`, 20, measured.everywhere),
  ];
}

async function fill(
  room: ChatRoom,
  { conversationId, senderId }: { conversationId: string; senderId: string },
): Promise<void> {
  const random = randomFrom(9);
  const draw = () => usual[Math.floor(random() * usual.length)]!;
  for (let from = 1; from <= MESSAGES; from += BATCH)
    await room.house.within(room.site.live, async (scope) => {
      const texts = Array.from({ length: BATCH }, (_, at) => {
        const rare = (from + at) % 5000 === 0 ? " walrus" : "";
        return `hello ${draw()} ${draw()} number${from + at}${rare}`;
      });
      const rows = texts.map((text, at) => {
        const id = newId(wallClock());
        return { id, seq: from + at, text, body: sealBody(scope.tenant, id, text) };
      });
      await scope.sql`
        insert into messages (tenant_id, id, conversation_id, seq, change, sender_id, client_id, body_sealed, created_at, updated_at)
        select ${scope.tenant.id}, id, ${conversationId}, seq, seq, ${senderId}, id::text, body, ${scope.now}::timestamptz,
          ${scope.now}::timestamptz
        from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ seq }) => seq)}::bigint[],
          ${rows.map(({ body }) => body)}::text[]) row(id, seq, body)`;
      await indexMessages(
        scope,
        rows.map(({ seq, text }) => ({ conversationId, seq, text })),
      );
      const last = from + BATCH - 1;
      await scope
        .query(Conversation)
        .where({ id: conversationId })
        .patch({ lastSeq: last, lastChange: last });
    });
}

/** The fastest turn of each way in milliseconds: what others do on the machine only ever adds to it. */
async function interleaved<Name extends string>(
  ways: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(ways) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let turn = 0; turn < turns + 5; turn += 1)
    for (const name of names) {
      const startedAt = performance.now();
      await ways[name]();
      // The first turns warm up.
      if (turn >= 5) taken[name].push(performance.now() - startedAt);
    }
  return Object.fromEntries(names.map((name) => [name, Math.min(...taken[name])])) as Record<Name, number>;
}

if (import.meta.main) {
  console.table(await measureChat());
  process.exit(0);
}
