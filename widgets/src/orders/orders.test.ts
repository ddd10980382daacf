import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { present, session } from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import {
  actions,
  askingOrder,
  completedOrder,
  deliveredOrder,
  disputedOrder,
  exchange,
  having,
  othersReview,
  ownReview,
  proposedOrder,
  soldOrder,
  workOrder,
} from "../../test/orders.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraOrders } from "./orders.ts";

const signedIn: StageOptions["before"] = ({ session: current }) => current.begin(session);

const opened = (answers: Answers, { attributes, ...options }: StageOptions = {}) =>
  stage("tessera-orders", {
    before: signedIn,
    answers,
    ...options,
    attributes: { "time-zone": "Europe/Berlin", ...attributes },
  });

const listed = async (answers: Answers = having(workOrder), options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.find("[data-order]"));
  return set;
};

/** One order by itself. */
const shown = async (order: typeof workOrder, more: Answers = {}, options: StageOptions = {}) => {
  const set = await opened({ ...having(order), ...more }, { ...options, attributes: { order: order.id } });
  await set.until(() => set.find("[data-whole]"));
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const deedsOf = (set: Set) => set.all(".actions [data-deed]").map(({ dataset }) => dataset["deed"]);
const callsOf = ({ api }: Set, path: string) => api.calls.filter((call) => call.path === path);
const inputOf = (set: Set, path: string) => callsOf(set, path)[0]?.input;
const told = ({ widget }: Set, name: keyof HTMLElementEventMap) => {
  const details: unknown[] = [];
  widget.addEventListener(name, (event) => details.push(event instanceof CustomEvent && event.detail));
  return details;
};
const begin = async (set: Set, deed: string) => {
  set.find(`[data-deed=${deed}]`).click();
  await set.until(() => set.find(`form[data-form=${deed}]`));
};
const write = (set: Set, name: string, value: string) =>
  Object.assign(set.find(`form [name="${name}"]`), { value });
const send = (set: Set) => set.find("form.deed .actions .button").click();

/** Puts files into a field, as choosing them does. */
function choose(set: Set, name: string, files: readonly File[]): void {
  // Without it the SDK sends by `fetch`, which stands for the network here.
  Reflect.deleteProperty(globalThis, "XMLHttpRequest");
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  Object.assign(set.find(`form input[name="${name}"]`), { files: chosen.files });
}

describe("<tessera-orders>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  describe("the list", () => {
    it("shows what, which part the member has, how it stands, until when and for how much", async () => {
      const set = await listed();
      assert.instanceOf(set.widget, TesseraOrders);
      for (const part of [
        "A logo with three drafts",
        "You ordered this",
        "Order T-2001",
        "In progress",
        "€150",
      ])
        assert.include(set.text(), part);
      assert.include(set.text(), "Due Wednesday, March 11, 2026 at 10:00 AM");
      assert.deepInclude(inputOf(set, "orders.listOrders"), { kind: "work", limit: 20 });
      await assertAccessible(set.widget);
    });

    it("tells the time in the viewer's zone", async () => {
      const set = await listed(having(workOrder), { attributes: { "time-zone": "Asia/Tokyo" } });
      assert.include(set.text(), "March 11, 2026 at 6:00 PM");
    });

    it("says that work is late", async () => {
      const dueAt = new Date(present - 1_000).toISOString();
      const set = await listed(
        having({ ...workOrder, work: workOrder.work && { ...workOrder.work, dueAt } }),
      );
      assert.include(set.text(), "Was due Monday, March 9, 2026");
    });

    it("is of one side by a tab, also by the keyboard", async () => {
      const set = await listed();
      set.find("#tab-all").focus();
      await sendKeys({ press: "ArrowRight" });
      await set.until(() => callsOf(set, "orders.listOrders").some(({ input }) => input["as"] === "buyer"));
      await set.until(() => focused(set) === set.find("#tab-buyer"));
    });

    it("is of one side for good where the page says so", async () => {
      const set = await listed(having(soldOrder), { attributes: { as: "seller" } });
      assert.equal(inputOf(set, "orders.listOrders")?.["as"], "seller");
      assert.isEmpty(set.all("[role=tab]"));
      assert.include(set.text(), "You make this");
    });

    it("is of one status", async () => {
      const set = await listed({
        ...having(workOrder),
        "orders.listOrders": ({ states }) => ({ items: states ? [] : [workOrder], nextCursor: null }),
      });
      const select = set.find("#status");
      Object.assign(select, { value: "delivered" });
      select.dispatchEvent(new Event("change"));
      await set.until(() => set.text().includes("You have no orders with this status."));
      assert.deepEqual(callsOf(set, "orders.listOrders").at(-1)?.input["states"], ["delivered"]);
      assert.equal(set.widget.getAttribute("state"), "empty");
    });

    it("goes on where there are more", async () => {
      const second = { ...workOrder, id: "0195a000-0000-7000-8000-000000000602" };
      const set = await listed({
        ...having(workOrder),
        "orders.listOrders": ({ cursor }) =>
          cursor ? { items: [second], nextCursor: null } : { items: [workOrder], nextCursor: "next" },
      });
      set.find(".more").click();
      await set.until(() => set.all("[data-order]").length === 2);
      assert.isEmpty(set.all(".more"));
    });

    it("shows a dispute before all else", async () => {
      const set = await listed(having(disputedOrder));
      assert.equal(set.find(".badge").textContent, "In dispute");
    });

    it("opens an order in place and leads back to it", async () => {
      const set = await listed();
      const names = told(set, "tessera-order-opened");
      set.find("[data-order] .title").focus();
      set.find("[data-order] .title").click();
      await set.until(() => set.find("[data-whole]"));
      assert.deepEqual(names, [{ orderId: workOrder.id }]);
      await set.until(() => focused(set) === set.find(".back"));
      set.find(".back").click();
      await set.until(() => focused(set) === set.find("[data-order] .title"));
    });

    it("leaves opening to the page that wants it", async () => {
      const set = await listed();
      set.widget.addEventListener("tessera-before-order-open", (event) => event.preventDefault());
      set.find("[data-order] .title").click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.isEmpty(set.all("[data-whole]"));
    });

    it("leads to the page's own address of an order", async () => {
      const set = await listed(having(workOrder), { attributes: { "order-href": "/orders/{id}" } });
      assert.equal(
        set.find("[data-order] a").getAttribute("href"),
        `${location.origin}/orders/${workOrder.id}`,
      );
    });
  });

  describe("an order", () => {
    it("shows what was bought, what is left, what was asked and what happened", async () => {
      const set = await shown(workOrder);
      for (const part of [
        "The seller is working on it.",
        "Standard: three drafts",
        "The source files × 2",
        "2 rounds of changes left",
        "What is your brand called?",
        "Harbour Tea",
        "sketch.png",
        "Not answered",
      ])
        assert.include(set.text(), part);
      assert.deepEqual(
        set.all("[data-event]").map(({ textContent }) => textContent.replaceAll(/\s+/g, " ").trim()),
        [
          "Ordered Thursday, March 5, 2026 at 10:00 AM · you",
          "Paid Thursday, March 5, 2026 at 10:00 AM",
          "Questions answered Friday, March 6, 2026 at 10:00 AM · you",
        ],
      );
      assert.isEmpty(set.all(".back"));
      await assertAccessible(set.widget);
    });

    it("that is not there, and one of a session, are not found alike", async () => {
      const gone = await opened(
        { "orders.getOrder": () => ({ status: 404, code: "request.not_found" }) },
        { attributes: { order: workOrder.id } },
      );
      await gone.until(() => gone.text().includes("This order was not found."));
      const other = await opened(having({ ...workOrder, kind: "session", work: null }), {
        attributes: { order: workOrder.id },
      });
      await other.until(() => other.text().includes("This order was not found."));
    });

    it("opens a file by a link made for the moment", async () => {
      const set = await shown(deliveredOrder);
      set.find("[data-delivery] [data-file]").click();
      await set.until(() => callsOf(set, "files.getFile").length === 1);
      await set.until(() => set.find(".notice.bad"));
    });

    it("is paid in place by its buyer", async () => {
      const set = await shown({ ...workOrder, state: "awaiting_payment", actions: actions("pay", "cancel") });
      assert.equal(set.find("tessera-checkout").getAttribute("order"), workOrder.id);
    });

    it("opens its messages where the site has a chat", async () => {
      const set = await shown(workOrder);
      set.find("[data-deed=write]").click();
      await set.until(() => set.find("tessera-chat").getAttribute("subject") === `order:${workOrder.id}`);
    });

    for (const [locale, words] of [
      ["zh-CN", "卖家正在制作。"],
      ["ar", "يعمل البائع على طلبك."],
    ] as const)
      it(`speaks ${locale}`, async () => {
        const set = await shown(workOrder, {}, { locale });
        await set.until(() => set.text().includes(words));
      });
  });

  describe("the seller", () => {
    it("delivers with a message and files", async () => {
      const set = await shown(soldOrder);
      const changes = told(set, "tessera-order-changed");
      assert.deepEqual(deedsOf(set).slice(0, 3), ["deliver", "propose_cancel", "cancel"]);
      await begin(set, "deliver");
      await assertAccessible(set.widget);
      write(set, "message", "  Here it is. ");
      choose(set, "files", [new File(["%PDF-1.7"], "logo.pdf")]);
      send(set);
      await set.until(() => callsOf(set, "orders.deliverOrder").length === 1);
      assert.deepInclude(callsOf(set, "files")[0]?.input, { purpose: "orders.delivery", name: "logo.pdf" });
      assert.deepEqual(inputOf(set, "orders.deliverOrder"), {
        id: soldOrder.id,
        message: "Here it is.",
        fileIds: ["0195a000-0000-7000-8000-0000000000f9"],
      });
      await set.until(() => set.all("form.deed").length === 0);
      assert.deepEqual(changes, [{ orderId: soldOrder.id, action: "deliver", state: "delivered" }]);
    });

    it("hears what is wrong with a file before anything is sent", async () => {
      const set = await shown(soldOrder);
      await begin(set, "deliver");
      write(set, "message", "Here it is.");
      choose(set, "files", [new File(["MZ"], "logo.exe")]);
      send(set);
      await set.until(() => set.find(".wrong[role=alert]"));
      assert.include(set.text(), "logo.exe is not a PDF, Word document, picture, MP4 or ZIP file.");
      choose(
        set,
        "files",
        Array.from({ length: 21 }, (_, at) => new File(["a"], `${at}.pdf`)),
      );
      send(set);
      await set.until(() => set.text().includes("Choose 20 files at most."));
      assert.isEmpty(callsOf(set, "files"));
      assert.isEmpty(callsOf(set, "orders.deliverOrder"));
      set.find("form.deed .quiet").click();
      await set.until(() => set.all("form.deed").length === 0);
      await begin(set, "deliver");
      assert.isEmpty(set.all(".wrong[role=alert]"));
    });

    it("does not send a file twice when the delivery is tried again", async () => {
      let tries = 0;
      const set = await shown(soldOrder, {
        "orders.deliverOrder": () =>
          ++tries === 1 ? { status: 409, code: "request.conflict", message: "It has changed." } : soldOrder,
      });
      await begin(set, "deliver");
      write(set, "message", "Here it is.");
      choose(set, "files", [new File(["%PDF-1.7"], "logo.pdf")]);
      send(set);
      await set.until(() => set.text().includes("It has changed."));
      send(set);
      await set.until(() => tries === 2);
      assert.lengthOf(callsOf(set, "files"), 1);
    });

    it("calls the order off once it is known what goes back", async () => {
      const set = await shown(soldOrder);
      await begin(set, "cancel");
      assert.deepEqual(inputOf(set, "orders.cancelOrder"), { id: soldOrder.id, dryRun: true });
      assert.include(set.text(), "The buyer gets €150 back.");
      write(set, "reason", "I am ill.");
      send(set);
      await set.until(() => callsOf(set, "orders.cancelOrder").length === 2);
      assert.deepEqual(callsOf(set, "orders.cancelOrder")[1]?.input, {
        id: soldOrder.id,
        reason: "I am ill.",
      });
    });

    it("does not call it off where the page forbids it", async () => {
      const set = await shown(soldOrder);
      set.widget.addEventListener("tessera-before-order-cancel", (event) => event.preventDefault());
      set.find("[data-deed=cancel]").click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.isEmpty(callsOf(set, "orders.cancelOrder"));
    });
  });

  describe("the buyer", () => {
    it("accepts after it was said that the money moves", async () => {
      const set = await shown(deliveredOrder);
      assert.include(set.text(), "Without a word from you it counts as accepted on Thursday, March 12, 2026");
      await begin(set, "accept");
      assert.include(set.text(), "The money then goes to the seller.");
      send(set);
      await set.until(() => callsOf(set, "orders.acceptOrder").length === 1);
    });

    it("sees each delivery, the last first, and what they wanted changed", async () => {
      const set = await shown(deliveredOrder);
      assert.deepEqual(
        set.all("[data-delivery] strong").map(({ textContent }) => textContent),
        ["Delivery 2", "Delivery 1", "The buyer asked for changes:"],
      );
      assert.include(set.text(), "The second one, but in green.");
    });

    it("asks for changes", async () => {
      const set = await shown(deliveredOrder);
      await begin(set, "ask_revision");
      await assertAccessible(set.widget);
      write(set, "reason", "In blue, please.");
      send(set);
      await set.until(() => callsOf(set, "orders.askRevision").length === 1);
      assert.deepEqual(inputOf(set, "orders.askRevision"), {
        id: deliveredOrder.id,
        reason: "In blue, please.",
      });
    });

    it("leaves a form, and the keyboard is back on its button", async () => {
      const set = await shown(deliveredOrder);
      set.find("[data-deed=ask_revision]").focus();
      await begin(set, "ask_revision");
      await set.until(() => focused(set)?.tagName === "TEXTAREA");
      set.find("form.deed .quiet").click();
      await set.until(() => focused(set) === set.find("[data-deed=ask_revision]"));
    });

    it("answers the seller's questions in words, by a choice and with files", async () => {
      const set = await shown(askingOrder);
      await set.until(() => set.find("form[data-form=answer_questions]"));
      assert.include(set.text(), "Which style do you like? (optional)");
      const [words, choice, file] = askingOrder.questions.map(({ id }) => id);
      assert.isOk(words && choice && file);
      write(set, words ?? "", "Harbour Tea");
      write(set, choice ?? "", "Playful");
      choose(set, file ?? "", [new File(["a"], "sketch.png")]);
      send(set);
      await set.until(() => callsOf(set, "orders.answerQuestions").length === 1);
      assert.deepInclude(callsOf(set, "files")[0]?.input, { purpose: "orders.answer" });
      assert.deepEqual(inputOf(set, "orders.answerQuestions"), {
        id: askingOrder.id,
        answers: [
          { questionId: words, text: "Harbour Tea" },
          { questionId: choice, text: "Playful" },
          { questionId: file, fileIds: ["0195a000-0000-7000-8000-0000000000f9"] },
        ],
      });
    });

    it("leaves out what need not be answered", async () => {
      const set = await shown(askingOrder);
      await set.until(() => set.find("form[data-form=answer_questions]"));
      const [words] = askingOrder.questions.map(({ id }) => id);
      write(set, words ?? "", "Harbour Tea");
      send(set);
      await set.until(() => callsOf(set, "orders.answerQuestions").length === 1);
      assert.deepEqual(inputOf(set, "orders.answerQuestions")?.["answers"], [
        { questionId: words, text: "Harbour Tea" },
      ]);
    });

    it("proposes to cancel, and how much goes back", async () => {
      const set = await shown(workOrder);
      await begin(set, "propose_cancel");
      assert.deepEqual(
        set.all("form option").map(({ textContent }) => textContent),
        ["€150", "€112.50", "€75", "€37.50", "€0"],
      );
      write(set, "share", "5000");
      send(set);
      await set.until(() => callsOf(set, "orders.proposeCancel").length === 1);
      assert.deepEqual(inputOf(set, "orders.proposeCancel"), {
        id: workOrder.id,
        reason: "",
        refundShare: 5_000,
      });
    });

    it("agrees to the share they saw", async () => {
      const set = await shown(proposedOrder("provider"));
      assert.include(set.text(), "€112.50 would go back to the buyer.");
      assert.include(set.text(), "We need another style.");
      await begin(set, "accept_cancel");
      send(set);
      await set.until(() => callsOf(set, "orders.answerCancel").length === 1);
      assert.deepEqual(inputOf(set, "orders.answerCancel"), {
        id: workOrder.id,
        accept: true,
        refundShare: 7_500,
      });
    });

    it("declines a proposal at once", async () => {
      const set = await shown(proposedOrder("provider"));
      set.find("[data-deed=decline_cancel]").click();
      await set.until(() => callsOf(set, "orders.answerCancel").length === 1);
      assert.equal(inputOf(set, "orders.answerCancel")?.["accept"], false);
    });

    it("takes an own proposal back", async () => {
      const set = await shown(proposedOrder("client"));
      assert.include(set.find("[data-deed=decline_cancel]").textContent, "Withdraw the proposal");
    });
  });

  it("is objected to while the money waits", async () => {
    const set = await shown(workOrder, { "orders.disputeOrder": () => workOrder });
    await set.until(() => set.find("[data-deed=dispute]"));
    set.find("[data-deed=dispute]").click();
    await set.until(() => set.find("form.dispute textarea"));
    await assertAccessible(set.widget);
    Object.assign(set.find("form.dispute textarea"), { value: "It is not what we agreed." });
    set.find("form.dispute .primary").click();
    await set.until(() => callsOf(set, "orders.disputeOrder").length === 1);
    assert.deepEqual(inputOf(set, "orders.disputeOrder"), {
      id: workOrder.id,
      reason: "It is not what we agreed.",
      fileIds: [],
    });
  });

  it("loads again when the other side delivers", async () => {
    const set = await shown(workOrder);
    const before = callsOf(set, "orders.getOrder").length;
    await set.until(() => set.api.stream.size === 1);
    set.api.stream.announce("order.delivered", deliveredOrder);
    await set.until(() => callsOf(set, "orders.getOrder").length > before);
  });

  it("asks who is not signed in to sign in", async () => {
    const set = await stage("tessera-orders", { answers: having(workOrder) });
    await set.until(() => set.find("#email"));
    assert.equal(set.widget.getAttribute("state"), "signed-out");
    assert.isEmpty(callsOf(set, "orders.listOrders"));
  });

  describe("reviews of an accepted order", () => {
    type Said = ReturnType<typeof exchange>;
    const completed = async (said: () => Said, more: Answers = {}, options: StageOptions = {}) => {
      const set = await shown(completedOrder, { "reviews.getOrderReviews": said, ...more }, options);
      await set.until(() => set.find("form[data-form=review], [data-given]"));
      return set;
    };
    const choose = (set: Set, name: string, count: number) =>
      set.find(`input[name="dimension-${name}"][value="${count}"]`).click();

    it("one dimension after the other and a text, sent once; it then waits for the other side's", async () => {
      let said = exchange();
      const set = await completed(() => said, {
        "reviews.createReview": () => {
          said = exchange({ isOpen: false, given: ownReview });
          return ownReview;
        },
      });
      const reviewedNow = told(set, "tessera-order-reviewed");
      assert.include(set.text(), "yours is published after 7 days");
      await assertAccessible(set.widget);
      set.find("form[data-form=review] .primary").click();
      assert.isEmpty(callsOf(set, "reviews.createReview"));
      choose(set, "communication", 5);
      set.find('input[name="dimension-quality"][value="3"]').focus();
      await sendKeys({ press: "Space" });
      await sendKeys({ press: "ArrowRight" });
      write(set, "text", " Just as drawn. ");
      set.find("form[data-form=review] .primary").click();
      await set.until(() => set.text().includes("It waits for the other side's review"));
      assert.deepEqual(inputOf(set, "reviews.createReview"), {
        orderId: completedOrder.id,
        ratings: { communication: 5, quality: 4 },
        text: "Just as drawn.",
      });
      assert.deepEqual(reviewedNow, [{ orderId: completedOrder.id }]);
      assert.isEmpty(set.all("form[data-form=review]"));
      await assertAccessible(set.widget);
    });

    it("stars alone where the site asks for nothing else; a refusal keeps what was chosen", async () => {
      const set = await completed(() => exchange({ dimensions: [], waitDays: 0 }), {
        "reviews.createReview": () => ({
          status: 409,
          code: "reviews.already_reviewed",
          message: "You have reviewed this already.",
        }),
      });
      assert.include(set.text(), "Everybody reads your review at once.");
      set.find('input[name="stars"][value="2"]').click();
      set.find("form[data-form=review] .primary").click();
      await set.until(() => set.find("form[data-form=review] .notice.bad"));
      assert.deepEqual(inputOf(set, "reviews.createReview"), {
        orderId: completedOrder.id,
        stars: 2,
        text: "",
      });
      assert.isTrue(set.find('input[name="stars"][value="2"]').matches(":checked"));
    });

    it("both are read once both wrote; the member replies to the other's, or reports it", async () => {
      const given = { ...ownReview, publishedAt: othersReview.publishedAt };
      const reply = { text: "Gladly again.", repliedAt: String(othersReview.publishedAt) };
      let received = othersReview;
      const set = await completed(() => exchange({ isOpen: false, given, received }), {
        "reviews.replyToReview": () => (received = { ...othersReview, reply }),
      });
      for (const part of ["Your review", "Just as drawn.", "Mara L.", "Knows what they want."])
        assert.include(set.text(), part);
      await set.until(() => set.all("[data-report]").length === 1);
      set.find("[data-reply]").click();
      await set.until(() => set.find(".reply-form textarea"));
      Object.assign(set.find(".reply-form textarea"), { value: "Gladly again." });
      set.find(".reply-form .primary").click();
      await set.until(() => set.text().includes("Your reply"));
      assert.deepEqual(inputOf(set, "reviews.replyToReview"), {
        id: othersReview.id,
        text: "Gladly again.",
      });
      assert.isEmpty(set.all("[data-reply]"));
      await assertAccessible(set.widget);
    });

    it("one that was published alone, or taken from sight, says so", async () => {
      const alone = await completed(() =>
        exchange({ isOpen: false, given: { ...ownReview, publishedAt: othersReview.publishedAt } }),
      );
      assert.include(alone.text(), "once it is published");
      const hidden = await completed(() =>
        exchange({ isOpen: false, given: { ...ownReview, isHidden: true } }),
      );
      assert.include(hidden.text(), "The site's team took it from sight.");
    });

    it("are not asked about work under way, nor where the site has none; what fails leaves the order whole", async () => {
      assert.isEmpty(callsOf(await shown(deliveredOrder), "reviews.getOrderReviews"));
      const failing = await shown(completedOrder, {
        "reviews.getOrderReviews": () => ({ status: 400, code: "request.malformed", message: "Not now." }),
      });
      await failing.until(() => failing.text().includes("Not now."));
      assert.include(failing.text(), "The work is accepted");
    });
  });
});
