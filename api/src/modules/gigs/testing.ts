import { type TestHouse, type TestSite } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { addMember } from "../identity/index.ts";
import { changeProfile } from "../people/index.ts";
import { type sellerGigView } from "./gigs/gig-view.ts";
import { type z } from "zod";

/** A gig as its seller is answered it. */
export type SellerGig = z.infer<typeof sellerGigView>;

/** Somebody whom the server of a site calls for. */
export interface Somebody {
  readonly id: string;
  readonly headers: Record<string, string>;
}

/** A site with its market of gigs: people and gigs as tests need them, through the API. */
export class Market {
  readonly #house: TestHouse;
  readonly site: TestSite;

  constructor(house: TestHouse, site: TestSite) {
    this.#house = house;
    this.site = site;
  }

  /** Somebody with these roles; listed unless told. */
  async join(roles: readonly ("seller" | "client")[] = ["seller"], isListed = true): Promise<Somebody> {
    const id = await this.#house.within(this.site.live, async (scope) => {
      const name = `Somebody ${newId(wallClock()).slice(-8)}`;
      const email = `${newId(wallClock()).slice(-12)}@gigs.example`;
      const member = await addMember(scope, { email, isEmailVerified: true, name, roles: [...roles] });
      await changeProfile(scope, member.id, { name, isListed });
      return member.id;
    });
    return { id, headers: this.site.actingFor(id) };
  }

  /** A category at the top of the tree, or below another. */
  async category(slug: string, parentId: string | null = null): Promise<string> {
    const input = { parentId, slug, names: { en: slug } };
    const { id } = await this.#house.ok<{ id: string }>("gigs.createCategory", input, {
      headers: this.site.server,
    });
    return id;
  }

  /** A draft that lacks nothing but what `fields` leave empty. */
  async draft(seller: Somebody, categoryId: string, fields: object = {}): Promise<SellerGig> {
    const { headers } = seller;
    const gig = {
      title: "A logo drawn by hand",
      description: "Three drafts of a logo, drawn by hand and delivered as vectors.",
      tags: ["logo", "brand"],
      currency: "CNY",
      categoryId,
    };
    const { id } = await this.#house.ok<SellerGig>("gigs.createGig", { ...gig, ...fields }, { headers });
    const basic = { gigId: id, tier: "basic", title: "One draft", amountMinor: 19_900, deliveryDays: 3 };
    return this.#house.ok<SellerGig>("gigs.createPackage", basic, { headers });
  }

  /** A gig that its seller has published. */
  async gig(seller: Somebody, categoryId: string, fields: object = {}): Promise<SellerGig> {
    const { id } = await this.draft(seller, categoryId, fields);
    return this.#house.ok<SellerGig>("gigs.publishGig", { id }, { headers: seller.headers });
  }
}
