import { type Contract } from "@tessera/sdk/browser";
import { type Language } from "../../base/texts.ts";

type Target = NonNullable<Contract["insights"]["listAudit"]["output"]["items"][number]["told"]["entity"]>;

// Keyed by the contract: one that the API adds does not compile until it has its words here.
const targets: Readonly<Record<Language, Readonly<Record<Target, string>>>> = {
  en: {
    account: "Team member",
    booking: "Booking",
    closure: "Closing days",
    connection: "Connection",
    host: "Provider's calendar",
    key: "API key",
    member: "Member",
    mail_suppression: "Suppressed address",
    notification_delivery: "Delivery",
    notification_mail: "Mail",
    offer: "Offer",
    order: "Order",
    payment: "Payment",
    provider_application: "Application",
    review: "Review",
    tenant: "Site",
    webhook_delivery: "Webhook delivery",
    webhook_endpoint: "Webhook address",
    weight_profile: "Weights",
  },
  "zh-CN": {
    account: "团队成员",
    booking: "预约",
    closure: "休业日",
    connection: "连接",
    host: "服务者日历",
    key: "API 密钥",
    member: "会员",
    mail_suppression: "停发地址",
    notification_delivery: "发送记录",
    notification_mail: "邮件",
    offer: "服务项目",
    order: "订单",
    payment: "支付",
    provider_application: "申请",
    review: "评价",
    tenant: "站点",
    webhook_delivery: "Webhook 投递",
    webhook_endpoint: "Webhook 地址",
    weight_profile: "权重",
  },
  ar: {
    account: "عضو في الفريق",
    booking: "حجز",
    closure: "أيام إغلاق",
    connection: "ربط",
    host: "تقويم مقدم الخدمة",
    key: "مفتاح API",
    member: "عضو",
    mail_suppression: "عنوان موقوف",
    notification_delivery: "عملية إرسال",
    notification_mail: "رسالة",
    offer: "عرض",
    order: "طلب",
    payment: "دفعة",
    provider_application: "طلب انضمام",
    review: "تقييم",
    tenant: "الموقع",
    webhook_delivery: "تسليم Webhook",
    webhook_endpoint: "عنوان Webhook",
    weight_profile: "أوزان",
  },
};

/** What it was done to, in the reader's language. */
export const targetText = (language: Language, name: Target): string => targets[language][name];
