import type * as bubbleFile from "./chat/bubble.ts";
import { type OpenPage, type PageSettings } from "./base/page.ts";
import { room, roomForStrangers } from "./room.ts";

/** What the name of each file ends in: of a widget's, of the `core` that all share and of a chat's `bubble`; filled in by the build. */
declare const HASHES: Readonly<Record<string, string>>;
/** What the names of all translations end in. */
declare const TEXTS: string;

const script = [...document.scripts].find(({ src }) => src === import.meta.url);
const { core: coreHash = "", bubble: bubbleHash = "", ...widgets } = HASHES;
const tags = Object.keys(widgets).map((name) => `tessera-${name}`);
const waiting = tags.map((tag) => `${tag}:not(:defined)`).join();

// Nothing of it is seen, or a bubble at most, until it is opened.
const closed = "tessera-chat:is([display=bubble],[display=panel])";

const isFirst = !("tesseraPage" in document.documentElement);
let page: Promise<OpenPage> | undefined;
/** The page once it is connected, for those who must not be the reason. */
let tellOpened: (page: OpenPage) => void;
const opening = new Promise<OpenPage>((resolve) => (tellOpened = resolve));

const localeTag = () => script?.dataset["locale"] ?? (document.documentElement.lang || navigator.language);

const fetchFile = (name: string, hash: string) => import(new URL(`${name}-${hash}.js`, import.meta.url).href);

const translations: Readonly<Record<string, string>> = { zh: "zh-cn", ar: "ar" };

// What is needed is asked for side by side: a file that names the next one would cost a round trip.
function fetchTexts(name: string): void {
  const language = translations[localeTag().split("-")[0] ?? ""];
  if (language) void fetchFile(`${name}.texts.${language}`, TEXTS);
}

async function fetchTag(tag: string): Promise<void> {
  const name = tag.slice("tessera-".length);
  const hash = widgets[name];
  if (hash === undefined) return;
  fetchTexts(name);
  await fetchFile(name, hash);
}

/** The page, connected when the first widget comes near. */
async function connected(): Promise<OpenPage> {
  page ??= connect();
  return page;
}

async function connect(): Promise<OpenPage> {
  fetchTexts("base");
  const core: { openPage: (settings: PageSettings) => OpenPage } = await fetchFile("core", coreHash);
  const { key = "", api = new URL(import.meta.url).origin, session, memberToken } = script?.dataset ?? {};
  const remember = session === "memory" ? "memory" : "session";
  const opened = core.openPage({ url: api, key, locale: localeTag(), remember });
  if (memberToken) void opened.identify(memberToken);
  tellOpened(opened);
  return opened;
}

/** Leaves a chat closed until somebody opens it, which a file of its own sees to. */
async function keepClosed(element: HTMLElement): Promise<void> {
  const bubble: typeof bubbleFile = await fetchFile("bubble", bubbleHash);
  bubble.keepClosed(element, localeTag, opening, load);
  // The core only for somebody who may have messages.
  if (knows() && element.matches("[display=bubble]")) await connected();
}

/** Loads a tag now instead of when it comes near, for example one inside a shadow root of the page. */
export async function load(tag: string): Promise<void> {
  await Promise.all([connected(), fetchTag(tag)]).catch(() => {
    // A failed download is tried again when the connection is back.
    page = undefined;
    addEventListener("online", () => void load(tag), { once: true });
  });
}

/** Signs in the member for whom the tenant's own server signed a token (`signMemberToken` of the SDK). */
export const identify = async (memberToken: string): Promise<void> =>
  (await connected()).identify(memberToken);

/** Signs out, ends the member's pushes in this browser and forgets everything the page kept, in all tabs. */
export const signOut = async (): Promise<void> => (await connected()).signOut();

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      void load(target.localName);
    }
  },
  { rootMargin: "400px" },
);

function watch(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>(waiting)) {
    if (element.matches(closed)) {
      void keepClosed(element).catch(() => undefined);
      continue;
    }
    reserveRoom(element);
    // The observer answers a frame later at the soonest, and this one is wanted now.
    const { top, bottom, width } = element.getBoundingClientRect();
    if (width > 0 && bottom >= 0 && top < innerHeight) void load(element.localName);
    else near.observe(element);
  }
}

/** Whether somebody is likely to be signed in, by the page's own token, or this tab keeps something under one of other names. */
function knows(names = "refresh"): boolean {
  const { key = "", memberToken } = script?.dataset ?? {};
  try {
    return (
      !!memberToken ||
      new RegExp(`"(${names})":`).test(sessionStorage.getItem(`tessera.${key.slice(-8)}`) ?? "")
    );
  } catch {
    return false;
  }
}

/** Keeps the room a widget will need, so that nothing on the page moves when it comes. */
function reserveRoom(element: HTMLElement): void {
  const width = element.parentElement?.clientWidth ?? 0;
  const [, heights] = Object.entries(room).find(([selector]) => element.matches(selector)) ?? [];
  const [, height = 0] =
    roomForStrangers.find(([selector, , names]) => element.matches(selector) && !knows(names)) ??
    heights?.find(([from]) => width >= from) ??
    [];
  element.style.display = "block";
  element.style.minBlockSize = `${height}px`;
}

// A second copy of the script, of this version or another, leaves the page to the first.
if (isFirst) {
  Object.defineProperty(document.documentElement, "tesseraPage", { value: 1 });
  watch(document);
  new MutationObserver((changes) => {
    for (const { target } of changes) if (target instanceof Element) watch(target);
  }).observe(document.documentElement, { childList: true, subtree: true });
  const speak = new MutationObserver(() => void page?.then((opened) => opened.speak(localeTag())));
  speak.observe(document.documentElement, { attributeFilter: ["lang"] });
  if (script) speak.observe(script, { attributeFilter: ["data-locale"] });
  // Who comes by a link out of a mail came for the widget, wherever on the page it stands.
  const heedLink = () => {
    if (location.hash.startsWith("#tessera-manage=")) void load("tessera-booking");
  };
  heedLink();
  addEventListener("hashchange", heedLink);
  document.addEventListener("tessera-need", (event) => {
    if (event instanceof CustomEvent) void load(String(event.detail));
  });
}
