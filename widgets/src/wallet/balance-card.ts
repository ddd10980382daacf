import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { dateFormat } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { formatUnits } from "./amount.ts";
import { type WalletTexts } from "./wallet.texts.ts";

type Balance = Contract["money"]["getWallet"]["output"]["balances"][number];

/** What a member has of one unit. */
export function balanceCard(
  { unit, available, held, pendingPayout, expiring }: Balance,
  { say, tag, timeZone }: { readonly say: Say<WalletTexts>; readonly tag: string; readonly timeZone: string },
): TemplateResult {
  const written = (amount: number) => formatUnits(tag, amount, unit);
  const date = dateFormat(tag, { dateStyle: "long", timeZone });
  return html`<li class="balance" part="balance" data-unit=${unit}>
    <p class="small muted">${unit === "credits" ? say("credits") : unit}</p>
    <p class="amount"><bdi>${written(available)}</bdi></p>
    ${held > 0 ? html`<p class="small">${say("held", { amount: written(held) })}</p>` : nothing}
    ${
      pendingPayout > 0
        ? html`<p class="small">${say("pendingPayout", { amount: written(pendingPayout) })}</p>`
        : nothing
    }
    ${expiring.map(
      ({ amount, expiresAt }) =>
        html`<p class="small expiring">
          ${say("expiring", { amount: written(amount), date: date.format(Date.parse(expiresAt)) })}
        </p>`,
    )}
  </li>`;
}
