import { type Translation } from "../base/texts.ts";
import { type OwnSanctionsTexts } from "./own-sanctions.texts.ts";

export const texts: Translation<OwnSanctionsTexts> = {
  title: "من فريق الموقع",
  warning: "تلقيت تحذيرًا في {date}.",
  suspension: "عُلِّق حسابك حتى {until}.",
  ban: "حُظر حسابك في {date}.",
  appeal: "تظلّم",
  appealLabel: "لماذا ترى الأمر على غير ذلك؟",
  appealHint: "يقرؤه شخص آخر من الفريق مرة واحدة، ويصلك الجواب بالبريد.",
  appealMissing: "اكتب لماذا ترى الأمر على غير ذلك.",
  send: "إرسال التظلّم",
  cancel: "إلغاء",
  sent: "أُرسل تظلّمك.",
  waiting: "تظلّمت في {date}، ولم يقرر الفريق بعد.",
  upheld: "يتمسّك الفريق بقراره: {reason}",
};
