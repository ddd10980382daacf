import { type CardOutcome, type Delivery } from "./cards.ts";

/** What the pay page says in one language. */
export interface PageTexts {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  /** Says plainly that nothing real happens here. */
  readonly notice: string;
  readonly chooseCard: string;
  readonly cards: Readonly<Record<CardOutcome, string>>;
  readonly events: string;
  readonly deliveries: Readonly<Record<Delivery, string>>;
  readonly pay: (amount: string) => string;
  readonly back: string;
  readonly declined: string;
  readonly noCard: string;
  readonly confirmTitle: string;
  readonly confirmText: (amount: string) => string;
  readonly confirm: string;
  readonly refuse: string;
  readonly closedTitle: string;
  readonly closedText: string;
  readonly paidTitle: string;
  readonly paidText: string;
  readonly missingTitle: string;
  readonly missingText: string;
}

const en: PageTexts = {
  language: "en",
  direction: "ltr",
  title: "Test payment",
  notice: "This is a test page. No real money moves, and real cards are not accepted.",
  chooseCard: "Choose a test card",
  cards: {
    paid: "is paid",
    declined: "is declined",
    confirmation: "asks for a confirmation by the bank",
    late: "is paid late, after the time to pay has ended",
    disputed: "is paid, and disputed some seconds later",
    refund_fails: "is paid, and its first refund fails",
  },
  events: "How the gateway tells the site",
  deliveries: {
    prompt: "At once",
    late: "20 seconds late",
    twice: "Every message twice",
    shuffled: "In the wrong order",
  },
  pay: (amount) => `Pay ${amount}`,
  back: "Back without paying",
  declined: "The card was declined. Nothing was charged. Choose another card.",
  noCard: "Choose one of the test cards.",
  confirmTitle: "Confirm with your bank",
  confirmText: (amount) => `Your bank asks: do you want to pay ${amount}?`,
  confirm: "Confirm",
  refuse: "Refuse",
  closedTitle: "This payment has expired",
  closedText: "Nothing was charged. Go back and start again.",
  paidTitle: "This payment is complete",
  paidText: "Go back to the site to see it.",
  missingTitle: "This page does not exist",
  missingText: "Check the address, or start the payment again on the site you came from.",
};

const zhCN: PageTexts = {
  language: "zh-CN",
  direction: "ltr",
  title: "测试付款",
  notice: "这是测试页面。不会产生真实扣款，也不接受真实银行卡。",
  chooseCard: "选择一张测试卡",
  cards: {
    paid: "付款成功",
    declined: "付款被拒绝",
    confirmation: "需要银行确认",
    late: "延迟到账，超过付款时限",
    disputed: "付款成功，几秒后被持卡人申诉",
    refund_fails: "付款成功，首次退款失败",
  },
  events: "网关通知网站的方式",
  deliveries: { prompt: "立即", late: "延迟 20 秒", twice: "每条通知发送两次", shuffled: "顺序打乱" },
  pay: (amount) => `支付 ${amount}`,
  back: "不付款，返回网站",
  declined: "该卡被拒绝，未扣款。请选择另一张卡。",
  noCard: "请选择一张测试卡。",
  confirmTitle: "请向银行确认",
  confirmText: (amount) => `银行询问：您要支付 ${amount} 吗？`,
  confirm: "确认",
  refuse: "拒绝",
  closedTitle: "此付款已过期",
  closedText: "未扣款。请返回后重新开始。",
  paidTitle: "此付款已完成",
  paidText: "请返回网站查看。",
  missingTitle: "页面不存在",
  missingText: "请检查网址，或在原网站重新发起付款。",
};

const ar: PageTexts = {
  language: "ar",
  direction: "rtl",
  title: "دفع تجريبي",
  notice: "هذه صفحة تجريبية. لا تُحوَّل أموال حقيقية ولا تُقبل بطاقات حقيقية.",
  chooseCard: "اختر بطاقة تجريبية",
  cards: {
    paid: "يتم الدفع",
    declined: "تُرفض البطاقة",
    confirmation: "تطلب تأكيد البنك",
    late: "يصل المبلغ متأخرًا بعد انتهاء مهلة الدفع",
    disputed: "يتم الدفع ثم يُعترض عليه بعد ثوانٍ",
    refund_fails: "يتم الدفع ويفشل أول استرداد",
  },
  events: "كيف تُبلّغ البوابة الموقع",
  deliveries: {
    prompt: "فورًا",
    late: "بعد 20 ثانية",
    twice: "كل رسالة مرتين",
    shuffled: "بترتيب خاطئ",
  },
  pay: (amount) => `ادفع ${amount}`,
  back: "العودة دون دفع",
  declined: "رُفضت البطاقة ولم يُخصم أي مبلغ. اختر بطاقة أخرى.",
  noCard: "اختر إحدى البطاقات التجريبية.",
  confirmTitle: "أكّد مع البنك",
  confirmText: (amount) => `يسأل البنك: هل تريد دفع ${amount}؟`,
  confirm: "تأكيد",
  refuse: "رفض",
  closedTitle: "انتهت مهلة هذا الدفع",
  closedText: "لم يُخصم أي مبلغ. عُد وابدأ من جديد.",
  paidTitle: "اكتمل هذا الدفع",
  paidText: "عُد إلى الموقع لرؤيته.",
  missingTitle: "هذه الصفحة غير موجودة",
  missingText: "تحقق من العنوان، أو ابدأ الدفع من جديد في الموقع الذي أتيت منه.",
};

/** The texts for a language as browsers name it; English when it is not spoken here. */
export function textsFor(locale: string): PageTexts {
  const language = locale.toLowerCase();
  if (language.startsWith("zh")) return zhCN;
  return language.startsWith("ar") ? ar : en;
}
