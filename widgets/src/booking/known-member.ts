import { type Member } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { type Say } from "../base/texts.ts";
import { type BookingTexts } from "./booking.texts.ts";

/** What the step needs. */
export interface KnownMember {
  readonly member: Member;
  readonly say: Say<BookingTexts>;
  /** What the button says that goes on. */
  readonly submit: string;
  readonly isBusy: boolean;
  readonly goOn: () => void;
  readonly forget: () => void;
}

/** Somebody who is signed in goes on with one press, or says that they are somebody else. */
export const knownMember = ({ member, say, submit, isBusy, goOn, forget }: KnownMember): TemplateResult =>
  html`<p>${say("bookingAs", { name: member.name, email: member.email })}</p>
    <div class="actions">
      <button class="button primary" part="button" aria-busy=${isBusy} @click=${goOn}>${submit}</button>
      <button class="button quiet" part="button" @click=${forget}>${say("notYou")}</button>
    </div>`;
