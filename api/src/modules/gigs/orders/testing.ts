import { type TestHouse } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { addMember } from "../../identity/index.ts";
import { type OrderAnswer, OrderDesk } from "../../orders/testing.ts";
import { changeProfile } from "../../people/index.ts";
import { type SellerGig } from "../testing.ts";

/** An order for work as the API answers it, as far as tests look at it. */
export interface WorkOrder extends OrderAnswer {
  readonly kind: string;
  readonly lines: readonly { readonly title: string; readonly amountMinor: number }[];
  readonly work: {
    readonly title: string;
    readonly dueAt: string | null;
    readonly revisionsUsed: number;
    readonly deliveries: number;
    readonly acceptsAt: string | null;
    readonly cancel: { readonly by: string; readonly refundShare: number } | null;
  };
  readonly questions: readonly {
    readonly id: string;
    readonly answer: { readonly text: string | null; readonly files: readonly object[] } | null;
  }[];
  readonly deliveries: readonly {
    readonly id: string;
    readonly message: string;
    readonly files: readonly { readonly fileId: string; readonly name: string }[];
    readonly changes: string | null;
  }[];
  readonly events: readonly { readonly transition: string; readonly state: string; readonly by: string }[];
}

/** What a desk sells, where it is not the usual. */
interface Stall {
  readonly gig?: object;
  readonly basic?: object;
  readonly settings?: Tenant["settings"];
}

/**
 * A sandbox with a seller, a client and a gig: a draft in three days with one change for 50.00, three drafts in a week with as many
 * as the buyer likes for 120.00, and fonts for 15.00 and two days more.
 */
export class GigDesk extends OrderDesk {
  readonly gig: SellerGig;

  private constructor(desk: OrderDesk, seller: OrderDesk["coach"], gig: SellerGig) {
    super({ house: desk.house, site: desk.site, client: desk.client, offer: desk.offer, coach: seller });
    this.gig = gig;
  }

  static async sell(
    house: TestHouse,
    { gig: fields = {}, basic = {}, settings = {} }: Stall = {},
  ): Promise<GigDesk> {
    const desk = await OrderDesk.open(house, { settings });
    const email = `${newId(wallClock()).slice(-12)}@gigs.example`;
    const id = await house.within(desk.tenant, async (scope) => {
      const member = await addMember(scope, {
        email,
        isEmailVerified: true,
        name: "Sam Seller",
        roles: ["seller"],
      });
      await changeProfile(scope, member.id, { name: "Sam Seller", isListed: true });
      return member.id;
    });
    const headers: Record<string, string> = { ...desk.office, "Tessera-Acting-For": id };
    const call = <Result>(name: string, input: object, as = headers) =>
      house.ok<Result>(`gigs.${name}`, input, { headers: as });
    const top = { parentId: null, slug: "design", names: { en: "Design" } };
    const category = await call<{ id: string }>("createCategory", top, desk.office);
    const gig = await call<SellerGig>("createGig", {
      title: "A logo drawn by hand",
      description: "Three drafts of a logo, drawn by hand and delivered as vectors.",
      tags: ["logo"],
      currency: "EUR",
      categoryId: category.id,
      extras: [{ title: "With fonts", amountMinor: 1_500, addedDays: 2 }],
      ...fields,
    });
    const packages = [
      { tier: "basic", title: "One draft", amountMinor: 5_000, deliveryDays: 3, revisions: 1, ...basic },
      { tier: "premium", title: "Three drafts", amountMinor: 12_000, deliveryDays: 7, revisions: null },
    ];
    for (const each of packages) await call("createPackage", { gigId: gig.id, ...each });
    await call("publishGig", { id: gig.id });
    const sold = await call<SellerGig>("getSellerGig", { id: gig.id });
    return new GigDesk(desk, { id, email, headers }, sold);
  }

  get seller(): OrderDesk["coach"] {
    return this.coach;
  }

  /** What is bought of the gig: its smallest package unless told. */
  basket(quantity = 1, extras = 0, tier = "basic"): object {
    const { id } = this.gig.packages.find((each) => each.tier === tier)!;
    return { packageId: id, quantity, extraIds: this.gig.extras.slice(0, extras).map((extra) => extra.id) };
  }

  /** An order of the gig that waits to be paid. */
  async buy(items: readonly object[] = [this.basket()], person = this.client): Promise<WorkOrder> {
    const input = { gigId: this.gig.id, items };
    const { id } = await this.house.ok<WorkOrder>("gigs.placeGigOrder", input, { headers: person.headers });
    return this.see({ id });
  }

  /** An order that was paid, where that leads. */
  async bought(items?: readonly object[], state = "in_progress"): Promise<WorkOrder> {
    const order = await this.buy(items);
    await this.pay(order);
    await this.becomes(order, state);
    return this.see(order);
  }

  /** The order with everything, as the client sees it. */
  async see({ id }: { readonly id: string }, person = this.client): Promise<WorkOrder> {
    return this.house.ok("orders.getOrder", { id }, { headers: person.headers });
  }

  /** The seller delivers. */
  async deliver(
    { id }: { readonly id: string },
    message = "Here it is.",
    fileIds: string[] = [],
  ): Promise<void> {
    await this.call(this.seller, "deliverOrder", { id, message, fileIds });
  }
}
