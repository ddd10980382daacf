import { type TextSource } from "../base/texts.ts";

const en = {
  newTitle: "New group",
  peopleTitle: "People in {name}",
  name: "What it is called",
  whom: "Who is in it",
  whomToAdd: "Who else comes in",
  find: "Find people by name",
  search: "Search",
  nobody: "Nobody has this name. You can add people the site shows, and those you have a conversation with.",
  create: "Create group",
  rename: "Save",
  renamed: "The group is called {name} now.",
  add: "Add to the group",
  added: { one: "{count} person was added.", other: "{count} people were added." },
  remove: "Remove",
  removed: "{name} was removed.",
  you: "You",
  keeper: "keeps the group",
  leave: "Leave group",
  leaveSure: "You read nothing that is written from now on, and come back only when somebody adds you.",
  leaveKeeper: "Whoever came next keeps the group then.",
  cancel: "Cancel",
  close: "Close",
} as const;

export type GroupsTexts = typeof en;

/** What beginning a group and seeing to its people says. */
export const groupsTexts: TextSource<GroupsTexts> = {
  en,
  "zh-CN": () => import("./groups.texts.zh-cn.ts"),
  ar: () => import("./groups.texts.ar.ts"),
};
