import { catalogue } from "../../examples/gig-market/catalogue/catalogue.ts";
import { sellers } from "../../examples/gig-market/sellers/sellers.ts";
import { type DemoTenant } from "./tenant.ts";

/** 巧匠集: a market in Chinese where sixty gigs are sold in yuan. */
export const qiaojiang: DemoTenant = {
  slug: "qiaojiang",
  name: "巧匠集",
  locale: "zh-CN",
  locales: ["zh-CN", "en"],
  currency: "CNY",
  timeZone: "Asia/Shanghai",
  colour: "#b3392b",
  owner: { name: "顾明", email: "owner@qiaojiang.example", password: "hundred-crafts-one-street" },
  client: {
    name: "陆晓",
    email: "luxiao@mail.example",
    password: "paper-lantern-after-rain",
    locale: "zh-CN",
    timeZone: "Asia/Shanghai",
  },
  pastClients: [],
  conversations: [],
  thanks: { en: [], "zh-CN": [], ar: [] },
  hostRole: "coach",
  hosts: [],
  market: {
    sellers,
    gigs: catalogue,
    mailDomain: "qiaojiang.example",
    password: "ink-stone-and-brush",
  },
};
