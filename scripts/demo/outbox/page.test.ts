import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { outboxListener } from "./listener.ts";
import { type OutboxMail } from "./mails.ts";
import { type OutboxMessage } from "./messages.ts";
import { outboxPage } from "./page.ts";

const mail: OutboxMail = {
  id: "0195a000-0000-7000-8000-000000000001",
  to: "ada@mail.example",
  from: "Site <no-reply@localhost>",
  subject: "Confirmed & <b>bold</b>",
  text: "Plain <script>1</script>",
  html: '<p onclick="x()">Rich</p></template><script src="/evil.js"></script>',
  attachments: [
    {
      filename: "invite.ics",
      contentType: "text/calendar; charset=utf-8; method=REQUEST",
      content: "BEGIN:VCALENDAR",
    },
  ],
  headers: { "X-Reason": '"quoted"' },
  at: "2026-11-21T05:00:00.000Z",
  tenant: "northlight-test",
};

const messages: readonly OutboxMessage[] = [
  {
    id: "0195a000-0000-7000-8000-000000000003",
    channel: "push",
    to: "https://push.example.com/ada",
    title: "Confirmed <i>",
    text: "Monday & Tuesday",
    at: "2026-11-21T05:01:00.000Z",
    tenant: "northlight-test",
  },
];

const asked: (string | null)[] = [];
const server = createServer(
  outboxListener({
    mails: async (to) => {
      asked.push(to);
      return [mail];
    },
    messages: async () => messages,
  }),
);
let url: string;

before(async () => {
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

test("everything a mail says is escaped, but its own markup, which cannot leave its box", () => {
  const page = outboxPage({ mails: [mail], messages }, mail);
  assert.match(page, /Confirmed &#38; &#60;b&#62;bold/);
  assert.match(page, /Plain &#60;script&#62;/);
  const [, box = "", rest = ""] = /<template shadowrootmode="closed">(.*?)<\/template>(.*)/s.exec(page) ?? [];
  assert.match(box, /<p onclick="x\(\)">Rich<\/p>/);
  assert.match(box, /evil\.js/, "a mail cannot end the box it is in");
  assert.doesNotMatch(rest, /evil\.js/);
});

test("200 the list as JSON, newest first, of one addressee when asked", async () => {
  const answer = await fetch(`${url}/outbox.json?to=ada@mail.example`);
  assert.deepEqual(await answer.json(), [mail]);
  assert.equal(asked.at(-1), "ada@mail.example");
});

test("200 pushes and text messages stand below the mails, escaped, and have a list as JSON of their own", async () => {
  const page = await (await fetch(`${url}/outbox`)).text();
  assert.match(page, /Confirmed &#60;i&#62;/);
  assert.match(page, /Monday &#38; Tuesday/);
  assert.deepEqual(await (await fetch(`${url}/outbox/messages.json`)).json(), messages);
});

test("200 no page runs a script or sends a form", async () => {
  for (const path of ["/outbox", `/outbox/${mail.id}`]) {
    const policy = (await fetch(url + path)).headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'.*form-action 'none'/);
    assert.doesNotMatch(policy, /script-src/);
  }
});

test("200 an attachment is a file of its own type", async () => {
  const answer = await fetch(`${url}/outbox/${mail.id}/0`);
  assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8; method=REQUEST");
  assert.equal(answer.headers.get("content-disposition"), 'attachment; filename="invite.ics"');
  assert.equal(await answer.text(), "BEGIN:VCALENDAR");
});

test("404 what is not there", async () => {
  for (const path of ["/outbox/0195a000-0000-7000-8000-000000000002", `/outbox/${mail.id}/7`, "/else"]) {
    assert.equal((await fetch(url + path)).status, 404, path);
  }
});
