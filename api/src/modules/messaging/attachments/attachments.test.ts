import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { eicar, pdfOf, samples } from "../../../platform/files/testing.ts";
import { ChatRoom, type MessageAnswer, type Writer } from "../testing.ts";

describe("files in messages", () => {
  let house: TestHouse;
  let room: ChatRoom;
  before(async () => {
    house = await TestHouse.open();
    room = new ChatRoom(house, await house.site());
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const pdf = pdfOf();
  const upload = async (
    { headers }: Writer,
    { name = "terms.pdf", type = "application/pdf", body = new Uint8Array(pdf) } = {},
  ) => {
    const query = new URLSearchParams({ purpose: "messaging.attachment", name }).toString();
    const answer = await house.request(`/api/v1/files?${query}`, {
      method: "POST",
      headers: { ...headers, "Content-Type": type },
      body,
    });
    return { status: answer.status, id: ((await answer.json()) as { id: string }).id };
  };
  const linkOf = async ({ headers }: Writer, fileId: string) => {
    const answer = await house.request(`/api/v1/files/${fileId}/link`, { method: "POST", headers });
    return { status: answer.status, url: ((await answer.json()) as { url: string }).url };
  };

  it("200 a file is sent with or without words, and opened by who reads the message alone", async () => {
    const [ann, ben, eve] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Eve")];
    const { id } = await room.between(ann, ben);
    const [first, second] = [await upload(ann), await upload(ann, { name: "more.pdf" })];
    assert.equal((await linkOf(ben, first.id)).status, 404);
    const sent = await room.say(ann, id, "", { fileIds: [first.id, second.id] });
    assert.deepEqual(
      sent.attachments.map(({ name, bytes }) => [name, bytes]),
      [
        ["terms.pdf", pdf.length],
        ["more.pdf", pdf.length],
      ],
    );
    const { items } = await house.ok<{ items: MessageAnswer[] }>(
      "messaging.listMessages",
      { conversationId: id },
      ben,
    );
    const link = await linkOf(ben, items[0]!.attachments[0]!.fileId);
    assert.equal(link.status, 200);
    assert.equal(await (await house.request(link.url)).text(), pdf.toString());
    assert.equal((await linkOf(eve, first.id)).status, 404);

    await house.ok("messaging.deleteMessage", { id: sent.id }, ann);
    assert.deepEqual(
      [(await linkOf(ben, first.id)).status, (await linkOf(ann, first.id)).status],
      [404, 404],
    );
  });

  it("404 somebody else's file and one that was sent before; 400 neither words nor files", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const file = await upload(ann);
    const send = (who: Writer, more: object) =>
      house.refused("messaging.sendMessage", { conversationId: id, clientId: "f", ...more }, who);
    assert.equal(await send(ben, { fileIds: [file.id] }), "404 request.not_found");
    await room.say(ann, id, "Here", { fileIds: [file.id] });
    assert.equal(await send(ann, { fileIds: [file.id] }), "404 request.not_found");
    assert.equal(await send(ann, { text: " " }), "400 request.invalid_input");
    assert.deepEqual(await room.texts(ben, id), ["Here"]);
  });

  it("201 a picture, a document, a video and an archive, each told by its content; malware is not sent", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const types = {
      pdf: "application/pdf",
      doc: "application/msword",
      docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      jpg: "image/jpeg",
      png: "image/png",
      mp4: "video/mp4",
      zip: "application/zip",
    } as const;
    const fileIds: string[] = [];
    for (const [ending, type] of Object.entries(types)) {
      const body = new Uint8Array(await samples[ending as keyof typeof types]());
      const uploaded = await upload(ann, { name: `file.${ending}`, type, body });
      assert.equal(uploaded.status, 201, ending);
      fileIds.push(uploaded.id);
    }
    const sent = await room.say(ann, id, "All of them", { fileIds });
    assert.equal(sent.attachments.length, 7);
    const infected = new Uint8Array(pdfOf(`% ${eicar}`));
    const refused = await upload(ann, { name: "bad.pdf", body: infected });
    assert.notEqual(refused.status, 201);
  });

  it("413 one byte more than 10 MB; 415 a program that calls itself a document", async () => {
    const ann = await room.writer("Ann");
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    large.set(pdf);
    assert.equal((await upload(ann, { body: large })).status, 413);
    const program = new Uint8Array(
      Buffer.from("MZ\u0090\u0000 this program cannot be run in DOS mode", "latin1"),
    );
    assert.equal((await upload(ann, { body: program })).status, 415);
  });
});
