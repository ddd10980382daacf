import { type ApiError } from "@tessera/sdk/browser";
import { css, html, nothing, type TemplateResult } from "lit";
import { type BaseTexts } from "../base/base.texts.ts";
import { stateOf } from "../base/failure.ts";
import { type Say } from "../base/texts.ts";
import { icon } from "./icon.ts";

/** One sentence the person should notice, with what can be done about it. */
export const notice = (sentence: string, action: TemplateResult | typeof nothing = nothing): TemplateResult =>
  html`<div class="notice" part="notice">
    ${icon("info")}
    <p>${sentence}</p>
    ${action}
  </div>`;

/** A failure as the person sees it: what is wrong, what to do, and the number to name when asking for help. */
export function failureNotice(
  failure: ApiError,
  say: Say<BaseTexts>,
  sentence: string,
  retry?: () => void,
): TemplateResult {
  const state = stateOf(failure);
  const text = state === "offline" ? say("offline") : state === "unlicensed" ? say("unlicensed") : sentence;
  const canRetry = retry && (state === "error" || state === "offline");
  return html`<div class="notice bad" part="notice" role="alert">
    ${icon("warning")}
    <p>
      ${text}
      ${
        failure.status >= 500 && failure.requestId
          ? html`<span class="small muted">${say("requestId", { id: failure.requestId })}</span>`
          : nothing
      }
    </p>
    ${canRetry ? html`<button class="button" part="button" @click=${retry}>${say("retry")}</button>` : nothing}
  </div>`;
}

export const noticeStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 12px 16px;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .notice p {
    flex: 1 1 14em;
  }
  .notice span {
    display: block;
  }
  .notice.bad > svg {
    color: var(--_danger);
  }
  .notice.good > svg {
    color: var(--_success);
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
    padding: 8px 4px 0;
    min-height: 32px;
    line-height: 24px;
  }
  @container (width < 24em) {
    .footer span + span {
      display: none;
    }
  }
`;
