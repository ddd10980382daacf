import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Knex } from "knex";
import { testDatabase, type TestDatabase } from "../../../../test/database.ts";
import { type Received, SmtpSink } from "../../../../test/smtp-sink.ts";
import { openRuntimePool } from "../../db/pool.ts";
import { newId } from "../../ids.ts";
import { Scopes } from "../../scope/open.ts";
import { noTenant, type Tenant } from "../../scope/tenant.ts";
import { parseAddress, sendMail, useMail } from "./for-tenant.ts";
import { capturedMails, capturedOutbox } from "./local.ts";
import { type Mail, MailboxRefused, type MailProvider } from "./port.ts";
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
  provider: () => MailProvider;
  received: (address: string) => Promise<Received[]>;
}[] = [];

let database: TestDatabase;
let knex: Knex;
let sink: SmtpSink;

before(async () => {
  database = await testDatabase();
  knex = openRuntimePool(database.url("app_rt"), { size: 4, name: "mail test" });
  sink = await SmtpSink.start();
});
after(async () => {
  await sink.stop();
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

for (const { name, provider, received } of drivers) {
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

test("a mailbox that does not exist is told apart: no use to try again", async () => {
  await assert.rejects(
    smtp(`smtp://127.0.0.1:${sink.port}`).send(mailTo("refused@person.example"), {
      tenant,
      from,
      signal: AbortSignal.timeout(5000),
    }),
    MailboxRefused,
  );
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
