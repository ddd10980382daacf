import { type Translation } from "../base/texts.ts";
import { type VacationsTexts } from "./vacations.texts.ts";

export const texts: Translation<VacationsTexts> = {
  intro: "لا يمكن لأحد حجزك أثناء الإجازة. تبقى الجلسات المتفق عليها حتى تقرر.",
  none: "لا إجازات قادمة لديك.",
  from: "أول يوم",
  until: "آخر يوم",
  add: "إضافة إجازة",
  fromMissing: "اختر أول يوم.",
  untilWrong: "اختر آخر يوم لا يسبق أول يوم.",
  end: "إنهاء هذه الإجازة",
  ended: "أُلغيت الإجازة. يمكن حجز أيامها مجددًا.",
  added: "حُدّدت الإجازة.",
  inside: {
    zero: "لا جلسات في هذه الإجازة",
    one: "جلسة واحدة في هذه الإجازة",
    two: "جلستان في هذه الإجازة",
    few: "{count} جلسات في هذه الإجازة",
    many: "{count} جلسة في هذه الإجازة",
    other: "{count} جلسة في هذه الإجازة",
  },
  noneInside: "لا جلسات فيها.",
  decide: "ستُعقد ما لم تلغها أو تقترح وقتًا آخر:",
  showInside: "الجلسات ضمنها",
  handle: "البت في الجلسات",
  more: "عرض المزيد",
};
