/** What one or several keys do in a part of the widgets. */
export interface Keys {
  /** The part, as people call it. */
  readonly where: string;
  /** The tags that show it; all of them where none is named. */
  readonly tags?: readonly string[];
  readonly keys: readonly string[];
  readonly does: string;
  /** The source files that hear these keys; none where the browser does by itself. */
  readonly sources: readonly string[];
}

const arrows = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const;

const calendar = {
  where: "Calendar",
  tags: ["tessera-booking", "tessera-match", "tessera-people"],
  sources: ["parts/calendar/calendar.ts"],
};
const times = { ...calendar, where: "Times of a day", sources: ["booking/time-step.ts"] };
const tabs = {
  where: "Tabs",
  tags: ["tessera-account", "tessera-bookings", "tessera-gig", "tessera-hours", "tessera-orders"],
  sources: ["parts/tabs/tabs.ts"],
};
const combobox = {
  where: "Field that finds",
  tags: ["tessera-profile", "tessera-match"],
  sources: ["parts/combobox/combobox.ts"],
};
const week = {
  where: "Week grid",
  tags: ["tessera-profile", "tessera-match"],
  sources: ["profile/week-grid.ts"],
};
const suggestions = { where: "Search of gigs", tags: ["tessera-gigs"], sources: ["gigs/search-box.ts"] };
const gallery = { where: "Pictures of a gig", tags: ["tessera-gig"], sources: ["gig/gallery.ts"] };

const chat = { tags: ["tessera-chat"] };
const messages = { ...chat, where: "Messages", sources: ["chat/reading.ts"] };
const writing = { ...chat, where: "Field for messages", sources: ["chat/composer.ts"] };

/** Every key the widgets know. Arrows to the left and right follow the text: in Arabic they are the other way round. */
export const keyboard: readonly Keys[] = [
  {
    where: "Everywhere",
    keys: ["Tab", "Shift+Tab"],
    does: "Goes to the next or previous control.",
    sources: [],
  },
  {
    where: "Everywhere",
    keys: ["Enter", "Space"],
    does: "Presses a button; Enter sends a form.",
    sources: [],
  },
  { ...calendar, keys: ["ArrowLeft", "ArrowRight"], does: "Goes a day back or on." },
  { ...calendar, keys: ["ArrowUp", "ArrowDown"], does: "Goes a week back or on." },
  { ...calendar, keys: ["Home", "End"], does: "Goes to the first or last day of the week." },
  {
    ...calendar,
    keys: ["PageUp", "PageDown"],
    does: "Goes a month back or on; a week where a week is shown.",
  },
  { ...times, keys: [...arrows], does: "Goes to the time before or after." },
  { ...times, keys: ["Home", "End"], does: "Goes to the first or last time." },
  { ...tabs, keys: ["ArrowLeft", "ArrowRight"], does: "Turns to the tab before or after, and round." },
  { ...tabs, keys: ["Home", "End"], does: "Turns to the first or last tab." },
  {
    ...combobox,
    keys: ["ArrowUp", "ArrowDown"],
    does: "Opens the list; in it goes to the entry before or after.",
  },
  {
    ...combobox,
    keys: ["Enter"],
    does: "Takes the marked entry, or the word that was typed where any word may be added.",
  },
  { ...combobox, keys: ["Escape"], does: "Closes the list and leaves the field as it was." },
  { ...combobox, keys: ["Backspace"], does: "In an empty field takes away the last of several." },
  { ...week, keys: [...arrows], does: "Goes to the part of a day beside, above or below." },
  { ...week, keys: ["Home", "End"], does: "Goes to the first or last part of the day." },
  {
    ...suggestions,
    keys: ["ArrowUp", "ArrowDown"],
    does: "Goes to the suggestion before or after, and back into the field.",
  },
  { ...suggestions, keys: ["Enter"], does: "Takes the marked suggestion, or searches what is written." },
  { ...suggestions, keys: ["Escape"], does: "Closes the suggestions." },
  { ...gallery, keys: ["ArrowLeft", "ArrowRight"], does: "Shows the one before or after, and round." },
  { ...gallery, keys: ["Home", "End"], does: "Shows the first or last one." },
  { ...writing, keys: ["Enter"], does: "Sends the message; with Shift it begins a new line." },
  { ...writing, keys: ["Escape"], does: "Gives up an answer or an edit." },
  {
    ...messages,
    keys: ["ArrowUp", "ArrowDown"],
    does: "Goes to the message before or after, and loads earlier ones.",
  },
  { ...messages, keys: ["Home", "End"], does: "Goes to the first message that is loaded, or to the last." },
  { ...messages, keys: ["Escape"], does: "Hides what can be done with the message." },
  {
    ...chat,
    where: "Menu of a conversation",
    keys: ["Escape"],
    does: "Closes it; the keyboard is back where it was.",
    sources: ["chat/head.ts"],
  },
  {
    where: "Menu on a profile",
    tags: ["tessera-people"],
    keys: ["Escape"],
    does: "Closes it; the keyboard is back where it was.",
    sources: ["parts/person-safety/person-safety.ts"],
  },
  {
    ...chat,
    where: "Search of people for a group",
    keys: ["Enter"],
    does: "Looks for people of this name.",
    sources: ["chat/picked-people.ts"],
  },
  {
    ...chat,
    where: "Search of messages",
    keys: ["Escape"],
    does: "Ends the search; the keyboard is back on the button that began it.",
    sources: ["chat/search.ts"],
  },
  {
    ...chat,
    where: "Panel over the page",
    keys: ["Escape"],
    does: "Closes it; the keyboard is back on the button that opened it.",
    sources: ["chat/chat.ts"],
  },
  {
    where: "Question in a dialog",
    tags: ["tessera-bookings", "tessera-chat", "tessera-gigs", "tessera-hours", "tessera-profile"],
    keys: ["Escape"],
    does: "Leaves the question; the keyboard is back where it was.",
    sources: [],
  },
];

/** The keys that work in a widget. */
export const keysOf = (tag: string): readonly Keys[] =>
  keyboard.filter(({ tags }) => tags === undefined || tags.includes(tag));

/** The table of docs/accessibility.md. */
export const keyboardTable = (): string =>
  [
    "| part | keys | what they do | in |",
    "| --- | --- | --- | --- |",
    ...keyboard.map(({ where, keys, does, tags = ["every widget"] }) => {
      const widgets = tags.map((tag) => tag.replace("tessera-", "")).join(", ");
      return `| ${where} | ${keys.map((key) => `\`${key}\``).join(" ")} | ${does} | ${widgets} |`;
    }),
  ].join("\n");
