import { css } from "lit";

/** Every widget's tokens. A page sets the public ones (`--tessera-…`) on any ancestor; light or dark follows its `color-scheme`. */
export const tokens = css`
  :host {
    display: block;
  }
  .root {
    all: initial;
    display: block;
    color-scheme: inherit;
    container-type: inline-size;
    --_accent: var(--tessera-accent, var(--_brand, #3457d5));
    --_on-accent: var(--tessera-on-accent, var(--_on-brand, #fff));
    --_surface: var(--tessera-surface, light-dark(#fff, #16191f));
    --_text: var(--tessera-text, light-dark(#171a21, #eef0f4));
    --_muted: var(--tessera-muted, light-dark(#596273, #a4adbb));
    --_line: var(--tessera-line, light-dark(#e4e7ec, #2c323c));
    --_edge: var(--tessera-edge, light-dark(#868e9c, #737d8c));
    --_soft: var(--tessera-soft, light-dark(#f5f6f8, #1f242c));
    --_danger: var(--tessera-danger, light-dark(#b3261e, #ff9b92));
    --_success: var(--tessera-success, light-dark(#0a6b43, #63d6a2));
    --_ink: light-dark(
      oklch(from var(--_accent) min(l, 0.48) c h),
      oklch(from var(--_accent) max(l, 0.78) c h)
    );
    --_tint: light-dark(
      color-mix(in oklab, var(--_accent) 10%, var(--_surface)),
      color-mix(in oklab, var(--_accent) 26%, var(--_surface))
    );
    --_radius: var(--tessera-radius, 12px);
    --_ease: 160ms cubic-bezier(0.2, 0, 0, 1);
    font-family: var(--tessera-font, inherit);
    font-size: var(--tessera-font-size, max(1rem, 16px));
    line-height: 1.5;
    color: var(--_text);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  h2,
  h3 {
    font-size: inherit;
    font-weight: 600;
    text-wrap: balance;
  }
  svg {
    width: 1.25em;
    height: 1.25em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :focus-visible {
    outline: 2px solid var(--_ink);
    outline-offset: 2px;
  }
  .hush {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.875em;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 1ms !important;
    }
  }
`;

const sheets = new Map<string, CSSStyleSheet>();

/** The style sheet that brings the site's brand colour, with the text colour that reads best on it. */
export function brandSheet(colour: string): CSSStyleSheet | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const known = sheets.get(colour);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  const onBrand = luminance(colour) > 0.179 ? "#000" : "#fff";
  sheet.replaceSync(`.root{--_brand:${colour};--_on-brand:${onBrand}}`);
  sheets.set(colour, sheet);
  return sheet;
}

// WCAG 2.1, relative luminance: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance. At 0.179 black and white read equally well.
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\w\w/g) ?? []).map((hex) => {
    const part = Number.parseInt(hex, 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
