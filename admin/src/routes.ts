import { html, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { type Desk } from "./base/desk.ts";
import { type IconName } from "./base/icon.ts";
import { type Plain } from "./base/texts.ts";
import { type Texts } from "./texts/en.ts";

/** A section of the app: an entry of the navigation and the page it opens. */
export interface Section {
  /** The first part of its addresses; what follows is the page's own. */
  readonly path: string;
  readonly title: Plain<Texts>;
  readonly icon: IconName;
  /** The letter that goes there after `g`. */
  readonly key: string;
  /** What somebody must be allowed to see it; null is everybody. */
  readonly permission: string | null;
  /** Names of pages of its own that may follow its path. */
  readonly pages?: readonly string[];
  /** Whether the id of a row may follow its path. */
  readonly hasRows?: true;
  /** Brings the page's element. */
  readonly load: () => Promise<unknown>;
  /** The page; `rest` is the address behind the section's path. */
  readonly page: (desk: Desk, rest: string) => TemplateResult;
}

/** The sections in the order of the navigation. A new one is a line here and a folder in `pages/`. */
export const sections: readonly Section[] = [
  {
    path: "/",
    title: "overview",
    icon: "overview",
    key: "o",
    permission: null,
    load: () => import("./pages/overview/overview.ts"),
    page: (desk) => html`<admin-overview .desk=${desk}></admin-overview>`,
  },
  {
    path: "/bookings",
    title: "bookings",
    icon: "bookings",
    key: "b",
    permission: "scheduling.view_bookings",
    hasRows: true,
    load: () => import("./pages/bookings/bookings.ts"),
    page: (desk, rest) =>
      rest === ""
        ? html`<admin-bookings .desk=${desk}></admin-bookings>`
        : html`${keyed(rest, html`<admin-booking .desk=${desk} .bookingId=${rest}></admin-booking>`)}`,
  },
  {
    path: "/orders",
    title: "orders",
    icon: "orders",
    key: "r",
    permission: "orders.view",
    hasRows: true,
    load: () => import("./pages/orders/orders.ts"),
    page: (desk, rest) =>
      rest === ""
        ? html`<admin-orders .desk=${desk}></admin-orders>`
        : html`${keyed(rest, html`<admin-order .desk=${desk} .orderId=${rest}></admin-order>`)}`,
  },
  {
    path: "/payments",
    title: "payments",
    icon: "payments",
    key: "p",
    permission: "money.view",
    load: () => import("./pages/payments/payments.ts"),
    page: (desk) => html`<admin-payments .desk=${desk}></admin-payments>`,
  },
  {
    path: "/payouts",
    title: "payouts",
    icon: "payouts",
    key: "u",
    permission: "money.view",
    load: () => import("./pages/payouts/payouts.ts"),
    page: (desk) => html`<admin-payouts .desk=${desk}></admin-payouts>`,
  },
  {
    path: "/credits",
    title: "credits",
    icon: "credits",
    key: "v",
    permission: "money.view",
    load: () => import("./pages/credits/credits.ts"),
    page: (desk) => html`<admin-credits .desk=${desk}></admin-credits>`,
  },
  {
    path: "/members",
    title: "members",
    icon: "members",
    key: "m",
    permission: "identity.view_members",
    hasRows: true,
    load: () => import("./pages/members/members.ts"),
    page: (desk, rest) =>
      rest === ""
        ? html`<admin-members .desk=${desk}></admin-members>`
        : html`${keyed(rest, html`<admin-member .desk=${desk} .memberId=${rest}></admin-member>`)}`,
  },
  {
    path: "/applications",
    title: "applications",
    icon: "applications",
    key: "a",
    permission: "people.view",
    load: () => import("./pages/applications/applications.ts"),
    page: (desk) => html`<admin-applications .desk=${desk}></admin-applications>`,
  },
  {
    path: "/gigs",
    title: "gigs",
    icon: "gigs",
    key: "i",
    permission: "gigs.view_gigs",
    pages: ["categories", "levels"],
    hasRows: true,
    load: () => import("./pages/gigs/gigs.ts"),
    page: (desk, rest) =>
      rest === ""
        ? html`<admin-gigs .desk=${desk}></admin-gigs>`
        : rest === "categories"
          ? html`<admin-categories .desk=${desk}></admin-categories>`
          : rest === "levels"
            ? html`<admin-levels .desk=${desk}></admin-levels>`
            : html`${keyed(rest, html`<admin-gig .desk=${desk} .gigId=${rest}></admin-gig>`)}`,
  },
  {
    path: "/moderation",
    title: "moderation",
    icon: "moderation",
    key: "d",
    permission: "safety.moderate",
    pages: ["rules", "files"],
    hasRows: true,
    load: () => import("./pages/moderation/cases.ts"),
    page: (desk, rest) =>
      rest === ""
        ? html`<admin-cases .desk=${desk}></admin-cases>`
        : rest === "rules"
          ? html`<admin-rules .desk=${desk}></admin-rules>`
          : rest === "files"
            ? html`<admin-quarantine .desk=${desk}></admin-quarantine>`
            : html`${keyed(rest, html`<admin-case .desk=${desk} .caseId=${rest}></admin-case>`)}`,
  },
  {
    path: "/searches",
    title: "searches",
    icon: "search",
    key: "f",
    permission: "insights.searches",
    load: () => import("./pages/searches/searches.ts"),
    page: (desk) => html`<admin-searches .desk=${desk}></admin-searches>`,
  },
  {
    path: "/mails",
    title: "mails",
    icon: "mails",
    key: "e",
    permission: "notifications.view",
    pages: ["suppressions"],
    load: () => import("./pages/mails/mails.ts"),
    page: (desk, rest) =>
      rest === "suppressions"
        ? html`<admin-suppressions .desk=${desk}></admin-suppressions>`
        : html`<admin-mails .desk=${desk}></admin-mails>`,
  },
  {
    path: "/webhooks",
    title: "webhooks",
    icon: "webhooks",
    key: "w",
    permission: "integrations.view_webhooks",
    hasRows: true,
    load: () => import("./pages/webhooks/webhooks.ts"),
    page: (desk, rest) =>
      rest === ""
        ? html`<admin-webhooks .desk=${desk}></admin-webhooks>`
        : html`${keyed(rest, html`<admin-delivery .desk=${desk} .deliveryId=${rest}></admin-delivery>`)}`,
  },
  {
    path: "/connections",
    title: "connections",
    icon: "connections",
    key: "c",
    permission: "integrations.view_connections",
    load: () => import("./pages/connections/connections.ts"),
    page: (desk) => html`<admin-connections .desk=${desk}></admin-connections>`,
  },
  {
    path: "/keys",
    title: "keys",
    icon: "keys",
    key: "k",
    permission: "tenancy.keys",
    load: () => import("./pages/keys/keys.ts"),
    page: (desk) => html`<admin-keys .desk=${desk}></admin-keys>`,
  },
  {
    path: "/team",
    title: "team",
    icon: "team",
    key: "t",
    permission: "identity.view_team",
    load: () => import("./pages/team/team.ts"),
    page: (desk) => html`<admin-team .desk=${desk}></admin-team>`,
  },
  {
    path: "/plan",
    title: "plan",
    icon: "plan",
    key: "n",
    permission: "billing.overview",
    load: () => import("./pages/plan/plan.ts"),
    page: (desk) => html`<admin-plan .desk=${desk}></admin-plan>`,
  },
  {
    path: "/audit",
    title: "audit",
    icon: "audit",
    key: "l",
    permission: "insights.audit",
    load: () => import("./pages/audit/audit.ts"),
    page: (desk) => html`<admin-audit .desk=${desk}></admin-audit>`,
  },
  {
    path: "/settings",
    title: "siteSettings",
    icon: "gear",
    key: "s",
    permission: "tenancy.view_settings",
    load: () => import("./pages/settings/settings.ts"),
    page: (desk) => html`<admin-settings .desk=${desk}></admin-settings>`,
  },
];

/** The section of an address, and what of the address is the page's own; null where there is nothing. */
export function sectionAt(path: string): { readonly section: Section; readonly rest: string } | null {
  for (const section of sections) {
    if (path === section.path) return { section, rest: "" };
    if (section.path === "/" || !path.startsWith(`${section.path}/`)) continue;
    const rest = path.slice(section.path.length + 1);
    const { pages = [], hasRows = false } = section;
    return rest === "" || pages.includes(rest) || (hasRows && isId(rest)) ? { section, rest } : null;
  }
  return null;
}

// What the API takes as an id. Anything else would be refused as a field that is not right, which nobody who follows a link filled in.
const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text);
