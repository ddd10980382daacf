import { type Contract } from "@tessera/sdk/browser";
import { type Language } from "../../base/texts.ts";

type State =
  | Contract["identity"]["getMember"]["output"]["status"]
  | Contract["integrations"]["listEndpoints"]["output"]["items"][number]["state"]
  | Contract["integrations"]["listConnections"]["output"]["items"][number]["state"]
  | Contract["integrations"]["deleteConnection"]["output"]["state"]
  | Contract["money"]["getPayment"]["output"]["status"]
  | Contract["money"]["listPayouts"]["output"]["items"][number]["state"]
  | Contract["people"]["listApplications"]["output"]["items"][number]["state"]
  | Contract["safety"]["getCase"]["output"]["state"]
  | Contract["tenancy"]["checkDomain"]["output"]["state"];

// Keyed by the contract: a state that the API adds does not compile until it has its words here.
const states: Readonly<Record<Language, Readonly<Record<State, string>>>> = {
  en: {
    cancelled: "Taken back",
    on_its_way: "On its way",
    paid: "Paid out",
    requested: "Asked for",
    returned: "Sent back by the bank",
    active: "Active",
    applied: "Applied",
    approved: "Approved",
    banned: "Banned",
    claimed: "Claimed",
    deactivated: "Deactivated",
    deleted: "Deleted",
    disabled: "Switched off",
    disconnected: "Disconnected",
    dismissed: "Nothing wrong",
    disputed: "Disputed",
    expired: "Expired",
    failed: "Failed",
    failing: "Proof missing",
    flagged: "To be checked",
    hidden: "Hidden",
    lost: "No longer the site's",
    new: "New",
    open: "Open",
    partially_refunded: "Partly refunded",
    pending: "Pending",
    proven: "Proven",
    refunded: "Refunded",
    refunding: "Being refunded",
    rejected: "Rejected",
    restored: "Shown again",
    succeeded: "Paid",
    suspended: "Suspended",
    withdrawn: "Withdrawn",
  },
  "zh-CN": {
    cancelled: "已撤回",
    on_its_way: "付款途中",
    paid: "已付给会员",
    requested: "已申请",
    returned: "被银行退回",
    active: "启用",
    applied: "已申请",
    approved: "已通过",
    banned: "已封禁",
    claimed: "已认领",
    deactivated: "已停用",
    deleted: "已删除",
    disabled: "已关闭",
    disconnected: "已断开",
    dismissed: "无问题",
    disputed: "有争议",
    expired: "已过期",
    failed: "失败",
    failing: "证明缺失",
    flagged: "待核查",
    hidden: "已隐藏",
    lost: "不再属于本站",
    new: "新建",
    open: "待处理",
    partially_refunded: "部分退款",
    pending: "处理中",
    proven: "已证明",
    refunded: "已退款",
    refunding: "退款中",
    rejected: "已拒绝",
    restored: "已恢复",
    succeeded: "已支付",
    suspended: "已暂停",
    withdrawn: "已撤回",
  },
  ar: {
    cancelled: "مسحوب",
    on_its_way: "في الطريق",
    paid: "صُرف",
    requested: "مطلوب",
    returned: "أعاده البنك",
    active: "نشط",
    applied: "قُدِّم",
    approved: "مقبول",
    banned: "محظور",
    claimed: "مستلَمة",
    deactivated: "معطَّل",
    deleted: "محذوف",
    disabled: "متوقف",
    disconnected: "مفصول",
    dismissed: "لا مخالفة",
    disputed: "متنازع عليه",
    expired: "منتهٍ",
    failed: "فشل",
    failing: "الإثبات مفقود",
    flagged: "يلزم التحقق",
    hidden: "مخفي",
    lost: "لم يعد للموقع",
    new: "جديد",
    open: "مفتوحة",
    partially_refunded: "رُدّ جزء منه",
    pending: "قيد الانتظار",
    proven: "مُثبت",
    refunded: "رُدّ المبلغ",
    refunding: "يُردّ المبلغ",
    rejected: "مرفوض",
    restored: "أُظهر من جديد",
    succeeded: "مدفوع",
    suspended: "موقوف مؤقتًا",
    withdrawn: "مسحوب",
  },
};

const isState = (name: string): name is State => name in states.en;

/** A state that something was or is in, in the reader's language; one that this version does not know is shown as it is. */
export const stateText = (language: Language, name: string): string =>
  isState(name) ? states[language][name] : name;
