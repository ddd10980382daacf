import { type Translation } from "../base/texts.ts";
import { type BlockedTexts } from "./blocked.texts.ts";

export const texts: Translation<BlockedTexts> = {
  lead: "لا يجد أحدكم الآخر، أنت وهؤلاء، ولا يراسله ولا يحجز معه. ولا يُبلَّغون بذلك.",
  none: "لم تحظر أحدًا.",
  since: "منذ {date}",
  unblock: "رفع الحظر",
  unblockName: "رفع الحظر عن {name}",
  unblocked: "رُفع الحظر عن {name}.",
  gone: "شخص غادر الموقع",
  more: "عرض المزيد",
};
