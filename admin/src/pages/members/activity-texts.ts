import { type Desk } from "../../base/desk.ts";
import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";
import { stateText as plainState } from "../audit/states.ts";
import { bookingsVoice } from "../bookings/texts.ts";
import { moderationVoice } from "../moderation/texts.ts";
import { ordersVoice, stateText as orderState } from "../orders/texts.ts";

const en = {
  title: "Activity",
  nothingYet: "Nothing has happened yet. What this member does appears here.",
  what: "What",
  when: "When",
  about: "About",
  state: "State now",
  signed_in: "Signed in",
  booking: "Booking",
  order: "Order",
  payment: "Payment",
  messages: "Messages sent that day: {count}",
  report: "Reported somebody",
  case: "Was reported",
  sanction: "Sanction",
} as const;

const zh: Translation<typeof en> = {
  title: "活动记录",
  nothingYet: "还没有动态。该会员的操作会显示在这里。",
  what: "内容",
  when: "时间",
  about: "关于",
  state: "当前状态",
  signed_in: "登录",
  booking: "预约",
  order: "订单",
  payment: "付款",
  messages: "当天发送的消息：{count}",
  report: "举报了他人",
  case: "被举报",
  sanction: "处罚",
};

const ar: Translation<typeof en> = {
  title: "النشاط",
  nothingYet: "لم يحدث شيء بعد. سيظهر هنا ما يفعله هذا العضو.",
  what: "ما حدث",
  when: "الوقت",
  about: "بشأن",
  state: "الحالة الآن",
  signed_in: "تسجيل دخول",
  booking: "حجز",
  order: "طلب",
  payment: "دفعة",
  messages: "الرسائل المرسلة في ذلك اليوم: {count}",
  report: "أبلغ عن غيره",
  case: "أُبلغ عنه",
  sanction: "عقوبة",
};

/** What the record of a member's activity says. */
export const activityVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

const plainKinds = ["signed_in", "booking", "order", "payment", "report", "case", "sanction"] as const;

/** A kind of activity that has its words here; a newer API may know more. */
export const plainKind = (kind: string): (typeof plainKinds)[number] | undefined =>
  plainKinds.find((each) => each === kind);

const bookingStates = ["pending", "confirmed", "completed", "cancelled"] as const;
const moderationWords = [
  "spam",
  "harassment",
  "hate",
  "sexual",
  "fraud",
  "impersonation",
  "privacy",
  "other",
  "rule",
  "warning",
  "suspension",
  "ban",
] as const;

/** How an entry stands, in the words of the page that shows its kind; one that has none there is shown as it is. */
export function activityState(desk: Desk, kind: string, state: string): string {
  if (kind === "order") return orderState(ordersVoice(desk), state);
  const booking = bookingStates.find((each) => each === state);
  if (kind === "booking" && booking) return bookingsVoice(desk)(booking);
  const word = moderationWords.find((each) => each === state);
  return word ? moderationVoice(desk)(word) : plainState(desk.language, state);
}
