import { type Translation } from "../base/texts.ts";
import { type PhotoTexts } from "./photo.texts.ts";

export const texts: Translation<PhotoTexts> = {
  photo: "您的照片",
  choose: "选择照片",
  chooseOther: "选择其他照片",
  hint: "JPEG、PNG 或 WebP 格式，不超过 5 MB。也可以将图片拖到此处。",
  tooLarge: "这张图片大小为 {size} MB，请选择不超过 5 MB 的图片。",
  wrongKind: "此文件不是 JPEG、PNG 或 WebP 图片，请选择其他文件。",
  unreadable: "无法读取这张图片，请重新保存或选择其他图片。",
  preview: "照片将显示为这样。",
  use: "使用这张照片",
  cancel: "取消",
  sending: "正在上传：{percent}%",
  inWork: "正在处理您的照片，完成后会自动显示。",
  shown: "新照片已显示。",
  notShown: "无法显示该照片，请选择其他照片。",
  remove: "移除照片",
  removed: "照片已移除。",
};
