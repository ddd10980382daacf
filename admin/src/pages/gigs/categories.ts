import { ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { failureNotice, Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { nameIn } from "./category-name.ts";
import {
  addQuestion,
  archiveQuestion,
  type Category,
  defaultsQuestion,
  editQuestion,
} from "./category-questions.ts";
import { type Direction, directions, placeAfter } from "./moves.ts";
import { gigsVoice } from "./texts.ts";

/** The tree of categories: its branches are added, renamed, moved by mouse or keyboard, and archived. */
export class AdminCategories extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @state() private isBusy = false;
  @state() private said = "";
  @state() private failure: ApiError | null = null;

  /** The tree as it is shown. */
  private shown: readonly Category[] = [];
  /** What was moved or restored, and the tree before: in the next one the focus goes to it. */
  private changed: { readonly id: string; readonly from: readonly Category[] } | null = null;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly tree = new Load<readonly Category[]>(
    this,
    () => this.desk,
    async ({ client }, options) => (await client.gigs.listSiteCategories({}, options)).items,
  );

  override render(): TemplateResult {
    const { desk } = this;
    const say = gigsVoice(desk);
    return html`<div class="page">
      <p><a href="/gigs">${say("back")}</a></p>
      <h1>${say("categories")}</h1>
      ${this.tree.show((categories) => this.content(categories))}
      ${this.failure ? failureNotice(desk, this.failure) : nothing}
      <p class="quiet" role="status">${this.said}</p>
      ${this.dialog.show()}
    </div>`;
  }

  override updated(): void {
    const { changed } = this;
    if (!changed || this.shown === changed.from) return;
    this.changed = null;
    this.querySelector<HTMLElement>(`[data-id="${changed.id}"]`)?.focus();
  }

  private readonly reload = () => this.tree.reload();

  private content(categories: readonly Category[]): TemplateResult {
    this.shown = categories;
    const { desk } = this;
    const say = gigsVoice(desk);
    const mayChange = may(desk, "gigs.categories");
    return html`${
      mayChange
        ? html`<div class="row">
            <button
              type="button"
              class="button"
              @click=${() => this.dialog.ask(addQuestion(desk, null, this.reload))}
            >
              ${say("add")}
            </button>
            <button
              type="button"
              class="quiet-button"
              @click=${() => this.dialog.ask(defaultsQuestion(desk, this.reload))}
            >
              ${say("addDefaults")}
            </button>
          </div>`
        : nothing
    }
    ${
      categories.length === 0
        ? html`<p class="quiet">${say("empty")}</p>`
        : html`${mayChange ? html`<p class="quiet" id="tree-hint">${say("treeHint")}</p>` : nothing}
            <ul class="category-tree" aria-label=${say("tree")}>
              ${this.branch(categories, null, mayChange)}
            </ul>`
    }`;
  }

  private branch(categories: readonly Category[], parentId: string | null, mayChange: boolean): unknown {
    return repeat(
      categories.filter((each) => each.parentId === parentId),
      ({ id }) => id,
      (category) => {
        const hasChildren = categories.some((each) => each.parentId === category.id);
        return html`<li>
          ${this.row(categories, category, mayChange)}
          ${
            hasChildren
              ? html`<ul>
                  ${this.branch(categories, category.id, mayChange)}
                </ul>`
              : nothing
          }
        </li>`;
      },
    );
  }

  private row(categories: readonly Category[], category: Category, mayChange: boolean): TemplateResult {
    const { desk } = this;
    const say = gigsVoice(desk);
    const name = nameIn(desk.language, category.names);
    const count = new Intl.NumberFormat(desk.language).format(category.gigs);
    return html`<div
      class="category"
      data-id=${category.id}
      tabindex=${mayChange ? "0" : nothing}
      role="group"
      aria-label=${name}
      aria-describedby=${mayChange ? "tree-hint" : nothing}
      @keydown=${(event: KeyboardEvent) => this.pressed(event, categories, category)}
    >
      <span class="category-name"
        ><bdi>${name}</bdi> <span class="quiet" dir="ltr">${category.slug}</span></span
      >
      ${category.isArchived ? html`<span class="chip">${say("archived")}</span>` : nothing}
      <span class="quiet">${say("gigCount", { count })}</span>
      ${mayChange ? this.actions(categories, category, name) : nothing}
    </div>`;
  }

  private actions(categories: readonly Category[], category: Category, name: string): TemplateResult {
    const { desk } = this;
    const say = gigsVoice(desk);
    const [inward, outward] = desk.language === "ar" ? ["⇤", "⇥"] : ["⇥", "⇤"];
    const arrows = { up: "↑", down: "↓", inward, outward } as const;
    const button = (label: string, act: () => void, { sign = label, isOff = false } = {}) =>
      html`<button
        type="button"
        class="quiet-button"
        aria-label="${label}: ${name}"
        title=${label}
        ?disabled=${isOff}
        @click=${act}
      >
        ${sign}
      </button>`;
    return html`<span class="row">
      ${directions.map((direction) =>
        button(say(direction), () => void this.move(categories, category, direction), {
          sign: arrows[direction],
          isOff: placeAfter(categories, category.id, direction) === null,
        }),
      )}
      ${button(say("addBelow"), () => this.dialog.ask(addQuestion(desk, category.id, this.reload)), {
        isOff: category.depth === 4,
      })}
      ${button(say("edit"), () => this.dialog.ask(editQuestion(desk, category, this.reload)))}
      ${
        category.isArchived
          ? button(say("restore"), () => void this.restore(category))
          : button(say("archive"), () => this.dialog.ask(archiveQuestion(desk, category, this.reload)))
      }
    </span>`;
  }

  private pressed(event: KeyboardEvent, categories: readonly Category[], category: Category): void {
    if (!event.altKey || event.target !== event.currentTarget) return;
    const isRtl = getComputedStyle(this).direction === "rtl";
    const keys: Readonly<Record<string, Direction>> = {
      ArrowUp: "up",
      ArrowDown: "down",
      [isRtl ? "ArrowLeft" : "ArrowRight"]: "inward",
      [isRtl ? "ArrowRight" : "ArrowLeft"]: "outward",
    };
    const direction = keys[event.key];
    if (!direction) return;
    event.preventDefault();
    void this.move(categories, category, direction);
  }

  private async move(
    categories: readonly Category[],
    { id, names }: Category,
    direction: Direction,
  ): Promise<void> {
    const place = placeAfter(categories, id, direction);
    if (!place) return;
    const { desk } = this;
    await this.act(id, () => desk.client.gigs.moveCategory({ id, ...place }));
    if (!this.failure) this.said = gigsVoice(desk)("moved", { name: nameIn(desk.language, names) });
  }

  private restore({ id }: Category): Promise<void> {
    return this.act(id, () => this.desk.client.gigs.restoreCategory({ id }));
  }

  /** Does one thing at a time and shows the tree as it then is, the focus where it was. */
  private async act(id: string, work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    this.said = "";
    try {
      await work();
      this.changed = { id, from: this.shown };
      this.tree.reload();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = thrown;
    } finally {
      this.isBusy = false;
    }
  }
}
