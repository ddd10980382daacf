import { type OpenPage } from "./base/page.ts";

/** The files that each tag needs, `page` for what all share; filled in by the build. Texts of a language stand under `tag:language`. */
declare const CHUNKS: Readonly<Partial<Record<string, readonly string[]>>>;

const script = [...document.scripts].find(({ src }) => src === import.meta.url);
const tags = Object.keys(CHUNKS).filter((name) => /^tessera-[^:]+$/.test(name));
const waiting = tags.map((tag) => `${tag}:not(:defined)`).join();

const isFirst = !("tesseraPage" in document.documentElement);
let page: Promise<OpenPage> | undefined;

const localeTag = () => script?.dataset["locale"] ?? (document.documentElement.lang || navigator.language);

// The files of a tag are asked for side by side: a file that names the next one would cost a round trip each.
async function fetchChunks(name: string): Promise<{ readonly openPage?: (settings: object) => OpenPage }> {
  const language = localeTag().split("-")[0];
  for (const file of CHUNKS[`${name}:${language}`] ?? []) void import(new URL(file, import.meta.url).href);
  const modules: object[] = await Promise.all(
    (CHUNKS[name] ?? []).map((file) => import(new URL(file, import.meta.url).href)),
  );
  return modules.at(-1) ?? {};
}

/** The page, connected when the first widget comes near. */
function connected(): Promise<OpenPage> {
  page ??= fetchChunks("page").then(({ openPage }) => {
    const { key = "", api = new URL(import.meta.url).origin, session, memberToken } = script?.dataset ?? {};
    if (!openPage) throw new Error("Tessera's page file is damaged.");
    const remember = session === "memory" ? "memory" : "session";
    const opened = openPage({ url: api, key, locale: localeTag(), remember });
    if (memberToken) void opened.identify(memberToken);
    return opened;
  });
  return page;
}

/** Loads a tag now instead of when it comes near, for example one inside a shadow root of the page. */
export async function load(tag: string): Promise<void> {
  // A failed download is tried again when the connection is back.
  const again = () => addEventListener("online", () => void load(tag), { once: true });
  const chunks = fetchChunks(tag);
  await Promise.all([connected(), chunks]).catch(again);
}

/** Signs in the member for whom the tenant's own server signed a token (`signMemberToken` of the SDK). */
export const identify = async (memberToken: string): Promise<void> =>
  (await connected()).identify(memberToken);

/** Signs out and forgets everything the page kept, in all tabs. */
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
  for (const element of root.querySelectorAll(waiting)) near.observe(element);
}

// The room a widget will need, so that nothing on the page moves when it comes.
function reserveRoom(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${waiting}{display:block}tessera-booking:not(:defined){min-height:40rem}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

// A second copy of the script, of this version or another, leaves the page to the first.
if (isFirst) {
  Object.defineProperty(document.documentElement, "tesseraPage", { value: 1 });
  reserveRoom();
  watch(document);
  new MutationObserver((changes) => {
    for (const { target } of changes) if (target instanceof Element) watch(target);
  }).observe(document.documentElement, { childList: true, subtree: true });
  const speak = new MutationObserver(() => void page?.then((opened) => opened.speak(localeTag())));
  speak.observe(document.documentElement, { attributeFilter: ["lang"] });
  if (script) speak.observe(script, { attributeFilter: ["data-locale"] });
  document.addEventListener("tessera-need", (event) => {
    if (event instanceof CustomEvent) void load(String(event.detail));
  });
}
