import { LitElement } from "lit";

/** A part of the app. All of it is one page with one style sheet, so nothing hides in shadow roots: password managers and labels find everything. */
export abstract class AdminElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
