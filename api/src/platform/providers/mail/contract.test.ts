import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Knex } from "knex";
import { testDatabase, type TestDatabase } from "../../../../test/database.ts";
import { SendGridServer } from "../../../../test/sendgrid-server.ts";
import { SesServer } from "../../../../test/ses-server.ts";
import { type Received, SmtpSink } from "../../../../test/smtp-sink.ts";
import { openRuntimePool } from "../../db/pool.ts";
import { newId } from "../../ids.ts";
import { Scopes } from "../../scope/open.ts";
import { noTenant, type Tenant } from "../../scope/tenant.ts";
import { parseAddress, sendMail, useMail } from "./for-tenant.ts";
import { capturedMails, capturedOutbox } from "./local.ts";
import { type Mail, MailboxRefused, type MailProvider, tenantMark } from "./port.ts";
import { checkSendGrid, sendGrid } from "./sendgrid.ts";
import { checkSes, ses } from "./ses.ts";
import { checkMailServer, smtp } from "./smtp.ts";

const tenant: Tenant = { ...noTenant, id: newId(new Date()), name: "Site" };
const from = { address: "no-reply@site.example", name: "Site" };

const mailTo = (address: string, changes: Partial<Mail> = {}): Mail => ({
  to: { address, name: "李 Zoë" },
  subject: "Your code 你好",
  text: "Plain 123456",
  html: "<p>Rich 123456</p>",
  key: `test ${address}`,
  ...changes,
});

const drivers: {
  name: string;
  /** Whether the provider gives every mail an id of its own, by which nobody sees that it was sent twice. */
  renames?: true;
  provider: () => MailProvider;
  received: (address: string) => Promise<Received[]>;
}[] = [];

let database: TestDatabase;
let knex: Knex;
let sink: SmtpSink;
let sendGridServer: SendGridServer;
let sesServer: SesServer;

before(async () => {
  database = await testDatabase();
  knex = openRuntimePool(database.url("app_rt"), { size: 4, name: "mail test" });
  sink = await SmtpSink.start();
  sendGridServer = await new SendGridServer().open();
  sesServer = await new SesServer().open();
});
after(async () => {
  await Promise.all([sink.stop(), sendGridServer.stop(), sesServer.stop()]);
  await knex.destroy();
  await database.drop();
});

drivers.push({
  name: "captured",
  provider: () => capturedOutbox(new Scopes(knex)),
  received: async (address) =>
    (await capturedMails(new Scopes(knex), tenant, { to: address })).map((mail) => ({
      to: mail.to,
      headers: `Subject: ${mail.subject}\r\nFrom: ${mail.fromName} <${mail.from}>\r\nTo: ${mail.toName}`,
      whole: JSON.stringify(mail),
    })),
});
const smtpProviders: MailProvider[] = [];
drivers.push({
  name: "smtp",
  provider: () => (smtpProviders[0] ??= smtp(`smtp://127.0.0.1:${sink.port}`)),
  received: async (address) => sink.mails.filter((mail) => mail.to === address),
});
const sendGridOptions = () => ({ apiKey: sendGridServer.apiKey, url: sendGridServer.url });
drivers.push({
  name: "sendgrid",
  provider: () => sendGrid(sendGridOptions()),
  received: async (address) => sendGridServer.mails.filter((mail) => mail.to === address),
});
const sesOptions = () => ({ ...sesServer.account, configurationSet: undefined, url: sesServer.url });
drivers.push({
  name: "ses",
  renames: true,
  provider: () => ses(sesOptions()),
  received: async (address) => sesServer.mails.filter((mail) => mail.to === address),
});

for (const { name, provider, received, renames } of drivers) {
  describe(`${name} keeps the mail contract`, () => {
    const options = { tenant, from, signal: AbortSignal.timeout(10_000) };

    test("a mail arrives with subject, both bodies, sender and addressee", async () => {
      const id = await provider().send(mailTo("a@person.example"), options);
      assert.ok(id.length > 8);
      const [mail] = await received("a@person.example");
      assert.match(decoded(mail!.headers), /Your code 你好/);
      assert.match(decoded(mail!.headers), /李 Zoë/);
      assert.match(mail!.headers, /no-reply@site\.example/);
      assert.match(mail!.whole, /Plain 123456/);
      assert.match(mail!.whole, /Rich 123456/);
    });

    test("an invitation travels as a calendar part with its method", async () => {
      const ics = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
      await provider().send(mailTo("b@person.example", { calendar: { method: "REQUEST", ics } }), options);
      const [mail] = await received("b@person.example");
      assert.match(mail!.whole, /REQUEST/);
    });

    test("line ends in names and subjects begin no new header", async () => {
      const evil = "Hi\r\nBcc: victim@person.example\nX-Evil: 1";
      await provider().send(
        mailTo("c@person.example", { subject: evil, to: { address: "c@person.example", name: evil } }),
        {
          ...options,
          from: { ...from, name: evil },
        },
      );
      const [mail] = await received("c@person.example");
      assert.doesNotMatch(mail!.headers, /^(Bcc|X-Evil):/m);
    });

    test("an aborted send is refused", async () => {
      await assert.rejects(
        provider().send(mailTo("d@person.example"), { ...options, signal: AbortSignal.abort() }),
      );
      assert.deepEqual(await received("d@person.example"), []);
    });

    if (renames) return;
    test("the same key is the same mail", async () => {
      await provider().send(mailTo("e@person.example"), options);
      await provider().send(mailTo("e@person.example"), options);
      const ids = (await received("e@person.example")).map(
        (mail) => /Message-ID: (.*)/i.exec(mail.headers)?.[1],
      );
      assert.equal(new Set(ids).size, 1);
    });
  });
}

