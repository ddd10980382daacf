import { type TextSource } from "../../base/texts.ts";

const en = {
  title: "In this browser",
  lead: "News reaches you here even when this site is closed.",
  turnOn: "Turn on",
  turnOff: "Turn off",
  test: "Send a test",
  isOn: "On in this browser.",
  turnedOn: "Notifications are on in this browser.",
  turnedOff: "Notifications are off in this browser.",
  tested: "A test is on its way.",
  unsupported:
    "This browser shows no notifications. On an iPhone or iPad, add this site to the home screen first.",
  denied: "Notifications of this site are blocked. Allow them in the browser's settings for this site.",
  failed: "The browser could not be reached for notifications. Try again later.",
  others: "Your other browsers",
  remove: "Turn off",
  removeNamed: "Turn off: {device}",
  removed: "No more notifications there.",
} as const;

export type PushSwitchTexts = typeof en;

/** What the switch of pushes says. */
export const pushSwitchTexts: TextSource<PushSwitchTexts> = {
  en,
  "zh-CN": () => import("./push-switch.texts.zh-cn.ts"),
  ar: () => import("./push-switch.texts.ar.ts"),
};
