import { type MailLocale } from "../../identity/index.ts";

interface DecisionTexts {
  readonly subject: (role: string, site: string) => string;
  readonly intro: (role: string, site: string) => string;
}

interface ApplicationTexts {
  readonly approved: DecisionTexts;
  readonly rejected: DecisionTexts;
  readonly reason: string;
  readonly open: (site: string) => string;
  readonly roles: Readonly<Record<string, string>>;
}

/** The words about decided applications. */
export const applicationTexts: Readonly<Record<MailLocale, ApplicationTexts>> = {
  en: {
    approved: {
      subject: (role, site) => `You are now a ${role} on ${site}`,
      intro: (role) => `Your application as a ${role} was approved. People can now find and book you.`,
    },
    rejected: {
      subject: (role, site) => `Your application as a ${role} on ${site}`,
      intro: (role) => `Your application as a ${role} was not approved. You may apply again.`,
    },
    reason: "Reason",
    open: (site) => `Open ${site}`,
    roles: { coach: "coach", seller: "seller", developer: "developer", teacher: "teacher" },
  },
  "zh-CN": {
    approved: {
      subject: (role, site) => `您已成为 ${site} 的${role}`,
      intro: (role) => `您的${role}申请已通过。现在其他人可以找到您并预约。`,
    },
    rejected: {
      subject: (role, site) => `您在 ${site} 的${role}申请`,
      intro: (role) => `您的${role}申请未通过。您可以再次申请。`,
    },
    reason: "原因",
    open: (site) => `打开 ${site}`,
    roles: { coach: "教练", seller: "卖家", developer: "开发者", teacher: "教师" },
  },
  ar: {
    approved: {
      subject: (role, site) => `تمت الموافقة على طلبك في ${site}: ${role}`,
      intro: (role) => `تمت الموافقة على طلبك: ${role}. يمكن للناس الآن العثور عليك والحجز معك.`,
    },
    rejected: {
      subject: (role, site) => `طلبك في ${site}: ${role}`,
      intro: (role) => `لم تتم الموافقة على طلبك: ${role}. يمكنك التقديم مرة أخرى.`,
    },
    reason: "السبب",
    open: (site) => `فتح ${site}`,
    roles: { coach: "مدرب", seller: "بائع", developer: "مطور", teacher: "معلم" },
  },
};
