import { type TextSource } from "../base/texts.ts";

const en = {
  files: "Files for this message",
  hint: "PDF, Word, JPEG, PNG, MP4 or ZIP. At most 10 MB each, and 10 with a message.",
  choose: "Choose files",
  tooLarge: "Larger than 10 MB.",
  wrongKind: "Not one of the kinds that can be sent.",
  tooMany: "More than 10 files. Send it with another message.",
  waiting: "Waits for the others",
  sending: "{percent}% uploaded",
  ready: "Ready to send",
  readyAloud: "{name} is ready to send.",
  refusedAloud: "{name} cannot be sent.",
  again: "Try again",
  cancel: "Cancel",
  remove: "Remove",
  stillSending: "Your files are still being uploaded. Send the message when they are ready.",
  stillFailed: "Some files cannot be sent. Try them again or remove them.",
} as const;

export type FilesTexts = typeof en;

/** What choosing files for a message says. */
export const filesTexts: TextSource<FilesTexts> = {
  en,
  "zh-CN": () => import("./files.texts.zh-cn.ts"),
  ar: () => import("./files.texts.ar.ts"),
};
