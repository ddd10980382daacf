import { html, type TemplateResult } from "lit";
import { apiUrl } from "../base/api-url.ts";
import { type Desk } from "../base/desk.ts";
import { copyButton } from "./copy-button.ts";

/** The two lines that put a booking calendar on a page of the tenant's own. */
export function snippet(desk: Desk, key: string): TemplateResult {
  const { say } = desk;
  const lines = [
    `<script type="module" src="${apiUrl()}/widgets/v1/tessera.js" data-key="${key}"></script>`,
    `<tessera-booking host="…"></tessera-booking>`,
  ].join("\n");
  return html`<section class="card" aria-labelledby="embed-title">
    <h2 id="embed-title">${say("embedTitle")}</h2>
    <p class="quiet">${say("embedLead")}</p>
    <pre dir="ltr" tabindex="0"><code>${lines}</code></pre>
    <p>${copyButton(desk, lines)}</p>
  </section>`;
}

/** The key that pages of the site may show, for those who may see keys. */
export async function publishableKey(
  { client }: Desk,
  options: { readonly signal: AbortSignal },
): Promise<string | null> {
  const { items } = await client.tenancy.listKeys({ limit: 100 }, options);
  return items.find(({ kind, revokedAt }) => kind === "publishable" && !revokedAt)?.token ?? null;
}
