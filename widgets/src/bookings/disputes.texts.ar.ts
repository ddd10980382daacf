import { type Translation } from "../base/texts.ts";
import { type DisputesTexts } from "./disputes.texts.ts";

export const texts: Translation<DisputesTexts> = {
  open: "لدي اعتراض على الجلسة",
  answer: "الرد",
  withdraw: "سحب الاعتراض",
  concede: "القبول بطلب الطرف الآخر",
  byYou: "اعترضت على سير هذه الجلسة.",
  byOther: "اعترض الطرف الآخر على سير هذه الجلسة.",
  byTeam: "يراجع فريق الموقع هذه الجلسة.",
  otherSays: "يقول الطرف الآخر:",
  youSay: "تقول أنت:",
  waitsForOther: "يمكن للطرف الآخر الرد حتى {time}، ثم يقرر فريق الموقع.",
  waitsForYou: "أرسل ردك قبل {time}، وإلا قرر فريق الموقع من دونك.",
  waitsForTeam: "القرار الآن لفريق الموقع.",
  withdrawn: "سُحب الاعتراض.",
  conceded: "قبل الطرف الآخر بالطلب.",
  ruled: "أصدر فريق الموقع قراره.",
  back: "أُعيد إلى العميل {amount}.",
  reason: "ماذا حدث؟",
  files: "ملفات تثبت ذلك (PDF أو صور أو فيديو، خمسة على الأكثر)",
  frozen: "يبقى المبلغ محفوظًا حتى يُحل الأمر. يقرأ الطرف الآخر وفريق الموقع ما تكتبه.",
  sureToConcede: "سيذهب المبلغ إلى حيث يريد الطرف الآخر، ولا يمكن التراجع عن ذلك.",
  sureToWithdraw: "تعود الجلسة إلى حالها قبل اعتراضك.",
  send: "إرسال",
  notNow: "ليس الآن",
};
