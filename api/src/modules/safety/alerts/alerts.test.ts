import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { eicar, pdfOf } from "../../../platform/files/testing.ts";
import { ChatRoom } from "../../messaging/testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

test("who moderates is mailed once of each infected upload: its name, what was found, who sent it", async () => {
  const site = await house.site();
  const staff = await site.staff();
  const ann = await new ChatRoom(house, site).writer("Ann Author");
  const invited = { email: "guest@team.example", staffRole: "guest" };
  await house.ok("identity.createInvitation", invited, { headers: staff });
  const token = await house.until("the invitation", async () => {
    const [mail] = await house.mailsTo(site.live, invited.email);
    return /\/invitation#([\w.-]+)/.exec(mail?.text ?? "")?.[1];
  });
  await house.ok("identity.acceptInvitation", { token, name: "Gus Guest", password: "cobalt-meadow-52" });

  const upload = (name: string) =>
    house.request(
      `/api/v1/files?${new URLSearchParams({ purpose: "messaging.attachment", name }).toString()}`,
      {
        method: "POST",
        headers: { ...ann.headers, "Content-Type": "application/pdf" },
        body: new Uint8Array(pdfOf(`% ${name} ${eicar}`)),
      },
    );
  const about = async (email: string) =>
    (await house.mailsTo(site.live, email)).filter(({ subject }) => subject.startsWith("Malware"));

  assert.equal((await upload("bad.pdf")).status, 415);
  await house.until("the mail about it", async () => (await about(site.owner.email)).length === 1);
  // The same file of the same sender waits already.
  assert.equal((await upload("bad.pdf")).status, 415);
  assert.equal((await upload("worse.pdf")).status, 415);
  const mails = await house.until("the mail about the other", async () => {
    const found = await about(site.owner.email);
    return found.length >= 2 && found;
  });
  assert.deepEqual(
    mails.map(({ text }) => [/File: (.*)/.exec(text)?.[1], /Sent by: (.*)/.exec(text)?.[1]]),
    [
      ["worse.pdf", "Ann Author"],
      ["bad.pdf", "Ann Author"],
    ],
  );
  assert.match(mails[0]!.text, /Found: .*EICAR/i);
  assert.match(mails[0]!.text, /https:\/\/office\.example\/moderation\/files/);
  // Guests moderate nothing.
  assert.equal((await about(invited.email)).length, 0);
});
