import { type Translation } from "../../base/texts.ts";
import { type ComboboxTexts } from "./combobox.texts.ts";

export const texts: Translation<ComboboxTexts> = {
  typeToSearch: "اكتب للبحث",
  typeToAdd: "اكتب ثم اضغط Enter للإضافة",
  nothingFound: "لم يُعثر على شيء. جرّب كلمة أخرى.",
  removeItem: "إزالة {name}",
  added: "أُضيف {name}",
  removed: "أُزيل {name}",
};
