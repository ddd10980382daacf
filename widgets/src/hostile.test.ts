import { assert } from "chai";
import { emulateMedia } from "@web/test-runner-commands";
import { allScenes } from "../states/all.ts";
import { type Answers } from "../test/fake-api.ts";
import { showScene } from "../test/show-scene.ts";
import { strike } from "../test/stage.ts";

/** What somebody may have written where a name or a text was asked for. */
const payloads = [
  '<img src="x" onerror="globalThis.wasStruck = true">',
  "<script>globalThis.wasStruck = true</script>",
  "<svg onload=globalThis.wasStruck=true><math><mi xlink:href=javascript:globalThis.wasStruck=true>",
  '"><iframe srcdoc="<script>parent.wasStruck = true</script>"></iframe>',
  "${globalThis.wasStruck = true}{{globalThis.wasStruck = true}}\u202e",
];

/** Fields of answers that hold what people wrote. */
const written = new Set([
  "name",
  "hostName",
  "clientName",
  "authorName",
  "subjectName",
  "headline",
  "bio",
  "expertise",
  "title",
  "description",
  "text",
  "reply",
  "note",
  "reason",
  "message",
  "changes",
  "label",
  "features",
  "tags",
  "question",
  "answer",
  "choices",
  "suggestions",
  "userAgent",
  "productName",
]);

let nth = 0;
function struck(value: unknown, isWritten = false): unknown {
  if (typeof value === "string") return isWritten ? `${value} ${payloads[nth++ % payloads.length]}` : value;
  if (Array.isArray(value)) return value.map((item) => struck(item, isWritten));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      // What can be done goes by names of the API's own.
      name === "actions"
        ? held
        : struck(held, written.has(name) && (typeof held === "string" || Array.isArray(held))),
    ]),
  );
}

const isRefusal = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "code" in answer && "status" in answer;

/** Answers as they were, with something hostile in everything people wrote. */
const withHostileTexts = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([path, answer]) => [
      path,
      (...asked: Parameters<typeof answer>) => {
        const told: unknown = Reflect.apply(answer, undefined, asked);
        return isRefusal(told) ? told : struck(told);
      },
    ]),
  );

/** Every element a widget shows, in the widgets inside it too. */
const elementsIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll("*")].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);

const isForeign = (element: Element): boolean =>
  element.matches("script, iframe, object, embed, math, svg[onload], img[src=x]") ||
  [...element.attributes].some(({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value));

const isShown = (root: ParentNode): boolean =>
  elementsIn(root).some(({ textContent }) => textContent.includes("wasStruck")) ||
  [...root.querySelectorAll("input")].some(({ value }) => value.includes("wasStruck"));

describe("hostile texts", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => {
    strike();
    history.replaceState(null, "", location.pathname);
  });

  for (const { tag, scenes } of allScenes) {
    it(`stay texts in every state of <${tag}>`, async () => {
      let shown = 0;
      for (const scene of scenes.filter(({ state }) => state !== "loading" && state !== "slow")) {
        const { widget } = await showScene(tag, scene, "en-US", withHostileTexts);
        const root = widget.shadowRoot ?? widget;
        assert.deepEqual(
          elementsIn(root)
            .filter(isForeign)
            .map(({ tagName }) => tagName),
          [],
          scene.title,
        );
        if (isShown(root)) shown += 1;
        strike();
        history.replaceState(null, "", location.pathname);
      }
      assert.isAbove(shown, 0, "nothing hostile was shown");
      assert.notProperty(globalThis, "wasStruck");
    }).timeout(120_000);
  }
});
