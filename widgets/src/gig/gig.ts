import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { emit } from "../base/events.ts";
import { LazyPanel } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { categoryName, type Gig, wordsIn } from "../parts/gig/gig-names.ts";
import { noteOpened } from "../parts/gig/searched.ts";
import { icon } from "../parts/icon.ts";
import { notice } from "../parts/notice.ts";
import { keepOpened, reopenedAs } from "../parts/opened/opened.ts";
import { addressOf } from "../parts/person/address.ts";
import { personTexts, type PersonTexts } from "../parts/person/person.texts.ts";
import { photo } from "../parts/person/photo.ts";
import { ratingOf } from "../parts/person/rating.ts";
import { type Choice, sumOf } from "./choice.ts";
import { Gallery } from "./gallery.ts";
import { gigTexts, type GigTexts } from "./gig.texts.ts";
import { gigOutline } from "./outline.ts";
import { comparison, packageChooser, type PackagesView } from "./packages.ts";
import { faqOf, requirementsOf, tagsOf } from "./particulars.ts";
import { styles } from "./gig.styles.ts";

/**
 * @summary One gig with everything there is to know before buying it: pictures, packages, extras, what the seller will ask, the seller;
 * and the way to order it and pay.
 *
 * @event {BeforeGigOrderEvent} tessera-before-gig-order - Somebody is about to order. Cancel it to stop.
 * @event {GigChosenEvent} tessera-gig-chosen - A package was chosen, with extras, and somebody goes on to order it.
 *
 * @event {BeforeGigOpenEvent} tessera-before-gig-open - A similar gig is about to be opened. Cancel it to stop.
 * @event {GigOpenedEvent} tessera-gig-opened - A similar gig was opened, here or on the page's own address.
 * @event {OrderPlacedEvent} tessera-order-placed - The order exists; it still has to be paid.
 * @event {BeforeOrderPayEvent} tessera-before-order-pay - The visitor is about to leave for the pay page. Cancel it to stop.
 * @event {OrderPaidEvent} tessera-order-paid - The order is paid.
 * @event {OrderExpiredEvent} tessera-order-expired - The order was not paid in time.
 *
 * @csspart order - The order on its way to being paid.
 * @csspart lines - What is ordered.
 * @csspart input - A field of the form.
 * @csspart gallery - The pictures, videos and documents.
 * @csspart thumb - One of them in the row below, a button.
 * @csspart packages - The packages with the way on.
 * @csspart tabs - The row of packages.
 * @csspart tab - One package, a button.
 * @csspart comparison - The table of packages.
 * @csspart question - A question buyers often ask.
 * @csspart tag - A word the gig is found by.
 * @csspart photo - The seller's photo, or the initials in its place.
 * @csspart rating - How the gig is rated, or its seller while nobody reviewed it.
 * @csspart level - The seller's level.
 * @csspart badge - A badge of the seller.
 * @csspart row - The row of similar gigs.
 * @csspart name - The title of a similar gig, a link or a button.
 * @csspart review - What a buyer said.
 * @csspart reply - What the seller replied to it.
 * @csspart button - Any other button.
 * @csspart notice - A message.
 *
 * @cssproperty [--tessera-accent] - The colour of what is chosen and of the next step; the site's brand colour unless set.
 * @cssproperty [--tessera-on-accent] - The text colour on the accent.
 * @cssproperty [--tessera-surface] - The background.
 * @cssproperty [--tessera-text] - The text.
 * @cssproperty [--tessera-muted] - Text of less weight.
 * @cssproperty [--tessera-line] - Lines between parts.
 * @cssproperty [--tessera-soft] - The background of quiet areas.
 * @cssproperty [--tessera-danger] - What went wrong.
 * @cssproperty [--tessera-success] - What a package comes with.
 * @cssproperty [--tessera-star] - The star of a rating.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of a card.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 * @cssproperty [--tessera-photo-radius=50%] - The rounding of a photo.
 * @cssproperty [--tessera-sticky-top=16px] - How far below the top of the window the packages stay in sight, for pages with a bar there.
 */
export class TesseraGig extends TesseraElement {
  static override styles = styles;

  /** The gig that is shown. */
  @property() gig = "";

  /** The page's own address of a seller, such as `/sellers/{id}`; without one the seller is only named. */
  @property({ attribute: "seller-href" }) sellerHref = "";

