import { type Plain, type Say, type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";

const en = {
  incidents: "Incidents",
  noIncidents: "No incident has been recorded.",
  lasts: "Not over yet",
  began: "Began {moment}",
  over: "Over {moment}",
  error_rate: "Many calls failed",
  latency: "Calls took long",
  relay_lag: "Events waited",
  timers_overdue: "Timers were late",
  failed_jobs: "Jobs failed for good",
  failures: "Failures nobody expected",
  noFailures: "Nothing has failed unexpectedly.",
  last: "Last time",
  first: "First time",
  place: "Where",
  what: "What",
  count: "How often",
  request: "Last request",
  stack: "Where in the code",
} as const;

const zh: Translation<typeof en> = {
  incidents: "异常事件",
  noIncidents: "尚未记录任何异常事件。",
  lasts: "尚未结束",
  began: "开始于 {moment}",
  over: "结束于 {moment}",
  error_rate: "大量调用失败",
  latency: "调用耗时过长",
  relay_lag: "事件积压等待",
  timers_overdue: "定时任务延迟",
  failed_jobs: "有任务彻底失败",
  failures: "意外错误",
  noFailures: "没有发生意外错误。",
  last: "最近一次",
  first: "首次出现",
  place: "位置",
  what: "内容",
  count: "次数",
  request: "最近的请求",
  stack: "代码位置",
};

const ar: Translation<typeof en> = {
  incidents: "الحوادث",
  noIncidents: "لم يُسجَّل أي حادث.",
  lasts: "لم ينته بعد",
  began: "بدأ في {moment}",
  over: "انتهى في {moment}",
  error_rate: "فشل كثير من الطلبات",
  latency: "طالت مدة الطلبات",
  relay_lag: "تأخرت الأحداث في الانتظار",
  timers_overdue: "تأخرت المؤقتات",
  failed_jobs: "فشلت مهام نهائيا",
  failures: "أخطاء لم يتوقعها أحد",
  noFailures: "لم يقع أي خطأ غير متوقع.",
  last: "آخر مرة",
  first: "أول مرة",
  place: "المكان",
  what: "ما الذي حدث",
  count: "عدد المرات",
  request: "آخر طلب",
  stack: "الموضع في الشيفرة",
};

/** What an operator reads about the installation. */
export const houseVoice = voices<typeof en>({ en, "zh-CN": zh, ar });

const rules = ["error_rate", "latency", "relay_lag", "timers_overdue", "failed_jobs"] as const;

/** What an incident is called; one of a rule that a newer API has by the rule's name. */
export function ruleText(say: Say<typeof en>, rule: string): string {
  const known: Plain<typeof en> | undefined = rules.find((each) => each === rule);
  return known ? say(known) : rule;
}
