// `npm run weigh`: what the widgets weigh on the wire (brotli, as served), by entry, against their budgets.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { buildWidgets, dist } from "./build.ts";

const { core, bundles } = await buildWidgets();
const built = ["tessera.js", core, ...new Set([...bundles.values()].map(({ file }) => file))].toSorted();

const weightOf = (file: string): number =>
  brotliCompressSync(readFileSync(join(dist, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    .length;

/** The files of these names: what is loaded on the way. */
const named = (...names: string[]): string[] =>
  built.filter((file) => names.includes(file.replace(/-\w{8}\.js$/, "")));

/** What comes with the first widgets of a page. */
const entry = (...widgets: string[]): string[] => ["tessera.js", ...named("core", ...widgets)];

const rows = [
  { what: "loader with the bubble of a chat", files: ["tessera.js", ...named("bubble")], budget: 4_000 },
  { what: "core shared by all widgets", files: entry(), budget: null },
  { what: "booking until times are on screen", files: entry("booking"), budget: 22_100 },
  {
    what: "the whole path: times, sign-in, proof of work, paying, confirmation",
    files: [...entry("booking"), ...named("introduction", "paid-steps")],
    budget: 27_050,
  },
  {
    what: "a member's sessions with everything that can be done about them, and sign-in",
    files: [...entry("bookings"), ...named("code-sign-in", "introduction")],
    budget: 25_000,
  },
  {
    what: "a member's wallet with everything in it, live, and sign-in",
    files: [...entry("wallet"), ...named("live", "code-sign-in", "introduction")],
    budget: 25_300,
  },
  { what: "what is new while a page is open, more", files: named("live"), budget: 3_000 },
  // What is on screen then; the next row comes by itself once it is.
  {
    what: "the chat opened: its conversations and one of them, beyond the loader",
    files: named("core", "chat"),
    budget: 25_000,
  },
  {
    what: "what goes back and forth in it: news, sending, receipts, who is there, more",
    files: named("traffic", "live"),
    budget: 6_100,
  },
  { what: "files and pictures in a conversation, more", files: named("attachments"), budget: 1_700 },
  { what: "the number on a bubble nobody has opened, more", files: named("unread"), budget: 600 },
  // A list of people stands on pages people come to first: as light as booking, although it brings fields, cards and filters.
  {
    what: "the list of people with its filters",
    files: entry("people"),
    budget: 23_500,
  },
  {
    what: "the list of gigs with search and filters",
    files: entry("gigs"),
    budget: 24_500,
  },
  {
    what: "one gig with its pictures and packages",
    files: entry("gig"),
    budget: 21_500,
  },
  {
    what: "the list of a member's orders, and sign-in",
    files: [...entry("orders"), ...named("code-sign-in", "introduction")],
    budget: 22_000,
  },
  {
    what: "a member's orders and one of them with everything that happened in it",
    files: [...entry("orders"), ...named("order-page")],
    budget: 25_000,
  },
  {
    what: "doing something about an order, with files, more",
    files: named("deed-forms", "upload"),
    budget: 3_200,
  },
  {
    what: "ordering a gig until it is paid, with proof of work, more",
    files: named("ordering", "introduction", "checkout"),
    budget: 9_000,
  },
  // What it knows is drawn by what the list of people draws with: photos, ratings, cards.
  {
    what: "the ten who fit best, with scores and reasons",
    files: entry("match"),
    budget: 23_000,
  },
  // Opened from the list; what it adds is smaller than what it saves those who only look through the list.
  {
    what: "a person with sessions and reviews, more",
    files: named("person-profile"),
    budget: 4_500,
  },
  {
    what: "signing in and the overview of the account, beyond core and sign-in part",
    files: named("account", "overview"),
    budget: 5_300,
  },
  {
    what: "every other part of the account: joining, details, security",
    files: named("door", "details", "security"),
    budget: 10_000,
  },
  {
    what: "which news reaches a member and when, more",
    files: named("news-choices"),
    budget: 3_000,
  },
  {
    what: "a member's number for text messages, more",
    files: named("phone-number"),
    budget: 2_500,
  },
  {
    what: "the quiz until its first questions are on screen, beyond loader and core",
    files: named("profile", "quiz"),
    budget: 6_500,
  },
  {
    what: "the whole quiz, beyond loader and core",
    files: named("profile", "quiz", "pickers"),
    budget: 11_500,
  },
  {
    what: "a host's weekly hours with the preview, beyond core and sign-in part",
    files: named("hours", "preview"),
    budget: 8_000,
  },
  {
    what: "every other part of the hours: single days, vacations, the calendar's address",
    files: named("dates", "vacations", "feed"),
    budget: 7_000,
  },
  {
    what: "a provider's profile with its form, photo and offers, beyond loader and core",
    files: named("profile", "provider", "profile-form", "offers"),
    budget: 16_500,
  },
  {
    what: "applying for a role, beyond loader and core",
    files: named("profile", "application"),
    budget: 4_700,
  },
  {
    what: "booking in Chinese, more",
    files: named("base.texts.zh-cn", "booking.texts.zh-cn"),
    budget: 800,
  },
  {
    what: "booking in Arabic, more",
    files: named("base.texts.ar", "booking.texts.ar"),
    budget: 1_100,
  },
];

for (const { what, files: counted, budget } of rows) {
  const bytes = [...new Set(counted)].reduce((sum, file) => sum + weightOf(file), 0);
  const isOver = budget !== null && bytes > budget;
  console.log(
    `${String(bytes).padStart(7)} B ${budget === null ? "" : `of ${budget} `}${isOver ? "TOO MUCH " : ""}${what}`,
  );
  if (isOver) process.exitCode = 1;
}
if (process.argv.includes("--files"))
  for (const file of built) console.log(`${String(weightOf(file)).padStart(7)} B ${file}`);
