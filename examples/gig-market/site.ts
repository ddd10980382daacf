import { type Site, type SitePage, type SiteSetup } from "../site.ts";
import { type Values } from "../template.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { cover } from "./cover.ts";
import { fields } from "./fields.ts";
import { type MarketGig } from "./gig.ts";

/** The website of 巧匠集: a market of sixty gigs, in Chinese and yuan. */
export const marketSite: Site = {
  slug: "qiaojiang",
  name: "巧匠集",
  folder: "gig-market",
  page(path, setup) {
    const written = pages[path];
    if (written) return page(setup, written);
    const [, called] = /^\/services\/([\w-]+)$/.exec(path) ?? [];
    return called === undefined ? null : gigPage(called, setup);
  },
  notFound: (setup) =>
    page(setup, { file: "not-found.html", title: "页面不存在", description: "这个地址没有页面。" }),
  scripts: {},
  picture(path) {
    const slug = /^\/covers\/([\w-]+)\.svg$/.exec(path)?.[1];
    const gig = catalogue.find((each) => each.slug === slug);
    return gig ? cover(...gig.cover, gig.slug) : null;
  },
};

interface Written {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** The widgets of the page, as its visitors may copy them. */
  readonly widgets?: readonly string[];
  readonly more?: Values;
}

const featured = ["tea-brand-logo", "booking-mini-program", "brand-story", "product-photos-white"];

const card = ({ slug, title }: MarketGig): Values => ({ slug, title });

const pages: Readonly<Record<string, Written>> = {
  "/": {
    file: "index.html",
    title: "找对手艺人，把事做好",
    description: "设计、开发、写作、营销、影音与生活服务，明码标价，先付到平台，验收后再打给卖家。",
    more: {
      fields: fields.map(({ slug, name, line }) => ({ slug, name, line })),
      featured: catalogue.filter(({ slug }) => featured.includes(slug)).map(card),
    },
  },
  "/services": {
    file: "services.html",
    title: "全部服务",
    description: "六十项明码标价的服务，按分类、价格和交付时间挑选。",
    widgets: ['<tessera-gigs gig-href="/services/{id}" address></tessera-gigs>'],
  },
  "/account": {
    file: "account.html",
    title: "我的账户",
    description: "登录后查看账户、消息与余额。",
    widgets: [
      "<tessera-account guard><template>",
      "<tessera-account></tessera-account>",
      "<tessera-wallet></tessera-wallet>",
      "</template></tessera-account>",
    ],
  },
  "/messages": {
    file: "messages.html",
    title: "我的消息",
    description: "与卖家沟通细节。",
    widgets: ["<tessera-chat></tessera-chat>"],
  },
};

/** The page of a gig, under the name the site knows it by or under its id; sellers may have added some the site knows nothing of. */
function gigPage(called: string, setup: SiteSetup): SitePage | null {
  const { gigs = {} } = setup;
  const gig = catalogue.find(({ slug }) => slug === called || gigs[slug] === called);
  const id = gig ? gigs[gig.slug] : /^[\da-f-]{36}$/.test(called) ? called : undefined;
  if (id === undefined) return null;
  return page(setup, {
    file: "service.html",
    title: gig?.title ?? "服务详情",
    description: gig?.description.split("\n")[0] ?? "服务、套餐与卖家。",
    widgets: [`<tessera-gig gig="${id}" gig-href="/services/{id}"></tessera-gig>`],
    more: { gig: id },
  });
}

function page({ apiUrl, publishableKey }: SiteSetup, written: Written): SitePage {
  const { file, title, description, widgets = [], more = {} } = written;
  const script = `<script type="module" src="${apiUrl}/widgets/v1/tessera.js" data-key="${publishableKey}"></script>`;
  const snippet = [script, ...widgets].join("\n");
  return { file, values: { title, description, apiUrl, publishableKey, snippet, ...more } };
}
