import { type TextSource } from "../base/texts.ts";

const en = {
  hours: "Your hours",
  signIn: "Sign in to set your hours.",
  showHours: "Show my hours",
  week: "Every week",
  dates: "Single days",
  vacations: "Vacations",
  feed: "Calendar",
  notHost: "Only people who offer sessions on this site have hours. Apply first.",
  waiting:
    "The site has not approved you yet. You can set your hours now; clients see them once you are approved.",
  notShown: "Clients do not see your hours at the moment, because your profile is not shown on this site.",
  accepting: "Take new bookings",
  notAccepting: "Nobody can book you now. Agreed sessions stay.",
  timeZone: "Your time zone",
  zoneHint:
    "The hours are those of the clock in {zone}, in summer and in winter: when the clock changes there, your hours keep their time of day. Clients see them in their own zone.",
  zoneChanges: "From now on {time} means {time} in {zone}. Sessions that are agreed keep their moment.",
  dayOff: "No hours",
  from: "From",
  until: "Until",
  add: "Add hours",
  addTo: "Add hours on {day}",
  remove: "Remove {hours}",
  copy: "Copy",
  copyFrom: "Copy the hours of {day} to other days",
  copyTitle: "Copy the hours of {day}",
  copyHint: "They replace the hours of the days you choose.",
  cancel: "Cancel",
  nextDay: "next day",
  endsNextDay: "It ends the next day",
  missing: "Write both times.",
  inverted: "The end lies before the start.",
  tooLong: "Hours last 24 hours at most.",
  overlap: "These hours overlap others.",
  dated: "Only for some dates",
  datedRule: "{day} {hours}, {dates}",
  stays: "Stays in other time zones",
  openStay: "from {date}",
  untilOnly: "until {date}",
  save: "Save hours",
  discard: "Discard changes",
  saved: "Your hours are saved.",
  conflict:
    "Your hours were changed somewhere else meanwhile. Save again to replace that, or discard your changes to look at it.",
  copied: "The hours are copied.",
} as const;

export type HoursTexts = typeof en;

/** What a host's hours say. */
export const hoursTexts: TextSource<HoursTexts> = {
  en,
  "zh-CN": () => import("./hours.texts.zh-cn.ts"),
  ar: () => import("./hours.texts.ar.ts"),
};
