import { setTimeout as sleep } from "node:timers/promises";
import { type Client, connectServer } from "@tessera/sdk";
import { type House } from "../../api/src/house.ts";
import { type Tenant } from "../../api/src/platform/scope/tenant.ts";
import { cover } from "../../examples/gig-market/cover.ts";
import { type MarketGig, type MarketQuestion } from "../../examples/gig-market/gig.ts";
import { type Seller } from "../../examples/gig-market/seller.ts";
import { portrait } from "../../examples/portrait/portrait.ts";
import { drawnPicture } from "./drawn-picture.ts";
import { inParallel } from "./in-parallel.ts";
import { keepPicture } from "./keep-picture.ts";
import { type Login } from "./tenant.ts";

/** What is sold on a demo site, and by whom. */
export interface DemoMarket {
  readonly sellers: readonly Seller[];
  readonly gigs: readonly MarketGig[];
  /** Where the sellers' mailboxes are, such as `mail.example`. */
  readonly mailDomain: string;
  /** Of the first seller; the others sign in by codes. */
  readonly password: string;
}

/** A market once it is on its site. */
export interface MadeMarket {
  /** Ids of gigs by the name the site's pages know them by. */
  readonly gigs: Readonly<Record<string, string>>;
  readonly firstSeller: Login & { readonly id: string };
}

/** The site whose market it is, and the key to fill it with. */
interface Site {
  readonly house: House;
  readonly tenant: Tenant;
  readonly url: string;
  readonly secretKey: string;
}

/** How many sellers are added at a time. */
const width = 4;

/** Adds the tree of categories, the sellers and everything they sell, as the site and they would. */
export async function addMarket(site: Site, market: DemoMarket): Promise<MadeMarket> {
  const server = connectServer(site);
  const { items } = await server.gigs.createDefaultCategories({});
  const categories = new Map(items.map(({ slug, id }) => [slug, id]));
  const made = await inParallel(market.sellers, width, async (seller) => {
    const id = await addSeller(site, server, seller, market.mailDomain);
    const gigs: [slug: string, id: string][] = [];
    for (const gig of market.gigs.filter((each) => each.seller === seller.slug))
      gigs.push([gig.slug, await addGig({ site, memberId: id, gig, categories })]);
    return { id, gigs };
  });
  const [first] = market.sellers;
  return {
    gigs: Object.fromEntries(made.flatMap(({ gigs }) => gigs)),
    firstSeller: {
      id: made[0]?.id ?? "",
      email: mailboxOf(first?.slug ?? "", market.mailDomain),
      password: market.password,
    },
  };
}

const mailboxOf = (slug: string, domain: string): string => `${slug}@${domain}`;

async function addSeller(
  site: Site,
  server: Client,
  { slug, name, line, bio, skills, languages, look }: Seller,
  domain: string,
): Promise<string> {
  const email = mailboxOf(slug, domain);
  const { id } = await server.identity.createMember({
    name,
    email,
    locale: "zh-CN",
    timeZone: "Asia/Shanghai",
    emailVerified: true,
  });
  const self = connectServer({ ...site, actingFor: id });
  const application = await self.people.applyForRole({ role: "seller" });
  const lists = { expertise: [...skills], languages: [...languages], countries: ["CN"] };
  await self.people.updateProfile({ headline: line, bio, ...lists });
  const content = await drawnPicture(portrait(look), 480);
  const fileId = await keepPicture(
    { ...site, memberId: id },
    { purpose: "people.photo", name: `${slug}.png`, content },
  );
  await self.people.setPhoto({ fileId });
  await server.people.approveApplication({ id: application.id });
  return id;
}

interface NewGig {
  readonly site: Site;
  readonly memberId: string;
  readonly gig: MarketGig;
  readonly categories: ReadonlyMap<string, string>;
}

const tiers = ["basic", "standard", "premium"] as const;

/** A gig is prepared with its packages and cover, and published. Answers its id. */
async function addGig({ site, memberId, gig, categories }: NewGig): Promise<string> {
  const self = connectServer({ ...site, actingFor: memberId });
  const categoryId = categories.get(gig.category);
  if (categoryId === undefined) throw new Error(`There is no category ${gig.category}.`);
  const { title, description, tags, extras = [], questions = [], faq = [] } = gig;
  const { id } = await self.gigs.createGig({
    title,
    description,
    categoryId,
    tags: [...tags],
    language: "zh",
    currency: "CNY",
    extras: extras.map(([name, yuan, addedDays]) => ({ title: name, amountMinor: yuan * 100, addedDays })),
    requirements: questions.map(requirementOf),
    faq: faq.map(([question, answer]) => ({ question, answer })),
  });
  for (const [at, [name, words, yuan, deliveryDays, revisions, features]] of gig.packages.entries())
    await self.gigs.createPackage({
      gigId: id,
      tier: tiers[at] ?? "premium",
      title: name,
      description: words,
      amountMinor: yuan * 100,
      deliveryDays,
      revisions,
      features: [...features],
    });
  const [motif, hue] = gig.cover;
  const content = await drawnPicture(cover(motif, hue, gig.slug), 960);
  const file = { purpose: "gigs.media", name: `${gig.slug}.png`, content };
  await self.gigs.addMedia({ gigId: id, fileId: await keepPicture({ ...site, memberId }, file) });
  await self.gigs.publishGig({ id });
  return id;
}

function requirementOf(asked: MarketQuestion) {
  if (typeof asked === "string") return { kind: "text", question: asked } as const;
  const [question, ...choices] = asked;
  return { kind: "choice", question, choices } as const;
}

/** Waits until the site finds everything that was published: that follows behind the answers. */
export async function untilFound(client: Client, count: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { total } = await client.gigs.searchGigs({ limit: 1 });
    if (total >= count) return;
    await sleep(100);
  }
  throw new Error("The gigs of the demo are not found a minute after they were published.");
}
