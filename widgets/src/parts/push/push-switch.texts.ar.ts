import { type Translation } from "../../base/texts.ts";
import { type PushSwitchTexts } from "./push-switch.texts.ts";

export const texts: Translation<PushSwitchTexts> = {
  title: "في هذا المتصفح",
  lead: "تصلك الأخبار هنا حتى حين يكون هذا الموقع مغلقًا.",
  turnOn: "تفعيل",
  turnOff: "إيقاف",
  test: "إرسال تجربة",
  isOn: "مفعّلة في هذا المتصفح.",
  turnedOn: "الإشعارات مفعّلة في هذا المتصفح.",
  turnedOff: "الإشعارات متوقفة في هذا المتصفح.",
  tested: "إشعار تجريبي في الطريق.",
  unsupported: "لا يعرض هذا المتصفح إشعارات. على iPhone أو iPad أضف الموقع إلى الشاشة الرئيسية أولًا.",
  denied: "إشعارات هذا الموقع محظورة. اسمح بها في إعدادات المتصفح لهذا الموقع.",
  failed: "تعذّر الوصول إلى المتصفح من أجل الإشعارات. أعد المحاولة لاحقًا.",
  others: "متصفحاتك الأخرى",
  remove: "إيقاف",
  removeNamed: "إيقاف: {device}",
  removed: "لا مزيد من الإشعارات هناك.",
};
