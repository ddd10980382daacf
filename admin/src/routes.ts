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
  /** What somebody must be allowed to see it; null is everybody. */
  readonly permission: string | null;
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
    permission: null,
    load: () => import("./pages/overview/overview.ts"),
    page: (desk) => html`<admin-overview .desk=${desk}></admin-overview>`,
  },
  {
    path: "/orders",
    title: "orders",
    icon: "orders",
    permission: "orders.view",
    load: () => import("./pages/orders/orders.ts"),
    page: (desk, rest) =>
      rest === ""
        ? html`<admin-orders .desk=${desk}></admin-orders>`
        : html`${keyed(rest, html`<admin-order .desk=${desk} .orderId=${rest}></admin-order>`)}`,
  },
  {
    path: "/webhooks",
    title: "webhooks",
    icon: "webhooks",
    permission: "integrations.view_webhooks",
    load: () => import("./pages/webhooks/webhooks.ts"),
    page: (desk, rest) =>
      rest === ""
        ? html`<admin-webhooks .desk=${desk}></admin-webhooks>`
        : html`${keyed(rest, html`<admin-delivery .desk=${desk} .deliveryId=${rest}></admin-delivery>`)}`,
  },
  {
    path: "/members",
    title: "members",
    icon: "members",
    permission: "identity.view_members",
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
    permission: "people.view",
    load: () => import("./pages/applications/applications.ts"),
    page: (desk) => html`<admin-applications .desk=${desk}></admin-applications>`,
  },
  {
    path: "/keys",
    title: "keys",
    icon: "keys",
    permission: "tenancy.keys",
    load: () => import("./pages/keys/keys.ts"),
    page: (desk) => html`<admin-keys .desk=${desk}></admin-keys>`,
  },
  {
    path: "/settings",
    title: "siteSettings",
    icon: "gear",
    permission: "tenancy.view_settings",
    load: () => import("./pages/settings/settings.ts"),
    page: (desk) => html`<admin-settings .desk=${desk}></admin-settings>`,
  },
];

/** The section of an address, and what of the address is the page's own. */
export function sectionAt(path: string): { readonly section: Section; readonly rest: string } | null {
  for (const section of sections) {
    if (path === section.path) return { section, rest: "" };
    if (section.path !== "/" && path.startsWith(`${section.path}/`)) {
      return { section, rest: path.slice(section.path.length + 1) };
    }
  }
  return null;
}
