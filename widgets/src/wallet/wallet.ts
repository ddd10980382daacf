import { type Client, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { emit } from "../base/events.ts";
import { formatMoney } from "../base/money.ts";
import { LazyPanel } from "../base/lazy.ts";
import { returnUrl } from "../base/leave.ts";
import { Load } from "../base/load.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { copyField } from "../parts/copy/copy-field.ts";
import { field } from "../parts/field/field.ts";
import { Form } from "../parts/field/form.ts";
import { News } from "../parts/live/news.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { balanceCard } from "./balance-card.ts";
import { History, historyOutline } from "./history.ts";
import { walletEvents } from "./news-events.ts";
import { referralLink, takeReferralCode } from "./referral-link.ts";
import { styles } from "./wallet.styles.ts";
import { walletTexts, type WalletTexts } from "./wallet.texts.ts";

type Money = Contract["money"];
type Wallet = Money["getWallet"]["output"];
type Balance = Wallet["balances"][number];
type Package = Money["listPackages"]["output"]["items"][number];

/**
 * @summary What a member has on the site: credits and money, what of it is held and what expires, its history, and the ways to get
 * more: buying, redeeming a code, bringing somebody along. Whoever earned money has it paid out here.
 *
 * @event {MemberSignedInEvent} tessera-member-signed-in - The visitor proved an e-mail address.
 * @event {BeforeCreditsBuyEvent} tessera-before-credits-buy - The member is about to leave for the pay page. Cancel it to stop.
 * @event {CodeRedeemedEvent} tessera-code-redeemed - The member redeemed a code.
 *
 * @csspart balance - What the member has of one unit.
 * @csspart package - A package of credits.
 * @csspart payout - A payout the member asked for.
 * @csspart list - The history.
 * @csspart transaction - One line of the history.
 * @csspart button - A button.
 * @csspart input - A field.
 * @csspart notice - A message.
 *
 * @cssproperty [--tessera-accent] - The colour of the next step; the site's brand colour unless set.
 * @cssproperty [--tessera-on-accent] - The text colour on the accent.
 * @cssproperty [--tessera-surface] - The background.
 * @cssproperty [--tessera-text] - The text.
 * @cssproperty [--tessera-muted] - Text of less weight.
 * @cssproperty [--tessera-line] - Lines between parts.
 * @cssproperty [--tessera-soft] - The background of quiet areas.
 * @cssproperty [--tessera-edge] - The outline of fields.
 * @cssproperty [--tessera-danger] - What went wrong.
 * @cssproperty [--tessera-success] - What came in.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of areas.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 */
export class TesseraWallet extends TesseraElement {
  static override styles = styles;

  /** The IANA time zone dates are shown in; the viewer's own unless set. */
  @property({ attribute: "time-zone" }) timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  protected readonly module = "wallet";
  protected readonly texts = new Texts<BaseTexts & WalletTexts>(this, baseTexts, walletTexts);

  private readonly wallet = new Load(this, {
    args: () => this.owner(),
    load: (_, options) => this.client.money.getWallet({}, options),
  });
  private readonly packages = new Load(this, {
    args: () => (this.client && this.member ? ([true] as const) : null),
    load: (_, options) => this.client.money.listPackages({}, options),
  });
  private readonly history = new History(this, {
    page: () => this.page,
    say: () => this.texts.say,
    owner: () => this.owner(),
    units: () => (this.wallet.value?.balances ?? []).map(({ unit }) => unit),
    timeZone: () => this.timeZone,
  });
  private readonly buying = new Action(this, (chosen: Package) => this.buy(chosen));
  private readonly linking = new Action(this, () => this.makeLink());
  private readonly claiming = new Action(this, (code: string) => this.redeem(code));
  private readonly code = new Form(this, {
    check: ({ code = "" }) => (code.length < 3 ? { code: this.texts.say("codeHint") } : {}),
    send: async ({ code = "" }, form) => {
      await this.redeem(code);
      form.reset();
    },
    at: {
      "money.code_unknown": "code",
      "money.own_code": "code",
      "money.already_redeemed": "code",
      "money.already_referred": "code",
      "money.not_newcomer": "code",
      "money.campaign_over": "code",
      "money.campaign_used_up": "code",
      "money.campaign_not_started": "code",
      "money.campaign_not_meant": "code",
    },
  });

  private readonly signIn = new LazyPanel(this, async () => {
    const { CodeSignIn } = await import("../parts/sign-in/code-sign-in.ts");
    return new CodeSignIn(this, { page: this.page, signedIn: () => this.reload() });
  });

  private readonly payouts = new LazyPanel(this, async () => {
    const { Payouts } = await import("./payouts.ts");
    return new Payouts(this, {
      page: () => this.page,
      say: () => this.texts.say,
      owner: () => this.owner(),
      timeZone: () => this.timeZone,
      refused: (failure) => this.refused(failure),
      moved: () => this.reloadMoney(),
    });
  });

  @state() private outcome = "";
  /** The code of the link by which somebody came, until it is claimed for them. */
  private broughtBy: string | null = takeReferralCode();

  constructor() {
    super();
    new News(this, {
      page: () => this.page,
      events: walletEvents,
      heard: () => this.reload(),
      missed: () => this.reload(),
    });
  }

  get state(): WidgetState {
    if (this.member === undefined) return "loading";
    if (this.member === null) return "signed-out";
    return this.wallet.state;
  }

  private owner(): readonly [memberId: string] | null {
    return this.client && this.member ? ([this.member.id] as const) : null;
  }

  protected retry(): void {
    this.reload();
  }

  private reload(): void {
    this.reloadMoney();
    this.payouts.current?.reload();
  }

  private reloadMoney(): void {
    this.wallet.reload();
    this.history.reload();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (this.broughtBy === null || !this.wallet.value) return;
    void this.claiming.run(this.broughtBy);
    this.broughtBy = null;
  }

  private async buy({ id: packageId }: Package): Promise<void> {
    if (!emit(this, "tessera-before-credits-buy", { packageId })) return;
    const { url } = await this.client.money.buyPackage({ packageId, returnUrl: returnUrl() });
    location.assign(url);
    // The page stays on screen until the pay page is there: the button must not look ready again.
    await new Promise<void>((resolve) => addEventListener("pageshow", () => resolve(), { once: true }));
  }

  private async redeem(code: string): Promise<void> {
    this.outcome = "";
    const redeemed = await this.client.money.redeemCode({ code });
    const { say } = this.texts;
    this.outcome =
      redeemed.kind === "campaign"
        ? say("redeemed", { amount: this.inCredits(redeemed.credits) })
        : say("referred");
    this.announce(this.outcome);
    emit(this, "tessera-code-redeemed", redeemed);
    this.reload();
  }

  private async makeLink(): Promise<void> {
    const { code } = await this.client.money.createReferralCode({});
    const { value } = this.wallet;
    if (value) this.wallet.value = { ...value, referral: { ...value.referral, code } };
    void this.focusOn("#link");
  }

  private async copy(): Promise<void> {
    const isCopied = await copyField(this, "#link");
    this.announce(this.texts.say(isCopied ? "copied" : "selected"));
  }

  protected override content(): TemplateResult {
    const { say } = this.texts;
    if (this.state === "signed-out")
      return html`<section class="wallet sign-in" aria-label=${say("title")}>
        <p>${say("signIn")}</p>
        ${this.signIn.panel?.render(say("showWallet")) ?? historyOutline}
      </section>`;
    const { value, failure } = this.wallet;
    if (!value) return failure ? this.failed(failure) : this.skeleton();
    return html`<section class="wallet" aria-labelledby="title">
      <h2 id="title" class="hush">${say("title")}</h2>
      ${failure ? this.failed(failure) : nothing}
      ${this.claiming.failure ? this.refused(this.claiming.failure) : nothing}
      <ul class="balances">
        ${value.balances.map((balance) =>
          balanceCard(balance, { say, tag: this.locale.tag, timeZone: this.timeZone }),
        )}
      </ul>
      ${value.waiting.map(
        ({ credits }) => html`<div role="status">${notice(say("waiting", { count: credits }))}</div>`,
      )}
      ${this.payable(value.balances)}
      <div class="ways">${this.shop()} ${this.redeemer()} ${this.referral(value.referral)}</div>
      ${this.history.render()}
    </section>`;
  }

  /** What can be paid out, for whoever has earned money; credits are not paid out. */
  private payable(balances: readonly Balance[]): TemplateResult | typeof nothing {
    const money = balances.filter(({ unit }) => /^[A-Z]{3}$/.test(unit));
    if (money.length === 0) return nothing;
    return this.payouts.panel?.render(money) ?? historyOutline;
  }

  private shop(): TemplateResult | typeof nothing {
    const { say } = this.texts;
    const { value, failure } = this.packages;
    if (value?.items.length === 0) return nothing;
    return html`<section class="part" aria-labelledby="buy-title">
      <h3 id="buy-title">${say("buyTitle")}</h3>
      ${
        !value && failure
          ? failureNotice(failure, say, this.sentence(failure), () => this.packages.reload())
          : nothing
      }
      ${this.buying.failure ? this.refused(this.buying.failure) : nothing}
      ${
        value
          ? html`<ul class="packages">
              ${value.items.map((each) => this.offer(each))}
            </ul>`
          : failure
            ? nothing
            : historyOutline
      }
      <p class="small muted">${say("leaving")}</p>
    </section>`;
  }

  private inCredits(count: number): string {
    return formatMoney(this.locale.tag, count, "credits");
  }

  private offer(each: Package): TemplateResult {
    const { credits, price: asked } = each;
    const price = formatMoney(this.locale.tag, asked.amountMinor, asked.currency);
    return html`<li class="package" part="package">
      <span class="name" id=${`package-${each.id}`}>${this.inCredits(credits)}</span>
      <button
        class="button"
        part="button"
        data-package=${each.id}
        aria-describedby=${`package-${each.id}`}
        aria-busy=${this.buying.busy}
        @click=${() => void this.buying.run(each)}
      >
        ${this.texts.say("buy", { price })}
      </button>
    </li>`;
  }

  private redeemer(): TemplateResult {
    const { say } = this.texts;
    const { code } = this;
    return html`<form
      class="part"
      novalidate
      aria-labelledby="code-title"
      data-form="code"
      @submit=${code.submit}
    >
      <h3 id="code-title">${say("codeTitle")}</h3>
      ${code.failure ? this.refused(code.failure) : nothing}
      ${this.outcome === "" ? nothing : notice(this.outcome)}
      ${field({
        name: "code",
        label: say("code"),
        autocomplete: "off",
        hint: say("codeHint"),
        error: code.wrong("code"),
        maxLength: 40,
      })}
      <button class="button" part="button" aria-busy=${code.busy}>${say("redeem")}</button>
    </form>`;
  }

  private referral({ code, bonus, joined, qualified }: Wallet["referral"]): TemplateResult | typeof nothing {
    if (bonus === 0) return nothing;
    const { say } = this.texts;
    return html`<section class="part" aria-labelledby="referral-title">
      <h3 id="referral-title">${say("referralTitle")}</h3>
      <p class="small">${say("referralText", { amount: this.inCredits(bonus) })}</p>
      ${this.linking.failure ? this.refused(this.linking.failure) : nothing}
      ${
        code === null
          ? html`<button
              class="button"
              part="button"
              data-deed="link"
              aria-busy=${this.linking.busy}
              @click=${() => void this.linking.run()}
            >
              ${say("getLink")}
            </button>`
          : html`<div class="field">
                <label for="link">${say("link")}</label>
                <input id="link" part="input" readonly dir="ltr" .value=${referralLink(code)} />
              </div>
              <button class="button" part="button" data-deed="copy" @click=${() => void this.copy()}>
                ${say("copy")}
              </button>
              <p class="small muted">${say("referralCount", { joined, qualified })}</p>`
      }
    </section>`;
  }

  protected override skeleton(): TemplateResult {
    if (!this.page?.keep.text("refresh")) return html`<div class="wallet sign-in">${historyOutline}</div>`;
    return html`<div class="wallet">
      <div class="balances"><div class="skeleton card"></div></div>
      <div class="ways">
        <div class="skeleton block"></div>
        <div class="skeleton block"></div>
      </div>
      ${historyOutline}
    </div>`;
  }
}

define("tessera-wallet", TesseraWallet);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-wallet": TesseraWallet;
  }
}
