import { type Translation } from "../base/texts.ts";
import { type FilesTexts } from "./files.texts.ts";

export const texts: Translation<FilesTexts> = {
  files: "随此消息发送的文件",
  hint: "可发送 PDF、Word、JPEG、PNG、MP4 或 ZIP 文件。每个不超过 10 MB，每条消息最多 10 个。",
  choose: "选择文件",
  tooLarge: "超过 10 MB。",
  wrongKind: "不支持发送这种文件。",
  tooMany: "超过 10 个文件。请随另一条消息发送。",
  waiting: "等待其他文件",
  sending: "已上传 {percent}%",
  ready: "可以发送",
  readyAloud: "{name} 可以发送了。",
  refusedAloud: "{name} 无法发送。",
  again: "重试",
  cancel: "取消",
  remove: "移除",
  stillSending: "文件仍在上传。请在上传完成后发送消息。",
  stillFailed: "有些文件无法发送。请重试或将其移除。",
};
