import { type MailLocale } from "../../identity/index.ts";

interface MailTexts {
  /** On the link that ends mails of this kind. */
  readonly unsubscribe: string;
  /** The page behind that link, before and after. */
  readonly question: string;
  readonly confirm: string;
  readonly done: string;
}

/** The words around every mail of this module. */
export const mailTexts: Readonly<Record<MailLocale, MailTexts>> = {
  en: {
    unsubscribe: "Stop mails of this kind",
    question: "Do you want no more mails of this kind?",
    confirm: "Stop these mails",
    done: "You will get no more mails of this kind. You can switch them on again in your account.",
  },
  "zh-CN": {
    unsubscribe: "不再接收此类邮件",
    question: "您确定不再接收此类邮件吗？",
    confirm: "停止接收",
    done: "您将不再收到此类邮件。您可以在账户中重新开启。",
  },
  ar: {
    unsubscribe: "إيقاف هذا النوع من الرسائل",
    question: "هل تريد إيقاف هذا النوع من الرسائل؟",
    confirm: "إيقاف الرسائل",
    done: "لن تصلك رسائل من هذا النوع بعد الآن. يمكنك تفعيلها من حسابك.",
  },
};
