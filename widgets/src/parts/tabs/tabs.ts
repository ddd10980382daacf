import { css, html, type TemplateResult } from "lit";
import { stepFor } from "../../base/keyboard.ts";

/** A row of tabs of which one is chosen. */
export interface TabRow<Tab extends string> {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: Tab;
  readonly nameOf: (tab: Tab) => string;
  readonly direction: "ltr" | "rtl";
  readonly choose: (tab: Tab) => void;
  /** Moves the keyboard to a part that an update brings. */
  readonly focusOn: (selector: string) => unknown;
}

/** Tabs above the element with the id `panel`: arrows, Home and End turn to another and keep the keyboard. */
export function tabRow<Tab extends string>(row: TabRow<Tab>): TemplateResult {
  const { label, tabs, chosen, nameOf, direction, choose, focusOn } = row;
  const turn = (event: KeyboardEvent) => {
    const at = tabs.indexOf(chosen);
    const isVertical = event.key === "ArrowUp" || event.key === "ArrowDown";
    const step = isVertical ? null : stepFor(event.key, at, { columns: tabs.length, direction });
    const next = step === null ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    focusOn(`#tab-${next}`);
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${turn}>
    ${tabs.map(
      (tab) =>
        html`<button
          class="tab"
          part="tab"
          role="tab"
          id=${`tab-${tab}`}
          aria-selected=${tab === chosen}
          aria-controls="panel"
          tabindex=${tab === chosen ? 0 : -1}
          @click=${() => choose(tab)}
        >
          ${nameOf(tab)}
        </button>`,
    )}
  </div>`;
}

export const tabStyles = css`
  .tabs {
    display: flex;
    gap: 4px;
    margin-bottom: 16px;
    overflow-x: auto;
    scrollbar-width: none;
    box-shadow: inset 0 -1px var(--_line);
  }
  .tab {
    flex: none;
    min-height: 44px;
    padding: 8px 16px;
    color: var(--_muted);
    font-weight: 550;
    border-bottom: 2px solid transparent;
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  .tab[aria-selected="true"] {
    color: var(--_ink);
    border-color: var(--_ink);
  }
`;
