import { type MailLocale } from "../../identity/index.ts";

/** News about an order for work. */
export type WorkNews =
  | "paid"
  | "questions"
  | "answered"
  | "delivered"
  | "changes"
  | "accepted"
  | "cancelled"
  | "proposed"
  | "dropped"
  | "answers_due"
  | "due_soon"
  | "late"
  | "acceptance";

type PerNews<Text> = Readonly<Record<WorkNews, Text>>;

/** The words of the news, in one language. */
interface WorkTexts {
  readonly subject: PerNews<(title: string) => string>;
  readonly intro: PerNews<(other: string) => string>;
  readonly due: string;
  readonly accepts: string;
  readonly lapses: string;
  readonly price: string;
  readonly back: (amount: string) => string;
  readonly share: string;
}

export const workTexts: Readonly<Record<MailLocale, WorkTexts>> = {
  en: {
    subject: {
      paid: (title) => `New order: ${title}`,
      questions: (title) => `Please answer the seller's questions: ${title}`,
      answered: (title) => `Answers to your questions: ${title}`,
      delivered: (title) => `Delivered: ${title}`,
      changes: (title) => `Changes are asked for: ${title}`,
      accepted: (title) => `Accepted: ${title}`,
      cancelled: (title) => `Called off: ${title}`,
      proposed: (title) => `Proposal to call off: ${title}`,
      dropped: (title) => `The order goes on: ${title}`,
      answers_due: (title) => `The work waits for your answers: ${title}`,
      due_soon: (title) => `Due tomorrow: ${title}`,
      late: (title) => `Late: ${title}`,
      acceptance: (title) => `Soon accepted by itself: ${title}`,
    },
    intro: {
      paid: (other) => `${other} has ordered and paid. The money is kept until your work is accepted.`,
      questions: (other) => `${other} needs to know a few things before the work starts.`,
      answered: (other) => `${other} has answered what you asked.`,
      delivered: (other) => `${other} has delivered. Accept it, or say what should be changed.`,
      changes: (other) => `${other} wants something changed in what you delivered.`,
      accepted: (other) => `Your work for ${other} is accepted, and what you earned is yours.`,
      cancelled: (other) => `The order with ${other} is called off.`,
      proposed: (other) => `${other} proposes to call this order off. It goes on unless you agree.`,
      dropped: (other) => `The proposal to call off the order with ${other} was not agreed on.`,
      answers_due: (other) =>
        `${other} cannot start before you answer. Without answers the order ends and you are paid back.`,
      due_soon: (other) => `${other} expects your delivery.`,
      late: (other) => `The order with ${other} was not delivered in time. The buyer may call it off now.`,
      acceptance: (other) => `Look at what ${other} delivered: if you say nothing, it counts as accepted.`,
    },
    due: "Due",
    accepts: "Accepted by itself",
    lapses: "Answer by",
    price: "Price",
    back: (amount) => `${amount} goes back to the buyer.`,
    share: "To go back",
  },
  "zh-CN": {
    subject: {
      paid: (title) => `新订单：${title}`,
      questions: (title) => `请回答卖家的问题：${title}`,
      answered: (title) => `您的问题已得到答复：${title}`,
      delivered: (title) => `已交付：${title}`,
      changes: (title) => `买家要求修改：${title}`,
      accepted: (title) => `已验收：${title}`,
      cancelled: (title) => `订单已取消：${title}`,
      proposed: (title) => `对方提议取消订单：${title}`,
      dropped: (title) => `订单继续进行：${title}`,
      answers_due: (title) => `等待您的答复：${title}`,
      due_soon: (title) => `明天到期：${title}`,
      late: (title) => `已逾期：${title}`,
      acceptance: (title) => `即将自动验收：${title}`,
    },
    intro: {
      paid: (other) => `${other} 已下单并付款。款项由平台托管，直到您的成果被验收。`,
      questions: (other) => `${other} 需要了解一些情况才能开始工作。`,
      answered: (other) => `${other} 已回答您的问题。`,
      delivered: (other) => `${other} 已交付。请验收，或说明需要修改之处。`,
      changes: (other) => `${other} 希望修改您交付的成果。`,
      accepted: (other) => `您为 ${other} 完成的工作已验收，所得款项归您所有。`,
      cancelled: (other) => `与 ${other} 的订单已取消。`,
      proposed: (other) => `${other} 提议取消此订单。您不同意则订单继续。`,
      dropped: (other) => `取消与 ${other} 的订单的提议未达成一致。`,
      answers_due: (other) => `您答复之前 ${other} 无法开始。若一直没有答复，订单将结束并退款给您。`,
      due_soon: (other) => `${other} 正在等待您的交付。`,
      late: (other) => `与 ${other} 的订单未按时交付，买家现在可以取消订单。`,
      acceptance: (other) => `请查看 ${other} 交付的成果：若您不表示意见，将视为验收。`,
    },
    due: "交付期限",
    accepts: "自动验收时间",
    lapses: "答复截止",
    price: "价格",
    back: (amount) => `将向买家退还 ${amount}。`,
    share: "退还比例",
  },
  ar: {
    subject: {
      paid: (title) => `طلب جديد: ${title}`,
      questions: (title) => `الرجاء الإجابة عن أسئلة البائع: ${title}`,
      answered: (title) => `وصلت الإجابات عن أسئلتك: ${title}`,
      delivered: (title) => `سُلّم العمل: ${title}`,
      changes: (title) => `مطلوب تعديل: ${title}`,
      accepted: (title) => `قُبل العمل: ${title}`,
      cancelled: (title) => `أُلغي الطلب: ${title}`,
      proposed: (title) => `اقتراح بإلغاء الطلب: ${title}`,
      dropped: (title) => `يستمر الطلب: ${title}`,
      answers_due: (title) => `العمل ينتظر إجاباتك: ${title}`,
      due_soon: (title) => `موعد التسليم غدًا: ${title}`,
      late: (title) => `تأخر التسليم: ${title}`,
      acceptance: (title) => `يُقبل العمل تلقائيًا قريبًا: ${title}`,
    },
    intro: {
      paid: (other) => `طلب ${other} ودفع. يُحفظ المبلغ حتى يُقبل عملك.`,
      questions: (other) => `يحتاج ${other} إلى معرفة بعض الأمور قبل بدء العمل.`,
      answered: (other) => `أجاب ${other} عما سألت عنه.`,
      delivered: (other) => `سلّم ${other} العمل. اقبله أو اذكر ما ينبغي تعديله.`,
      changes: (other) => `يريد ${other} تعديل شيء فيما سلّمته.`,
      accepted: (other) => `قُبل عملك لصالح ${other} وأصبح ما كسبته لك.`,
      cancelled: (other) => `أُلغي الطلب مع ${other}.`,
      proposed: (other) => `يقترح ${other} إلغاء هذا الطلب. يستمر الطلب ما لم توافق.`,
      dropped: (other) => `لم يُتفق على اقتراح إلغاء الطلب مع ${other}.`,
      answers_due: (other) =>
        `لا يستطيع ${other} البدء قبل أن تجيب. من دون إجابات ينتهي الطلب ويُعاد إليك المبلغ.`,
      due_soon: (other) => `ينتظر ${other} تسليمك.`,
      late: (other) => `لم يُسلَّم الطلب مع ${other} في موعده. يمكن للمشتري إلغاؤه الآن.`,
      acceptance: (other) => `اطّلع على ما سلّمه ${other}: إن لم تقل شيئًا عُدّ مقبولًا.`,
    },
    due: "موعد التسليم",
    accepts: "يُقبل تلقائيًا في",
    lapses: "الرد قبل",
    price: "السعر",
    back: (amount) => `يُعاد إلى المشتري ${amount}.`,
    share: "ما يُعاد",
  },
};
