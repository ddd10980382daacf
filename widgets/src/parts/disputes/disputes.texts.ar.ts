import { type Translation } from "../../base/texts.ts";
import { type DisputesTexts } from "./disputes.texts.ts";

export const texts: Translation<DisputesTexts> = {
  open: "لدي اعتراض",
  answer: "الرد",
  withdraw: "سحب الاعتراض",
  concede: "القبول بطلب الطرف الآخر",
  byYou: "قدّمت اعتراضًا.",
  byOther: "قدّم الطرف الآخر اعتراضًا.",
  byTeam: "يراجع فريق الموقع الأمر.",
  otherSays: "يقول الطرف الآخر:",
  youSay: "تقول أنت:",
  waitsForOther: "يمكن للطرف الآخر الرد حتى {time}، ثم يقرر فريق الموقع.",
  waitsForYou: "أرسل ردك قبل {time}، وإلا قرر فريق الموقع من دونك.",
  waitsForTeam: "القرار الآن لفريق الموقع.",
  withdrawn: "سُحب الاعتراض.",
  conceded: "قبل الطرف الآخر بالطلب.",
  ruled: "أصدر فريق الموقع قراره.",
  back: "أُعيد مبلغ {amount}.",
  reason: "ماذا حدث؟",
  files: "ملفات تثبت ذلك (PDF أو صور أو فيديو، خمسة على الأكثر)",
  frozen: "يبقى المبلغ محفوظًا حتى يُحل الأمر. يقرأ الطرف الآخر وفريق الموقع ما تكتبه.",
  sureToConcede: "سيذهب المبلغ إلى حيث يريد الطرف الآخر، ولا يمكن التراجع عن ذلك.",
  sureToWithdraw: "يعود كل شيء إلى ما كان عليه قبل اعتراضك.",
  send: "إرسال",
  notNow: "ليس الآن",
};
