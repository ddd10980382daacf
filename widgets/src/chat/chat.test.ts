import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assert } from "chai";
import { assertAccessible } from "../../test/accessible.ts";
import {
  aboutSession,
  coach,
  type Correspondence,
  corresponding,
  friend,
  group,
  message,
  withCoach,
} from "../../test/chat.ts";
import { member, present, session } from "../../test/coach.ts";
import { people } from "../../test/people.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraChat } from "./chat.ts";

const opened = async (site: Correspondence = corresponding(), options: StageOptions = {}) => {
  const set = await stage("tessera-chat", {
    before: ({ session: current }) => current.begin(session),
    ...options,
    answers: { ...site.answers, ...options.answers },
    attributes: { "time-zone": "Europe/Berlin", ...options.attributes },
  });
  return { ...set, site };
};

type Set = Awaited<ReturnType<typeof opened>>;

const inTalk = async (site?: Correspondence, options: StageOptions = {}, id = withCoach.id) => {
  const set = await opened(site, options);
  await set.until(() => set.find(`[data-conversation="${id}"]`));
  set.find(`[data-conversation="${id}"]`).click();
  await set.until(() => set.find("textarea"));
  return set;
};

/** A short video that this browser has recorded itself: 32 by 18 pixels. */
const recording = async (): Promise<string> => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 32, height: 18 });
  const brush = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm" });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  recorder.start();
  for (let frame = 0; frame < 5; frame += 1) {
    brush?.fillRect(frame, 0, 4, 4);
    await new Promise((soon) => setTimeout(soon, 60));
  }
  await new Promise((stopped) => {
    recorder.addEventListener("stop", stopped, { once: true });
    recorder.stop();
  });
  return URL.createObjectURL(new Blob(parts, { type: "video/webm" }));
};

const live = (set: Set) => set.until(() => set.api.stream.size === 1);
const texts = (set: Set) => set.all(".message .text").map(({ textContent }) => textContent);
const titles = (set: Set) => set.all(".conversation .name bdi").map(({ textContent }) => textContent);
const callsOf = ({ api }: Set, path: string) =>
  api.calls.filter((call) => call.path === path).map(({ input }) => input);
const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const field = (set: Set) => {
  const found = set.find("textarea");
  if (!(found instanceof HTMLTextAreaElement)) throw new Error("There is no field.");
  return found;
};
const type = (set: Set, text: string) => {
  field(set).focus();
  field(set).value = text;
  field(set).dispatchEvent(new Event("input", { bubbles: true }));
};
const write = async (set: Set, text: string) => {
  type(set, text);
  await sendKeys({ press: "Enter" });
};