  /** The page's own address of a gig, such as `/gigs/{id}`, for similar ones; without one they are shown here. */
  @property({ attribute: "gig-href" }) gigHref = "";

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  @state() private tier: Gig["packages"][number]["tier"] | null = null;
  @state() private extraIds: readonly string[] = [];
  /** Whether what was chosen is being ordered. */
  @state() private isOrdering = false;
  @state() private orderId = "";
  @state() private isPaid = false;

  protected readonly module = "gigs";
  protected readonly texts = new Texts<BaseTexts & PersonTexts & GigTexts>(
    this,
    baseTexts,
    personTexts,
    gigTexts,
  );

  private readonly shown = new Load(this, {
    args: () => (this.client && this.gig ? ([this.gig, this.member?.id] as const) : null),
    load: async ([id], options) => {
      const gig = await this.client.gigs.getGig({ id }, options);
      this.#see(id);
      return gig;
    },
  });

  private readonly ordering = new LazyPanel(this, async () => {
    const { Ordering } = await import("./ordering.ts");
    return new Ordering(this, {
      page: this.page,
      say: this.texts.say,
      gig: () => this.shown.value,
      choice: () => this.choice,
      orderId: () => this.orderId,
      placed: (orderId) => this.place(orderId),
      isPaid: () => this.isPaid,
      paid: () => {
        this.isPaid = true;
      },
      back: () => this.endOrder(),
    });
  });

  private readonly reviews = new LazyPanel(this, async () => {
    const { GigReviews } = await import("./gig-reviews.ts");
    return new GigReviews(this, {
      client: () => this.client,
      gig: () => this.shown.value,
      memberId: () => this.member?.id,
    });
  });

  private readonly similar = new LazyPanel(this, async () => {
    const { Similar } = await import("./similar.ts");
    return new Similar(this, { client: () => this.client, gigId: () => this.shown.value?.id ?? "" });
  });

  private readonly gallery = new Gallery(this, this.texts.say);
  #seen = "";
  /** Whether the keyboard goes to the title of the gig that is on its way. */
  #awaitsHeading = false;

  get state(): WidgetState {
    if (!this.gig) return "empty";
    if (this.isPaid) return "done";
    if (this.isGone) return this.orderId ? "ready" : "empty";
    return this.shown.state;
  }

  private get isGone(): boolean {
    return this.shown.failure?.status === 404;
  }

