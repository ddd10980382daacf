import { type Translation } from "../../base/texts.ts";
import { type PersonSafetyTexts } from "./person-safety.texts.ts";

export const texts: Translation<PersonSafetyTexts> = {
  menu: "المزيد بشأن {name}",
  block: "حظر",
  report: "إبلاغ",
  blockTitle: "حظر {name}؟",
  blockLead:
    "لن يجد أحدكما الآخر بعد الآن ولن يراسله أو يحجز معه، ولا يُبلَّغ {name}. ما اتفقتما عليه يبقى، فألغِه بنفسك إن أردت.",
  blocked: "حظرتَ {name}. تجد كل من حظرتهم في حسابك.",
  undo: "رفع الحظر",
  unblocked: "رُفع الحظر عن {name}.",
  cancel: "إلغاء",
  reportTitle: "الإبلاغ عن {name}",
  reportLead: "ينظر فريق الموقع في الأمر، ولا يعرف {name} من أبلغ.",
  category: "ما المشكلة؟",
  spam: "محتوى مزعج أو إعلان",
  harassment: "مضايقة أو تهديد",
  hate: "كراهية",
  sexual: "محتوى جنسي",
  fraud: "احتيال",
  impersonation: "انتحال شخصية",
  privacy: "كشف خصوصيات الآخرين",
  other: "شيء آخر",
  words: "بكلماتك",
  wordsHint: "يمكن تركه فارغًا.",
  send: "إرسال",
  reported: "شكرًا لك. ينظر فريق الموقع في الأمر.",
};
