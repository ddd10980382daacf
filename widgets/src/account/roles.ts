import { type PanelHost } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { roleTexts, type RoleTexts } from "./role.texts.ts";

/** What the roles of a site are called in the page's language; one without a name of ours keeps its own. */
export class RoleNames {
  readonly #texts: Texts<RoleTexts>;

  constructor(host: PanelHost) {
    this.#texts = new Texts(host, roleTexts);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  nameOf(role: string): string {
    return isKnown(role) ? this.#texts.say(role) : role;
  }
}

const isKnown = (role: string): role is keyof RoleTexts => role in roleTexts.en;
