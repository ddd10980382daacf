import { type Translation } from "../../base/texts.ts";
import { type ComboboxTexts } from "./combobox.texts.ts";

export const texts: Translation<ComboboxTexts> = {
  typeToSearch: "输入以搜索",
  typeToAdd: "输入后按回车键添加",
  nothingFound: "未找到结果，请换个词试试。",
  removeItem: "移除{name}",
  added: "已添加{name}",
  removed: "已移除{name}",
};
