// Comes with the loader: plain, and small.
import { type OpenPage } from "../base/page.ts";

const words: Readonly<Record<string, readonly [none: string, some: string]>> = {
  en: ["Messages", "Messages, # unread"],
  zh: ["消息", "消息，# 条未读"],
  ar: ["الرسائل", "الرسائل، غير المقروءة: #"],
};

const look = `#bubble{all:initial;position:fixed;z-index:2147483000;inset-block-end:16px;inset-inline-end:16px;width:56px;height:56px;border-radius:50%;cursor:pointer;color:var(--tessera-on-accent,var(--_on-brand,#fff));background:var(--tessera-accent,var(--_brand,#3457d5));box-shadow:0 6px 24px rgb(0 0 0/24%)}
#bubble[hidden]{display:none}
#bubble:focus-visible{outline:2px solid;outline-offset:-6px}
#bubble svg{position:absolute;inset:14px;width:28px;height:28px;fill:none;stroke:currentcolor;stroke-width:1.75;stroke-linejoin:round}
#bubble[data-unread]::after{content:attr(data-unread);position:absolute;inset-block-start:-4px;inset-inline-end:-4px;min-width:22px;padding-inline:6px;box-sizing:border-box;border-radius:999px;color:#fff;background:#b3261e;font:600 12px/22px system-ui,sans-serif;text-align:center}`;

/** The bubble of a chat; null when it has none. */
const bubbleOf = (host: HTMLElement): HTMLElement | null =>
  host.shadowRoot?.querySelector<HTMLElement>("#bubble") ?? null;

// It would open the same messages once more.
const inPlace = "tessera-chat:not([display=bubble],[display=panel])";

/** Hides the bubble of a chat while its page has a chat in place, and shows it again when that is gone. */
export function placeBubble(host: HTMLElement): void {
  const button = bubbleOf(host);
  if (button) button.hidden = document.querySelector(inPlace) !== null;
}

/** Draws the bubble of a chat, whose `open` it turns. Once is enough. */
export function drawBubble(host: HTMLElement, tag: string): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  if (bubbleOf(host)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(look);
  root.adoptedStyleSheets.push(sheet);
  const button = document.createElement("button");
  button.id = "bubble";
  button.className = "root";
  button.setAttribute("part", "bubble");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M4 6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4a2 2 0 0 1-2-2z");
  svg.append(path);
  button.append(svg);
  button.addEventListener("click", () => host.toggleAttribute("open"));
  root.append(button);
  showUnread(host, 0, tag);
  placeBubble(host);
}

/** Shows on the bubble of a chat how many messages are unread. */
export function showUnread(host: HTMLElement, count: number, tag: string): void {
  const button = bubbleOf(host);
  if (!button) return;
  const language = tag.slice(0, 2);
  const [none, some] = words[language] ?? ["Messages", "Messages, # unread"];
  const said = count > 99 ? "99+" : String(count);
  button.dir = language === "ar" ? "rtl" : "ltr";
  button.lang = language in words ? language : "en";
  button.ariaLabel = count > 0 ? some.replace("#", said) : none;
  if (count > 0) button.dataset["unread"] = said;
  else delete button.dataset["unread"];
  button.ariaExpanded = String(host.hasAttribute("open"));
}

const closed = new WeakSet<HTMLElement>();
let hearsButtons = false;

/**
 * Loads a chat when its `open` is set, which buttons of the page turn that name it in `data-tessera-opens`. A bubble is drawn
 * meanwhile, and the number on it is right from when the page is connected until the chat itself sees to it.
 */
export function keepClosed(
  host: HTMLElement,
  localeTag: () => string,
  opening: Promise<OpenPage>,
  load: (tag: string) => Promise<void>,
): void {
  if (closed.has(host)) return;
  closed.add(host);
  if (!hearsButtons) document.addEventListener("click", turnNamed);
  hearsButtons = true;
  const loadOpened = () => void (host.hasAttribute("open") && load(host.localName));
  new MutationObserver(loadOpened).observe(host, { attributeFilter: ["open"] });
  loadOpened();
  if (host.getAttribute("display") !== "bubble") return;
  drawBubble(host, localeTag());
  void opening.then((page) =>
    page.watchUnread((count) => {
      const isPlain = !host.matches(":defined");
      if (isPlain) showUnread(host, count, localeTag());
      return isPlain;
    }),
  );
}

function turnNamed({ target }: Event): void {
  const button = target instanceof Element ? target.closest<HTMLElement>("[data-tessera-opens]") : null;
  document.getElementById(button?.dataset["tesseraOpens"] ?? "")?.toggleAttribute("open");
}