for (const name of ["smtp", "sendgrid", "ses"]) {
  test(`${name}: a mailbox that does not exist is told apart: no use to try again`, async () => {
    const provider = drivers.find((each) => each.name === name)!.provider();
    await assert.rejects(
      provider.send(mailTo("refused@person.example"), { tenant, from, signal: AbortSignal.timeout(5000) }),
      MailboxRefused,
    );
  });
}

for (const [name, server] of [
  ["sendgrid", () => sendGridServer],
  ["ses", () => sesServer],
] as const) {
  test(`${name}: what may pass by itself is thrown to be tried again, and mails bear the site's mark`, async () => {
    const provider = drivers.find((each) => each.name === name)!.provider();
    const options = { tenant, from, signal: AbortSignal.timeout(5000) };
    for (const status of [401, 429, 500, 503]) {
      server().plan = [status];
      await assert.rejects(provider.send(mailTo("f@person.example"), options), (refusal) => {
        assert.match(String(refusal), new RegExp(`answered ${status}`));
        assert.ok(!(refusal instanceof MailboxRefused));
        return true;
      });
    }
    await provider.send(mailTo("f@person.example"), options);
    const mails = server().mails.filter((mail) => mail.to === "f@person.example");
    assert.deepEqual(
      mails.map(({ marks }) => marks),
      [{ [tenantMark]: tenant.id }],
    );
  });
}

test("a check says whether credentials may send, and sends nothing", async () => {
  const options = { signal: AbortSignal.timeout(5000) };
  const count = sendGridServer.mails.length + sesServer.mails.length;
  const codeOf = async (answer: Promise<{ code: string }>) => (await answer).code;
  assert.equal(await codeOf(checkSendGrid(sendGridOptions(), options)), "works");
  assert.equal(await codeOf(checkSendGrid({ ...sendGridOptions(), apiKey: "SG.other" }, options)), "refused");
  sendGridServer.scopes = ["stats.read"];
  assert.equal(await codeOf(checkSendGrid(sendGridOptions(), options)), "rights");
  sendGridServer.scopes = ["mail.send"];
  assert.equal(
    await codeOf(checkSendGrid({ ...sendGridOptions(), url: "http://127.0.0.1:9" }, options)),
    "unreachable",
  );
  const sender = "hello@site.example";
  assert.equal(await codeOf(checkSes(sesOptions(), sender, options)), "works");
  assert.equal(
    await codeOf(checkSes({ ...sesOptions(), secretAccessKey: "other" }, sender, options)),
    "refused",
  );
  assert.equal(
    await codeOf(checkSes({ ...sesOptions(), accessKeyId: "AKIAOTHER" }, sender, options)),
    "refused",
  );
  assert.equal(await codeOf(checkSes(sesOptions(), "hello@other.example", options)), "settings");
  sesServer.isSending = false;
  assert.equal(await codeOf(checkSes(sesOptions(), sender, options)), "settings");
  sesServer.isSending = true;
  sesServer.plan = [403];
  assert.equal(await codeOf(checkSes(sesOptions(), sender, options)), "rights");
  assert.equal(sendGridServer.mails.length + sesServer.mails.length, count);
});

test("a sandbox's mails are captured, a live tenant's are sent", async () => {
  const sent: string[] = [];
  const recording = (name: string): MailProvider => ({
    name,
    send: async (_mail, options) => {
      sent.push(`${name} ${options.from.name} <${options.from.address}>`);
      return "1";
    },
  });
  useMail({
    live: recording("live"),
    captured: recording("captured"),
    connected: null,
    from: "Tessera <no-reply@tessera.example>",
  });
  const signal = AbortSignal.timeout(1000);
  await sendMail(mailTo("a@b.example"), { tenant: { ...tenant, isSandbox: true }, fromName: "Acme", signal });
  await sendMail(mailTo("a@b.example"), { tenant, fromName: "", signal });
  assert.deepEqual(sent, [
    "captured Acme <no-reply@tessera.example>",
    "live Tessera <no-reply@tessera.example>",
  ]);
});

test("a server that somebody entered lies in no private network, whatever its name", async () => {
  const server = { port: sink.port, security: "none", user: "", password: "", guard: [] } as const;
  for (const host of ["localhost", "127.0.0.1", "10.1.2.3"]) {
    const { code, detail } = await checkMailServer({ ...server, host });
    assert.equal(code, "settings", host);
    assert.match(detail, /private network/);
  }
});

test("addresses are read with and without a name", () => {
  assert.deepEqual(parseAddress("Tessera <a@b.example>"), { name: "Tessera", address: "a@b.example" });
  assert.deepEqual(parseAddress('"Acme, Inc." <a@b.example>'), {
    name: "Acme, Inc.",
    address: "a@b.example",
  });
  assert.deepEqual(parseAddress("a@b.example"), { name: "", address: "a@b.example" });
});

const decoded = (headers: string): string =>
  headers
    .replaceAll(/\?=\r?\n\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?(B|Q)\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString()
        : Buffer.from(
            text
              .replaceAll("_", " ")
              .replaceAll(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            "latin1",
          ).toString(),
    );
