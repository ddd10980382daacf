import { createHash } from "node:crypto";
import { formatAmount } from "../../../money.ts";
import { type StoredCheckout } from "./books.ts";
import { deliveries, testCards } from "./cards.ts";
import { type PageTexts, textsFor } from "./texts.ts";

const style = `
:root { color-scheme: light dark; --text: light-dark(#1d2433, #e6e9f0); --quiet: light-dark(#566074, #a4adbf);
  --surface: light-dark(#fff, #171b24); --ground: light-dark(#f3f5f9, #0d1017); --line: light-dark(#c4cbd8, #3a4356);
  --accent: light-dark(#2b50c8, #9db4ff); --on-accent: light-dark(#fff, #0d1017); --alarm: light-dark(#a3172c, #ff9dab); }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); }
main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
.notice, .quiet { color: var(--quiet); margin: 0 0 1rem; }
.sale { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem; background: var(--surface);
  border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
.sale strong { white-space: nowrap; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; }
legend, .label { font-weight: 600; padding: 0; margin: 0 0 .5rem; display: block; }
.choice { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; padding: .5rem .75rem; margin: 0 0 .5rem;
  background: var(--surface); border: 1px solid var(--line); border-radius: .5rem; cursor: pointer; }
.choice:has(:checked) { border-color: var(--accent); outline: 1px solid var(--accent); }
.choice input { accent-color: var(--accent); width: 1.15rem; height: 1.15rem; flex: none; margin: 0; }
.choice bdi { font-variant-numeric: tabular-nums; }
.choice small { display: block; color: var(--quiet); font-size: .9rem; }
select, button { font: inherit; min-height: 2.75rem; border-radius: .5rem; border: 1px solid var(--line); width: 100%; padding: .5rem .75rem;
  color: inherit; background: var(--surface); }
button { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; margin: 1rem 0 0; }
button.plain { background: transparent; color: var(--accent); }
.alarm { color: var(--alarm); border: 1px solid currentColor; border-radius: .5rem; padding: .75rem; margin: 0 0 1rem; }
a { color: var(--accent); display: inline-block; padding: .75rem 0; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** What a page is shown with: a complaint of the step before, if there was one. */
export type Complaint = "declined" | "noCard" | null;

/** A page with the policy it is served under: no script at all, its own style, forms to itself and the way back. */
export interface Page {
  readonly html: string;
  readonly policy: string;
}

/** The page of a checkout, in the language its merchant asked for. */
export function checkoutPage(checkout: StoredCheckout, complaint: Complaint): Page {
  const { command, state } = checkout;
  const texts = textsFor(command.locale);
  const amount = formatAmount(texts.language, command);
  const sale = `<p class="sale"><span dir="auto">${escaped(command.description)}</span><strong>${escaped(amount)}</strong></p>`;
  const back = (text: string) =>
    `<a href="${escaped(command.returnUrl)}" rel="noreferrer">${escaped(text)}</a>`;
  switch (state) {
    case "open":
      return shell(texts, command.returnUrl, {
        title: texts.title,
        body: sale + cardForm(texts, amount, complaint) + back(texts.back),
      });
    case "confirming":
      return shell(texts, command.returnUrl, {
        title: texts.confirmTitle,
        body: `${sale}<p>${escaped(texts.confirmText(amount))}</p><form method="post">
<button name="step" value="confirm">${escaped(texts.confirm)}</button>
<button class="plain" name="step" value="refuse">${escaped(texts.refuse)}</button></form>`,
      });
    case "expired":
      return shell(texts, command.returnUrl, {
        title: texts.closedTitle,
        body: `${sale}<p>${escaped(texts.closedText)}</p>${back(texts.back)}`,
      });
    case "processing":
    case "paid":
      return shell(texts, command.returnUrl, {
        title: texts.paidTitle,
        body: `${sale}<p>${escaped(texts.paidText)}</p>${back(texts.back)}`,
      });
  }
}

/** The page of an address that is none. */
export function missingPage(locale: string): Page {
  const texts = textsFor(locale);
  return shell(texts, null, { title: texts.missingTitle, body: `<p>${escaped(texts.missingText)}</p>` });
}

function cardForm(texts: PageTexts, amount: string, complaint: Complaint): string {
  const cards = testCards.map(
    ({ number, outcome }, index) => `<label class="choice">
<input type="radio" name="card" value="${outcome}" required${index === 0 ? " checked" : ""}>
<span><bdi dir="ltr">${number}</bdi><small>${escaped(texts.cards[outcome])}</small></span></label>`,
  );
  const ways = deliveries.map((way) => `<option value="${way}">${escaped(texts.deliveries[way])}</option>`);
  const alarm = complaint === null ? "" : `<p class="alarm" role="alert">${escaped(texts[complaint])}</p>`;
  return `${alarm}<form method="post"><fieldset><legend>${escaped(texts.chooseCard)}</legend>${cards.join("")}</fieldset>
<label><span class="label">${escaped(texts.events)}</span><select name="delivery">${ways.join("")}</select></label>
<button>${escaped(texts.pay(amount))}</button></form>`;
}

function shell(
  texts: PageTexts,
  returnUrl: string | null,
  { title, body }: { title: string; body: string },
): Page {
  // Browsers hold a form to its policy even after the redirect that follows it.
  const actions = returnUrl === null ? "'none'" : `'self' ${new URL(returnUrl).origin}`;
  return {
    policy: `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${actions}; base-uri 'none'; frame-ancestors 'none'`,
    html: `<!doctype html><html lang="${texts.language}" dir="${texts.direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1><p class="notice">${escaped(texts.notice)}</p>${body}</main></body></html>`,
  };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => entities[letter]!);