  private get choice(): Choice | null {
    const packages = this.shown.value?.packages ?? [];
    const chosen = packages.find(({ tier }) => tier === this.tier) ?? packages[0];
    return chosen ? { package: chosen, extraIds: this.extraIds } : null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has("gig")) return;
    this.tier = null;
    this.extraIds = [];
    this.isOrdering = false;
    this.orderId = "";
    this.isPaid = false;
    this.gallery.rewind();
    if (this.page) void this.reopen();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#awaitsHeading || !this.shown.value) return;
    this.#awaitsHeading = false;
    void this.focusOn("[data-heading]");
  }

  /** Goes on with an order that was on its way when this page was left for the pay page, or loaded again. */
  private async reopen(): Promise<void> {
    const { gig } = this;
    const kept = await reopenedAs(this.page, "gig", "orderId");
    if (!kept || !("gigId" in kept) || !("orderId" in kept) || kept.gigId !== gig || this.gig !== gig) return;
    this.orderId = String(kept.orderId);
    this.isOrdering = true;
  }

  private place(orderId: string): void {
    this.orderId = orderId;
    keepOpened(this.page, "gig", { gigId: this.gig, orderId });
  }

  private endOrder(): void {
    this.isOrdering = false;
    this.orderId = "";
    this.isPaid = false;
    keepOpened(this.page, "gig", null);
    void this.focusOn(".order");
  }

  protected retry(): void {
    if (this.shown.failure) this.shown.reload();
  }

  /** Counts that somebody looks; whether that is counted is nothing they wait for or hear of. */
  #see(id: string): void {
    if (this.#seen === id) return;
    this.#seen = id;
    void this.client.gigs.viewGig({ id }).catch(() => undefined);
    noteOpened(this.page, id);
  }

  private goOn(gig: Gig, choice: Choice): void {
    const chosen = { gigId: gig.id, packageId: choice.package.id, extraIds: choice.extraIds };
    if (!emit(this, "tessera-before-gig-order", chosen)) return;
    void this.client.gigs.clickGig({ id: gig.id }).catch(() => undefined);
    const { totalMinor } = sumOf(gig, choice);
    emit(this, "tessera-gig-chosen", { ...chosen, totalMinor, currency: choice.package.price.currency });
    this.isOrdering = true;
    void this.ordering.arrived().then(
      () => this.focusOn("[data-heading]"),
      () => undefined,
    );
  }

  protected override content(): TemplateResult {
    const { say } = this.texts;
    if (!this.gig) return notice(say("nothing"));
    if (this.isOrdering) return this.ordering.panel?.render() ?? gigOutline;
    if (this.isGone) return html`<div tabindex="-1" data-heading>${notice(say("notFound"))}</div>`;
    const { value, failure } = this.shown;
    const trouble = failure ? this.failed(failure) : nothing;
    if (!value) return html`${trouble}`;
    return html`${trouble}
      <article class="gig">${this.head(value)}${this.body(value)}</article>
      ${this.alike()}`;
  }

  private alike(): TemplateResult | typeof nothing {
    const { say } = this.texts;
    return (
      this.similar.panel?.render(say("similar"), {
        say,
        tag: this.locale.tag,
        href: this.gigHref,
        open: (gigId, event) => this.open(gigId, event),
      }) ?? nothing
    );
  }

  private open(gigId: string, event: Event): void {
    if (!emit(this, "tessera-before-gig-open", { gigId })) return event.preventDefault();
    emit(this, "tessera-gig-opened", { gigId });
    if (addressOf(this.gigHref, gigId)) return;
    this.gig = gigId;
    this.#awaitsHeading = true;
    this.scrollIntoView();
  }

  private head(gig: Gig): TemplateResult {
    const { tag } = this.locale;
    const { seller, category } = gig;
    const address = addressOf(this.sellerHref, seller.id);
    const name = html`<bdi>${seller.name}</bdi>`;
    return html`<header>
      ${category ? html`<p class="small muted"><bdi>${categoryName(category, tag)}</bdi></p>` : nothing}
      <h2 tabindex="-1" data-heading><bdi>${gig.title}</bdi></h2>
      <div class="seller">
        ${photo(seller)}<span class="hush">${this.texts.say("seller")}</span>
        ${address === null ? html`<b>${name}</b>` : html`<a href=${address}>${name}</a>`}
        ${ratingOf(gig.rating === null ? seller : gig, { say: this.texts.say, tag })} ${this.honours(seller)}
      </div>
    </header>`;
  }

  private honours({ level, badges }: Gig["seller"]): TemplateResult | typeof nothing {
    if (!level && badges.length === 0) return nothing;
    const { tag } = this.locale;
    return html`<ul class="honours small" aria-label=${this.texts.say("honours")}>
      ${level ? html`<li class="level" part="level"><bdi>${wordsIn(level.labels, tag)}</bdi></li>` : nothing}
      ${badges.map(({ labels }) => html`<li part="badge">${icon("tick")}<bdi>${wordsIn(labels, tag)}</bdi></li>`)}
    </ul>`;
  }

  private body(gig: Gig): TemplateResult {
    const { say } = this.texts;
    const { choice } = this;
    const view: PackagesView | null = choice && {
      gig,
      choice,
      say,
      tag: this.locale.tag,
      direction: this.locale.direction,
      choose: (next) => {
        this.tier = next.package.tier;
        this.extraIds = next.extraIds;
      },
      goOn: () => this.goOn(gig, choice),
      focusOn: (selector) => this.focusOn(selector),
    };
    return html`<div class="columns">
      ${this.gallery.render(gig.media)}
      <div class="side">${view ? packageChooser(view) : nothing}</div>
      <div class="main">
        ${part(say("about"), html`<p class="words"><bdi>${gig.description}</bdi></p>`)}
        ${view && gig.packages.length > 1 ? part(say("compare"), comparison(view), "comparing") : nothing}
        ${gig.requirements.length > 0 ? part(say("requirements"), requirementsOf(gig, say)) : nothing}
        ${gig.faq.length > 0 ? part(say("faq"), faqOf(gig)) : nothing}
        ${gig.tags.length > 0 ? tagsOf(gig, say) : nothing}
        ${
          gig.ratingCount > 0 && this.site?.modules.includes("reviews")
            ? part(say("reviews"), this.reviews.panel?.render(gig) ?? reviewsOutline, "reviewing")
            : nothing
        }
      </div>
    </div>`;
  }

  protected override skeleton(): TemplateResult {
    return gigOutline;
  }
}

const reviewsOutline = html`<div class="skeleton text"></div>`;

const part = (title: string, content: TemplateResult, look = ""): TemplateResult =>
  html`<section class="part ${look}">
    <h3>${title}</h3>
    ${content}
  </section>`;

define("tessera-gig", TesseraGig);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-gig": TesseraGig;
  }
}