describe("<tessera-chat>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  describe("the list", () => {
    it("shows who wrote what last, pinned ones first, with what is unread", async () => {
      const set = await opened();
      await set.until(() => titles(set).length === 3);
      assert.instanceOf(set.widget, TesseraChat);
      assert.deepEqual(titles(set), [group.title, coach.name, coach.name]);
      assert.include(set.text(), "You: Thank you!");
      await assertAccessible(set.widget);
    });

    it("counts what comes in, and puts its conversation first", async () => {
      const site = corresponding([withCoach, aboutSession]);
      const set = await opened(site);
      await live(set);
      const unread: number[] = [];
      set.widget.addEventListener("tessera-unread-changed", ({ detail }) => unread.push(detail.unread));
      set.api.stream.announce("message.sent", site.write(aboutSession.id, { text: "See you soon" }));
      await set.until(() => set.find(`[data-conversation="${aboutSession.id}"] .count`));
      assert.equal(set.find("[data-conversation]").dataset["conversation"], aboutSession.id);
      assert.include(set.text(), "See you soon");
      assert.deepEqual(unread, [1]);
      await set.until(() => callsOf(set, "messaging.receiveMessages").length === 1);
      assert.deepInclude(callsOf(set, "messaging.receiveMessages")[0]?.["receipts"], {
        conversationId: aboutSession.id,
        seq: 1,
      });
    });

    it("shows what was put away, and a new message brings it back", async () => {
      const site = corresponding([{ ...withCoach, isArchived: true }, aboutSession]);
      const set = await opened(site);
      await set.until(() => titles(set).length === 1);
      set.find("[data-deed=archived]").click();
      await set.until(() => set.find(`[data-conversation="${withCoach.id}"]`));
      await assertAccessible(set.widget);
    });
  });

  describe("a conversation", () => {
    it("shows every kind of message by days, and is read when it is seen", async () => {
      const set = await inTalk();
      await set.until(() => set.text().includes("Last seen 12 minutes ago"));
      const shown = set.text();
      for (const part of [
        "Saturday, March 7, 2026",
        "yesterday",
        "today",
        "This message was deleted.",
        "removed by the site's team",
        "edited",
        "In reply to Ada Byron:",
      ])
        assert.include(shown, part);
      await set.until(() => callsOf(set, "messaging.readConversation").length === 1);
      assert.deepEqual(callsOf(set, "messaging.readConversation"), [{ id: withCoach.id, seq: 6 }]);
      await assertAccessible(set.widget);
    });

    it("shows the card of what it is about, and that contacts are hidden", async () => {
      const set = await inTalk(
        undefined,
        { attributes: { "booking-href": "/account#{id}" } },
        aboutSession.id,
      );
      assert.include(set.find(".card").textContent, "Career clarity session");
      assert.include(set.find(".card a").getAttribute("href") ?? "", aboutSession.about?.id ?? "none");
      assert.include(set.text(), "Contact details are shown as •••");
      await assertAccessible(set.widget);
    });

    it("asks for a file when somebody opens it, and says why it does not come", async () => {
      const set = await inTalk(undefined, {
        answers: {
          "files.getFile": () => ({ status: 404, code: "request.not_found", message: "It is gone." }),
        },
      });
      assert.include(set.find(".file").textContent, "strengths.pdf");
      assert.include(set.find(".file").textContent, "205 kB");
      set.find(".file").click();
      await set.until(() => set.text().includes("It is gone."));
      // Asked for a picture of its first page as well, whose absence says nothing.
      const asked = { id: set.find(".file").dataset["file"] };
      assert.deepEqual(callsOf(set, "files.getFile"), [asked, asked]);
    });

    it("shows a document's first page beside its name, in room that was kept for it", async () => {
      const pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
      const expiresAt = new Date(present).toISOString();
      const set = await inTalk(undefined, {
        answers: {
          "files.getFile": ({ id }) => ({
            id,
            purpose: "messaging.attachment",
            name: "strengths.pdf",
            contentType: "application/pdf",
            bytes: 204_800,
            sha256: "",
            state: "clean",
            isAttached: true,
            createdAt: expiresAt,
            link: { url: `${pixel}#whole`, previewUrl: `${pixel}#small`, expiresAt },
          }),
        },
      });
      const { height } = set.find(".file").getBoundingClientRect();
      await set.until(() => set.all(".file img").length === 1);
      assert.equal(set.find(".file").getBoundingClientRect().height, height);
      assert.equal(set.find(".file img").getAttribute("alt"), "");
      await assertAccessible(set.widget);
      set.find(".file img").dispatchEvent(new Event("error"));
      await set.until(() => set.all(".file img").length === 0);
    });

    it("shows a picture small in its place, and large in a dialog that gives the keyboard back", async () => {
      const pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
      const sent = {
        fileId: "0195a000-0000-7000-8000-0000000f0777",
        name: "wall.jpg",
        contentType: "image/jpeg",
        bytes: 90_000,
      };
      const site = corresponding([withCoach], {
        [withCoach.id]: [message(withCoach.id, 1, { text: null, attachments: [sent] })],
      });
      const expiresAt = new Date(present).toISOString();
      const set = await inTalk(site, {
        answers: {
          "files.getFile": ({ id }) => ({
            id,
            purpose: "messaging.attachment",
            name: sent.name,
            contentType: sent.contentType,
            bytes: sent.bytes,
            sha256: "",
            state: "clean",
            isAttached: true,
            createdAt: expiresAt,
            link: { url: `${pixel}#whole`, previewUrl: `${pixel}#small`, expiresAt },
          }),
        },
      });
      const room = set.find(".picture").getBoundingClientRect();
      await set.until(() => set.find(".picture img"));
      const { width, height } = set.find(".picture").getBoundingClientRect();
      assert.deepEqual([width, height], [room.width, room.height]);
      assert.equal(set.find(".picture img").getAttribute("alt"), "Picture wall.jpg");
      await assertAccessible(set.widget);
      set.find(".picture").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("dialog[open] img"));
      assert.include(set.find("dialog img").getAttribute("src") ?? "", "#whole");
      await assertAccessible(set.widget);
      await sendKeys({ press: "Escape" });
      await set.until(() => set.all("dialog").length === 0);
      assert.equal(focused(set)?.className, "picture");
      set.find(".picture img").dispatchEvent(new Event("error"));
      await set.until(() => set.find(".file").textContent.includes("wall.jpg"));
    });

    it("names what the site's team wrote, which can be answered and not reported", async () => {
      const own = { id: message(withCoach.id, 2).id, seq: 1, senderId: null, text: "Please tell us more." };
      const site = corresponding([withCoach], {
        [withCoach.id]: [
          message(withCoach.id, 1, { senderId: null, text: "Please tell us more." }),
          message(withCoach.id, 2, { replyTo: own }),
        ],
      });
      const set = await inTalk(site);
      await set.until(() => set.all(".message").length === 2);
      assert.include(set.find('[data-seq="1"]').textContent, "The site's team");
      assert.include(set.find('[data-seq="2"]').textContent, "In reply to The site's team:");
      set.find('[data-seq="1"] .more').click();
      await set.until(() => set.all('[data-seq="1"] [data-deed=reply]').length === 1);
      assert.isEmpty(set.all('[data-seq="1"] [data-deed=report]'));
      await assertAccessible(set.widget);
    });

    it("plays a video in a dialog by its link, and says so where it cannot", async () => {
      const recorded = await recording();
      const sent = {
        fileId: "0195a000-0000-7000-8000-0000000f0778",
        name: "lesson.mp4",
        contentType: "video/mp4",
        bytes: 900_000,
      };
      const site = corresponding([withCoach], {
        [withCoach.id]: [message(withCoach.id, 1, { text: null, attachments: [sent] })],
      });
      const expiresAt = new Date(present).toISOString();
      let url = recorded;
      const set = await inTalk(site, {
        answers: {
          "files.getFile": ({ id }) => ({
            id,
            purpose: "messaging.attachment",
            name: sent.name,
            contentType: sent.contentType,
            bytes: sent.bytes,
            sha256: "",
            state: "clean",
            isAttached: true,
            createdAt: expiresAt,
            link: { url, previewUrl: null, expiresAt },
          }),
        },
      });
      set.find(".file").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.all("dialog[open] video").length === 1);
      const video = set.find("dialog video");
      if (!(video instanceof HTMLVideoElement)) throw new Error("There is no video.");
      assert.isTrue(video.controls);
      assert.equal(video.getAttribute("aria-label"), "Video lesson.mp4");
      await set.until(() => video.readyState >= HTMLMediaElement.HAVE_METADATA);
      assert.deepEqual([video.videoWidth, video.videoHeight], [32, 18]);
      await assertAccessible(set.widget);
      await sendKeys({ press: "Escape" });
      await set.until(() => set.all("dialog").length === 0);
      assert.equal(focused(set)?.className, "file");
      url = "data:video/mp4;base64,AAAA";
      set.find(".file").click();
      await set.until(() => set.find("dialog").textContent.includes("It cannot be played here."));
      assert.equal(set.find("dialog a").getAttribute("href"), url);
      await assertAccessible(set.widget);
    });

    it("opens with the one the page names", async () => {
      const set = await opened(undefined, { attributes: { with: coach.id } });
      await set.until(() => set.find("textarea"));
      assert.deepEqual(callsOf(set, "messaging.openConversation"), [{ memberId: coach.id }]);
      const about = await opened(undefined, {
        attributes: { subject: `booking:${aboutSession.about?.id}` },
      });
      await about.until(() => about.find(".card"));
    });

    it("loads earlier messages and keeps its place", async () => {
      const many = Array.from({ length: 75 }, (_, at) =>
        message(withCoach.id, at + 1, { minutesAgo: 200 - at }),
      );
      const set = await inTalk(corresponding([withCoach], { [withCoach.id]: many }));
      await set.until(() => texts(set).length === 30);
      const list = set.find(".history");
      const place = () => set.find('[data-seq="46"]').getBoundingClientRect().top;
      list.scrollTop = -list.scrollHeight;
      const before = place();
      await set.until(() => texts(set).length === 60);
      assert.closeTo(place(), before, 2);
      list.scrollTop = -list.scrollHeight;
      await set.until(() => texts(set).length === 75);
      assert.deepEqual(
        texts(set),
        many.map(({ text }) => text),
      );
      assert.lengthOf(set.all(".older"), 0);
    });

    it("is walked by the arrow keys, also into what is loaded then", async () => {
      const many = Array.from({ length: 40 }, (_, at) => message(withCoach.id, at + 1));
      const set = await inTalk(corresponding([withCoach], { [withCoach.id]: many }));
      set.find('[data-seq="40"]').focus();
      await sendKeys({ press: "ArrowUp" });
      await set.until(() => focused(set)?.getAttribute("data-seq") === "39");
      await sendKeys({ press: "Home" });
      await set.until(() => focused(set)?.getAttribute("data-seq") === "11");
      await set.until(() => texts(set).length === 40);
      await set.until(() => focused(set)?.getAttribute("data-seq") === "11");
      await sendKeys({ press: "ArrowUp" });
      await set.until(() => focused(set)?.getAttribute("data-seq") === "10");
    });
  });

  describe("writing", () => {
    it("Enter sends, Shift and Enter begin a line, and the field keeps the keyboard", async () => {
      const set = await inTalk();
      type(set, "One");
      await sendKeys({ press: "Shift+Enter" });
      await sendKeys({ type: "two" });
      await sendKeys({ press: "Enter" });
      await set.until(() => texts(set).at(-1) === "One\ntwo");
      await set.until(() => set.all(".unsent").length === 0);
      assert.equal(set.find(".receipt").textContent, "Sent");
      assert.equal(focused(set)?.localName, "textarea");
      assert.equal(field(set).value, "");
      const [sent] = callsOf(set, "messaging.sendMessage");
      assert.deepInclude(sent, { conversationId: withCoach.id, text: "One\ntwo" });
    });

    it("keeps what was begun with its conversation", async () => {
      const set = await inTalk();
      type(set, "Not yet");
      set.find(`[data-conversation="${aboutSession.id}"]`).click();
      await set.until(() => set.find(".card") && field(set).value === "");
      set.find(`[data-conversation="${withCoach.id}"]`).click();
      await set.until(() => field(set).value === "Not yet");
    });

    it("keeps what a member began from the next one at the same page", async () => {
      const set = await inTalk();
      type(set, "For her eyes");
      const { session: page } = set.page;
      page.begin({ ...session, member: { ...session.member, id: "another-member" } });
      await set.until(() => field(set).value === "");
      page.begin(session);
      await set.until(() => field(set).value === "For her eyes");
    });

    it("tells that the member types, once, and that they stopped", async () => {
      const set = await inTalk();
      type(set, "I");
      type(set, "I w");
      await set.until(() => callsOf(set, "messaging.updateTyping").length === 1);
      type(set, "");
      await set.until(() => callsOf(set, "messaging.updateTyping").length === 2);
      assert.deepEqual(
        callsOf(set, "messaging.updateTyping").map(({ isTyping }) => isTyping),
        [true, false],
      );
    });

    it("says why a message was refused; it can be sent again or removed", async () => {
      const site = corresponding();
      const set = await inTalk(site, {
        answers: {
          "messaging.sendMessage": () => ({ status: 500, code: "request.internal", message: "Broken." }),
        },
      });
      await write(set, "Hello?");
      await set.until(() => set.text().includes("Not sent"));
      assert.include(set.text(), "Broken.");
      await assertAccessible(set.widget);
      set.api.answers = { ...set.api.answers, ...site.answers };
      set.find("[data-deed=again]").click();
      await set.until(() => set.all(".unsent").length === 0);
      assert.equal(texts(set).at(-1), "Hello?");
      const ids = new Set(callsOf(set, "messaging.sendMessage").map(({ clientId }) => clientId));
      assert.equal(ids.size, 1);
    });

    it("sends by itself what came at a busy moment, as the message it was", async () => {
      const site = corresponding();
      const refusals = [
        { status: 429, code: "request.rate_limited", message: "Too many." },
        { status: 429, code: "request.busy", message: "Busy." },
      ];
      const { "messaging.sendMessage": sendNow } = site.answers;
      const set = await inTalk(site, {
        answers: { "messaging.sendMessage": (input, call) => refusals.shift() ?? sendNow!(input, call) },
      });
      await write(set, "Hello?");
      await set.until(() => callsOf(set, "messaging.sendMessage").length === 1);
      assert.equal(set.all("[data-deed=again]").length, 0);
      await set.until(() => callsOf(set, "messaging.sendMessage").length === 2);
      await set.until(() => texts(set).at(-1) === "Hello?" && set.all(".unsent").length === 0);
      const ids = callsOf(set, "messaging.sendMessage").map(({ clientId }) => clientId);
      assert.equal(ids.length, 3);
      assert.equal(new Set(ids).size, 1);
    });

    it("who may not write here is told, and cannot", async () => {
      const set = await inTalk(undefined, {
        answers: {
          "messaging.updateTyping": () => ({ status: 403, code: "safety.blocked", message: "Not here." }),
        },
      });
      type(set, "Hi");
      await set.until(() => set.text().includes("Not here."));
      assert.lengthOf(set.all("textarea"), 0);
      await assertAccessible(set.widget);
    });
  });

  describe("what can be done", () => {
    const act = async (set: Set, seq: number, deed: string) => {
      set.find(`[data-seq="${seq}"] .more`).click();
      await set.until(() => set.find(`[data-seq="${seq}"] [data-deed=${deed}]`));
      set.find(`[data-seq="${seq}"] [data-deed=${deed}]`).focus();
      await sendKeys({ press: "Enter" });
    };
    const choose = async (set: Set, deed: string) => {
      set.find("summary").click();
      await set.until(() => set.find(`.choices [data-deed=${deed}]`));
      set.find(`.choices [data-deed=${deed}]`).click();
    };

    it("answers a message, edits one, and gives the edit up", async () => {
      const set = await inTalk();
      await act(set, 4, "reply");
      await set.until(() => set.text().includes("Reply to Mara Lindqvist"));
      assert.equal(focused(set)?.localName, "textarea");
      await assertAccessible(set.widget);
      await write(set, "Found it");
      await set.until(() => callsOf(set, "messaging.sendMessage").length === 1);
      assert.deepInclude(callsOf(set, "messaging.sendMessage")[0], {
        replyToId: message(withCoach.id, 4).id,
      });

      await act(set, 6, "edit");
      await set.until(() => field(set).value === "Thank you!");
      await sendKeys({ press: "Escape" });
      assert.equal(field(set).value, "");
      await act(set, 6, "edit");
      await write(set, "Thank you so much!");
      await set.until(() => texts(set).includes("Thank you so much!"));
      assert.notInclude(texts(set), "Thank you!");
    });

    it("deletes after a question, and the keyboard goes back", async () => {
      const set = await inTalk();
      await act(set, 6, "remove");
      await set.until(() => set.find("dialog[open]"));
      await assertAccessible(set.widget);
      set.find("dialog [data-do=confirm]").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => !texts(set).includes("Thank you!"));
      await set.until(() => focused(set)?.getAttribute("data-seq") === "6");
    });

    it("reports a message, and a person by their last one", async () => {
      const set = await inTalk();
      await act(set, 1, "report");
      await set.until(() => set.find("dialog[open] select"));
      await assertAccessible(set.widget);
      set.find("dialog [data-do=confirm]").click();
      await set.until(() => set.text().includes("Thank you. The site's team looks at it."));
      await choose(set, "report");
      await set.until(() => set.find("dialog[open] select"));
      set.find("dialog [data-do=confirm]").click();
      await set.until(() => callsOf(set, "safety.createReport").length === 2);
      assert.deepEqual(
        callsOf(set, "safety.createReport").map(({ subjectKind, subjectId }) => [subjectKind, subjectId]),
        [1, 4].map((seq) => ["message", message(withCoach.id, seq).id]),
      );
    });

    it("blocks and unblocks", async () => {
      const set = await inTalk();
      await choose(set, "block");
      await set.until(() => set.find("dialog[open]"));
      set.find("dialog [data-do=confirm]").click();
      await set.until(() => set.text().includes("You have blocked Mara Lindqvist."));
      assert.lengthOf(set.all("textarea"), 0);
      await assertAccessible(set.widget);
      set.find(".pad [data-deed=unblock]").click();
      await set.until(() => set.find("textarea"));
    });

    it("pins, mutes and archives", async () => {
      const set = await inTalk();
      await choose(set, "pin");
      await set.until(() => set.all(".mark").length === 2);
      await choose(set, "archive");
      await set.until(
        () => !set.all("[data-conversation]").some((one) => one.dataset["conversation"] === withCoach.id),
      );
      assert.deepEqual(callsOf(set, "messaging.updateConversation"), [
        { id: withCoach.id, isPinned: true },
        { id: withCoach.id, isArchived: true },
      ]);
    });
  });

  describe("live", () => {
    it("shows, says and reads what comes in; edits and deletions too", async () => {
      const site = corresponding();
      const set = await inTalk(site);
      await live(set);
      const written = site.write(withCoach.id, { text: "Are you there?" });
      set.api.stream.announce("message.sent", written);
      await set.until(() => texts(set).at(-1) === "Are you there?");
      assert.equal(set.find("[role=status]").textContent?.trim(), "Mara Lindqvist writes: Are you there?");
      await set.until(() => callsOf(set, "messaging.readConversation").at(-1)?.["seq"] === 7);
      set.api.stream.announce("message.edited", { ...written, text: "Are you here?", change: 11 });
      await set.until(() => texts(set).at(-1) === "Are you here?");
    });

    it("tells who types, who is there, and how far a message has come", async () => {
      const set = await inTalk();
      await live(set);
      const { stream } = set.api;
      const about = { conversationId: withCoach.id, memberId: coach.id };
      stream.announce("typing.changed", { ...about, until: new Date(set.page.now() + 600).toISOString() });
      await set.until(() => set.text().includes("Mara Lindqvist is typing"));
      await set.until(() => !set.text().includes("is typing"));
      stream.announce("presence.changed", {
        memberId: coach.id,
        state: "online",
        seenAt: new Date(set.page.now()).toISOString(),
      });
      await set.until(() => set.find(".who").textContent?.includes("Online"));
      assert.equal(set.find(".receipt").textContent, "Sent");
      stream.announce("conversation.received", { ...about, seq: 6 });
      await set.until(() => set.find(".receipt").textContent === "Delivered");
      stream.announce("conversation.read", { ...about, seq: 6 });
      await set.until(() => set.find(".receipt").textContent === "Read");
    });

    it("asks for what a frame shows to be missing; nothing is lost, doubled or out of order", async () => {
      const site = corresponding();
      const set = await inTalk(site);
      await live(set);
      const known = texts(set).length;
      const written = ["a", "b", "c", "d"].map((text) => site.write(withCoach.id, { text }));
      for (const at of [3, 1, 3]) set.api.stream.announce("message.sent", written[at]!);
      assert.equal(texts(set).length, known);
      await set.until(() => texts(set).length === known + 4);
      assert.deepEqual(texts(set).slice(-4), ["a", "b", "c", "d"]);
      assert.equal(callsOf(set, "messaging.listChanges").at(-1)?.["since"], 9);
    });

    it("a frame that comes while it catches up and skips one makes it catch up again", async () => {
      const site = corresponding();
      const set = await inTalk(site);
      await live(set);
      const known = texts(set).length;
      let late: (() => void) | undefined = () => {
        site.write(withCoach.id, { text: "b" });
        set.api.stream.announce("message.sent", site.write(withCoach.id, { text: "c" }));
      };
      const answer = site.answers["messaging.listChanges"];
      set.api.answers = {
        ...set.api.answers,
        "messaging.listChanges": (input, headers) => {
          const missed = answer?.(input, headers) ?? "never";
          late?.();
          late = undefined;
          return missed;
        },
      };
      site.write(withCoach.id, { text: "lost" });
      set.api.stream.announce("message.sent", site.write(withCoach.id, { text: "a" }));
      await set.until(() => texts(set).length === known + 4);
      assert.deepEqual(texts(set).slice(-4), ["lost", "a", "b", "c"]);
    });
  });

  describe("offline", () => {
    const setLine = (isThere: boolean) => {
      Object.defineProperty(navigator, "onLine", { value: isThere, configurable: true });
      dispatchEvent(new Event(isThere ? "online" : "offline"));
    };
    afterEach(() => Reflect.deleteProperty(navigator, "onLine"));

    it("what is written waits, survives a reload, and is sent once and in order when the line is back", async () => {
      const site = corresponding();
      const isDown = () => !navigator.onLine;
      const answer = site.answers["messaging.sendMessage"];
      const answers = {
        "messaging.sendMessage": (...asked: Parameters<NonNullable<typeof answer>>) =>
          isDown() ? ("down" as const) : (answer?.(...asked) ?? "never"),
      };
      const set = await inTalk(site, { tab: "chat0001", answers });
      const known = texts(set).length;
      setLine(false);
      for (const text of ["First", "Second", "Third"]) await write(set, text);
      await set.until(() => set.all(".unsent").length === 3);
      assert.include(set.text(), "Waiting for the connection");
      assert.include(set.text(), "You are offline.");
      await assertAccessible(set.widget);
      set.find(".unsent [data-deed=discard]").click();
      await write(set, "Fourth");
      await set.until(() => set.all(".unsent").length === 3);

      // The tab is loaded again; what it was does not hear that the line is back.
      set.page.close();
      set.widget.remove();
      const again = await inTalk(site, { tab: "chat0001", answers });
      await again.until(() => again.all(".unsent").length === 3);
      setLine(true);
      await again.until(() => again.all(".unsent").length === 0);
      assert.deepEqual(texts(again).slice(known), ["Second", "Third", "Fourth"]);
      assert.deepEqual(
        site.messages
          .get(withCoach.id)
          ?.slice(6)
          .map(({ text }) => text),
        ["Second", "Third", "Fourth"],
      );
      assert.notInclude(sessionStorage.getItem("tessera.chat0001") ?? "", "outbox");
    });

    it("asks once for what came meanwhile", async () => {
      const site = corresponding();
      const set = await inTalk(site);
      await live(set);
      await set.until(() => callsOf(set, "messaging.listConversations").length > 1);
      const known = texts(set).length;
      const before = callsOf(set, "messaging.listChanges").length;
      for (const text of ["a", "b", "c"]) site.write(withCoach.id, { text });
      // The stream names a number the page was not told of: what lies before it is gone for good.
      set.api.stream.restart();
      await set.until(() => texts(set).length === known + 3);
      assert.lengthOf(callsOf(set, "messaging.listChanges").slice(before), 1);
    });
  });

  describe("files", () => {
    const fileId = "0195a000-0000-7000-8000-0000000000f9";
    const plan = () => new File(["%PDF-1.7"], "plan.pdf", { type: "application/pdf" });
    const lines = (set: Set) => set.all("[data-upload]").map(({ textContent }) => textContent ?? "");
    const give = (set: Set, kind: "drop" | "paste", ...files: readonly File[]) => {
      const data = new DataTransfer();
      for (const file of files) data.items.add(file);
      const more = { bubbles: true, cancelable: true };
      field(set).dispatchEvent(
        kind === "drop"
          ? new DragEvent("drop", { ...more, dataTransfer: data })
          : new ClipboardEvent("paste", { ...more, clipboardData: data }),
      );
    };
    const request = XMLHttpRequest;
    // Without it the SDK sends by the page's `fetch`, which is the test's.
    before(() => Reflect.deleteProperty(globalThis, "XMLHttpRequest"));
    after(() => Object.assign(globalThis, { XMLHttpRequest: request }));

    it("says what can be sent before anything is chosen, and goes away again", async () => {
      const set = await inTalk();
      set.find("[data-deed=attach]").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => focused(set)?.getAttribute("data-deed") === "choose");
      assert.include(set.text(), "At most 10 MB each, and 10 with a message.");
      await assertAccessible(set.widget);
      set.find("[data-deed=attach]").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.all(".uploads").length === 0);
      assert.equal(focused(set)?.id, "write");
    });

    it("go with the message when they are dropped or pasted", async () => {
      const set = await inTalk();
      give(set, "drop", plan());
      await set.until(() => lines(set).some((line) => line.includes("Ready to send")));
      assert.deepEqual(callsOf(set, "files"), [{ purpose: "messaging.attachment", name: "plan.pdf" }]);
      give(set, "paste", plan());
      await set.until(() => lines(set).filter((line) => line.includes("Ready to send")).length === 2);
      await assertAccessible(set.widget);
      await write(set, "");
      await set.until(() => callsOf(set, "messaging.sendMessage").length === 1);
      assert.deepInclude(callsOf(set, "messaging.sendMessage")[0], { text: "", fileIds: [fileId, fileId] });
      await set.until(() => set.all(".uploads").length === 0);
    });

    it("that cannot be sent hold the message back until they are removed", async () => {
      const set = await inTalk();
      give(set, "drop", new File(["x"], "run.exe"));
      await set.until(() => lines(set).some((line) => line.includes("Not one of the kinds")));
      await write(set, "Here it is");
      await set.until(() => set.text().includes("Try them again or remove them."));
      await assertAccessible(set.widget);
      assert.deepEqual(callsOf(set, "messaging.sendMessage"), []);
      assert.equal(field(set).value, "Here it is");
      set.find("[data-deed=upload-remove]").click();
      await set.until(() => lines(set).length === 0);
      field(set).focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => callsOf(set, "messaging.sendMessage").length === 1);
    });

    it("that failed are tried again", async () => {
      const set = await inTalk();
      set.api.fileRefusal = { status: 403, code: "files.quota_reached", message: "There is no room." };
      give(set, "drop", plan());
      await set.until(() => lines(set).some((line) => line.includes("There is no room.")));
      await assertAccessible(set.widget);
      set.api.fileRefusal = null;
      set.find("[data-deed=upload-again]").click();
      await set.until(() => lines(set).some((line) => line.includes("Ready to send")));
    });
  });

  describe("search", () => {
    const found = (set: Set) => set.all("[data-found]").map(({ textContent }) => textContent ?? "");
    const look = async (set: Set, words: string) => {
      await set.until(() => focused(set)?.id === "find");
      const input = set.find("#find");
      if (input instanceof HTMLInputElement) input.value = words;
      await sendKeys({ press: "Enter" });
    };
    const press = async (set: Set, deed: string) => {
      set.find(`[data-deed=${deed}]`).focus();
      await sendKeys({ press: "Enter" });
    };

    it("finds messages in all conversations, marks the words, and goes to an early one", async () => {
      const many = Array.from({ length: 80 }, (_, at) =>
        message(withCoach.id, at + 1, { text: at === 2 ? "The walrus sings" : `Line ${at}` }),
      );
      const set = await opened(
        corresponding([withCoach, aboutSession], {
          [withCoach.id]: many,
          [aboutSession.id]: [message(aboutSession.id, 1, { text: "No walrus today" })],
        }),
      );
      await set.until(() => titles(set).length === 2);
      await press(set, "search");
      await look(set, "WALRUS");
      await set.until(() => found(set).length === 2);
      assert.deepEqual(
        set.all("mark").map(({ textContent }) => textContent),
        ["walrus", "walrus"],
      );
      await assertAccessible(set.widget);
      set.find("[data-found]").click();
      await set.until(() => (focused(set)?.textContent ?? "").includes("The walrus sings"));
      assert.equal(focused(set)?.getAttribute("data-seq"), "3");
    });

    it("finds nothing, says so, and goes back to the list", async () => {
      const set = await opened();
      await set.until(() => titles(set).length === 3);
      await press(set, "search");
      await look(set, "walrus");
      await set.until(() => set.text().includes("No message has all these words."));
      await assertAccessible(set.widget);
      await sendKeys({ press: "Escape" });
      await set.until(() => titles(set).length === 3);
      await set.until(() => focused(set)?.getAttribute("data-deed") === "search");
    });

    it("looks in the conversation that is open, also where one of the two is shown", async () => {
      const set = await inTalk();
      set.widget.style.inlineSize = "320px";
      await set.widget.updateComplete;
      await press(set, "search-here");
      await look(set, "hello");
      await set.until(() => found(set).length === 1);
      assert.equal(callsOf(set, "messaging.searchMessages")[0]?.["conversationId"], withCoach.id);
      assert.isAtMost(set.find(".root").scrollWidth, 320);
      set.find("[data-found]").click();
      await set.until(() => focused(set)?.getAttribute("data-seq") === "1");
      assert.isFalse(set.find(".side").checkVisibility());
    });
  });

  describe("groups", () => {
    const asked = (set: Set) => set.until(() => set.find("dialog[open]"));
    const tick = (set: Set, id: string) => set.find(`[data-person="${id}"]`).click();
    const fill = (set: Set, selector: string, text: string) => {
      const input = set.find(selector);
      if (input instanceof HTMLInputElement) input.value = text;
    };

    it("begins one with people the member knows and people who are found", async () => {
      const set = await opened();
      await set.until(() => titles(set).length === 3);
      set.find("[data-deed=new-group]").focus();
      await sendKeys({ press: "Enter" });
      await asked(set);
      await assertAccessible(set.widget);
      const [found] = people.slice(1);
      fill(set, "#find-people", found?.name ?? "");
      set.find("#find-people").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find(`[data-person="${found?.id}"]`));
      tick(set, found?.id ?? "");
      tick(set, friend.id);
      fill(set, "#group-title", "Evening circle");
      set.find("#group-title").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find(".head h3").textContent.includes("Evening circle"));
      assert.deepEqual(callsOf(set, "messaging.createGroup"), [
        { title: "Evening circle", memberIds: [found?.id, friend.id] },
      ]);
      assert.equal(set.all("dialog").length, 0);
      await set.until(() => focused(set)?.id === "write");
    });

    it("says that nobody has a name, and gives the keyboard back", async () => {
      const set = await opened();
      await set.until(() => titles(set).length === 3);
      set.find("[data-deed=new-group]").focus();
      set.find("[data-deed=new-group]").click();
      await asked(set);
      fill(set, "#find-people", "Nobody at all");
      set.find("[data-deed=find-people]").click();
      await set.until(() => set.text().includes("Nobody has this name."));
      await sendKeys({ press: "Escape" });
      await set.until(() => set.all("dialog").length === 0);
      assert.equal(set.widget.shadowRoot?.activeElement?.getAttribute("data-deed"), "new-group");
    });

    const seeingTo = async (deed: string, options: StageOptions = {}, site = corresponding()) => {
      const set = await inTalk(site, options, group.id);
      set.find("summary").click();
      await set.until(() => set.find(`[data-deed=${deed}]`));
      set.find(`[data-deed=${deed}]`).click();
      await asked(set);
      return set;
    };

    it("whoever keeps one renames it, adds and removes people", async () => {
      const set = await seeingTo("people");
      await assertAccessible(set.widget);
      assert.include(set.find("dialog").textContent, "keeps the group");
      fill(set, "#group-title", "Autumn circle");
      set.find("[data-deed=rename-group]").click();
      await set.until(() => set.find(".head h3").textContent.includes("Autumn circle"));
      set.find(`[data-remove="${friend.id}"]`).click();
      await set.until(() => set.all(`[data-remove="${friend.id}"]`).length === 0);
      const [, found] = people;
      fill(set, "#find-people", found?.name ?? "");
      set.find("[data-deed=find-people]").click();
      await set.until(() => set.find(`[data-person="${found?.id}"]`));
      tick(set, found?.id ?? "");
      set.find("[data-deed=add-group]").click();
      await set.until(() => set.text().includes("1 person was added."));
      assert.deepEqual(callsOf(set, "messaging.updateGroup"), [{ id: group.id, title: "Autumn circle" }]);
      assert.deepEqual(callsOf(set, "messaging.removeParticipant"), [
        { conversationId: group.id, memberId: friend.id },
      ]);
      assert.deepEqual(callsOf(set, "messaging.addParticipants"), [
        { conversationId: group.id, memberIds: [found?.id] },
      ]);
    });

    it("others see who is in it, and why something was refused", async () => {
      const kept = { ...group, keeperId: coach.id };
      const set = await seeingTo("people", {}, corresponding([kept]));
      assert.equal(set.all("[data-remove], [data-person], #group-title").length, 0);
      await assertAccessible(set.widget);
      const refusing = await seeingTo("people", {
        answers: {
          "messaging.updateGroup": () => ({
            status: 403,
            code: "messaging.keeper_only",
            message: "Only the person who keeps this group may do that. Ask them.",
          }),
        },
      });
      refusing.find("[data-deed=rename-group]").click();
      await refusing.until(() => refusing.find("dialog").textContent.includes("Ask them."));
    });

    it("is left after a question", async () => {
      const set = await seeingTo("leave");
      await assertAccessible(set.widget);
      set.find("[data-deed=leave-group]").click();
      await set.until(() => titles(set).length === 2);
      assert.deepEqual(callsOf(set, "messaging.removeParticipant"), [
        { conversationId: group.id, memberId: member.id },
      ]);
      assert.equal(set.all("dialog, textarea").length, 0);
    });
  });

  describe("the bubble", () => {
    const bubble = (site?: Correspondence) => opened(site, { attributes: { display: "bubble" } });

    it("asks for nothing before it is opened, takes the keyboard in, and gives it back", async () => {
      const set = await bubble();
      await set.until(() => set.find("#bubble"));
      assert.notInclude(set.api.paths, "messaging.listConversations");
      assert.isFalse(set.find("div.root").checkVisibility());
      set.find("#bubble").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => titles(set).length === 3);
      await set.until(() => set.widget.shadowRoot?.activeElement?.getAttribute("data-deed") === "close");
      await assertAccessible(set.widget);
      await sendKeys({ press: "Escape" });
      await set.until(() => !set.find("div.root").checkVisibility());
      assert.equal(focused(set)?.id, "bubble");
    });

    it("counts, and reads only what somebody can see", async () => {
      const site = corresponding();
      const set = await bubble(site);
      await set.until(() => set.find("#bubble"));
      set.find("#bubble").click();
      await set.until(() => set.find(`[data-conversation="${withCoach.id}"]`));
      set.find(`[data-conversation="${withCoach.id}"]`).click();
      await set.until(() => callsOf(set, "messaging.readConversation").length === 1);
      await live(set);
      set.find("#bubble").click();
      await set.until(() => !set.widget.hasAttribute("open"));
      set.api.stream.announce("message.sent", site.write(withCoach.id, { text: "Psst" }));
      await set.until(() => set.find("#bubble").dataset["unread"] === "1");
      assert.equal(set.find("#bubble").ariaLabel, "Messages, 1 unread");
      const lastRead = () => callsOf(set, "messaging.readConversation").at(-1)?.["seq"];
      assert.equal(lastRead(), 6);
      set.find("#bubble").click();
      await set.until(() => lastRead() === 7);
    });

    it("is away while the page has a chat in place", async () => {
      const set = await bubble();
      await set.until(() => set.find("#bubble").checkVisibility());
      const inPlace = document.createElement("tessera-chat");
      set.widget.before(inPlace);
      await set.until(() => !set.find("#bubble").checkVisibility());
      inPlace.remove();
      await set.until(() => set.find("#bubble").checkVisibility());
    });

    it("a panel is laid over the page and stays within it", async () => {
      const set = await opened(undefined, { attributes: { display: "panel", open: "" } });
      await set.until(() => titles(set).length === 3);
      assert.lengthOf(set.all("#bubble"), 0);
      const { left, right, top, bottom } = set.find("div.root").getBoundingClientRect();
      assert.isTrue(left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight);
      set.find("[data-deed=close]").click();
      await set.until(() => !set.find("div.root").checkVisibility());
    });
  });

  describe("state", () => {
    it("empty says so", async () => {
      const set = await opened(corresponding([]));
      await set.until(() => set.widget.state === "empty");
      assert.include(set.text(), "You have no messages yet.");
      await assertAccessible(set.widget);
    });

    it("signed-out offers signing in", async () => {
      const set = await opened(undefined, { before: () => undefined });
      await set.until(() => set.find("#email"));
      assert.equal(set.widget.getAttribute("state"), "signed-out");
      await assertAccessible(set.widget);
    });

    it("a conversation that is not there says so, with a way back", async () => {
      const set = await opened(undefined, {
        attributes: { with: "0195a000-0000-7000-8000-0000000000ff" },
        answers: { "messaging.openConversation": () => ({ status: 404, code: "request.not_found" }) },
      });
      await set.until(() => set.find(".talk [role=alert]"));
      await assertAccessible(set.widget);
      set.find(".talk [data-deed=back]").click();
      await set.until(() => set.all(".talk [role=alert]").length === 0);
    });
  });

  for (const [locale, words] of [
    ["zh-CN", "已编辑"],
    ["ar", "معدّلة"],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const set = await inTalk(undefined, { locale });
      await set.until(() => set.text().includes(words));
      await assertAccessible(set.widget);
    });
  }

  it("fits 320 px", async () => {
    const set = await inTalk();
    set.widget.style.inlineSize = "320px";
    await set.widget.updateComplete;
    assert.isAtMost(set.find(".root").scrollWidth, 320);
    assert.isFalse(set.find(".side").checkVisibility());
    set.find(".head [data-deed=back]").click();
    await set.until(() => set.find(".side").checkVisibility());
  });
});
