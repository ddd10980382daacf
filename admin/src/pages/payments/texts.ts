import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  title: "Payments",
  nothingYet: "No payments yet. They appear here once somebody pays, with what is refunded.",
  begun: "Begun",
  payer: "Payer",
  visitor: "A visitor",
  what: "For",
  state: "State",
  gateway: "Through",
  paid: "Paid",
  amount: "Amount",
  back: "Given back",
} as const;

const zh: Translation<typeof en> = {
  title: "付款",
  nothingYet: "还没有付款。有人付款后，付款及其退款会显示在这里。",
  begun: "发起时间",
  payer: "付款人",
  visitor: "访客",
  what: "用途",
  state: "状态",
  gateway: "支付渠道",
  paid: "支付时间",
  amount: "金额",
  back: "已退还",
};

const ar: Translation<typeof en> = {
  title: "المدفوعات",
  nothingYet: "لا مدفوعات بعد. ستظهر هنا مع ما يُرد منها عندما يدفع أحد.",
  begun: "بدأت",
  payer: "الدافع",
  visitor: "زائر",
  what: "مقابل",
  state: "الحالة",
  gateway: "عبر",
  paid: "دُفعت",
  amount: "المبلغ",
  back: "المردود",
};

/** What the payments' page says. */
export const paymentsVoice = voices<typeof en>({ en, "zh-CN": zh, ar });
