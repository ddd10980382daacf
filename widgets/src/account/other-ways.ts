import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { type Texts } from "../base/texts.ts";
import { type AccountTexts } from "./account.texts.ts";
import { type DoorWay } from "./door.ts";

/** How people get in on this site. */
export type Entrance = Contract["identity"]["getEntrance"]["output"];

/** How somebody gets in: by a code, or through one of the forms with a password. */
export type Way = DoorWay | "code";

interface OtherWaysParts {
  readonly way: Way;
  /** Undefined until it has arrived. */
  readonly entrance: Entrance | undefined;
  readonly say: Texts<AccountTexts>["say"];
  readonly turn: (way: Way) => void;
}

/** Buttons to the ways besides the one that is shown; none while a password is set. */
export function otherWays({ way, entrance, say, turn }: OtherWaysParts): TemplateResult[] {
  if (way === "reset") return [];
  const { allowsPasswords = false, roles = [] } = entrance ?? {};
  const more: readonly Way[] = roles.length > 1 ? ["join"] : [];
  const ways: readonly Way[] = allowsPasswords ? ["code", "password", "join"] : ["code", ...more];
  const names = {
    code: "useCode",
    password: way === "join" ? "haveAccount" : "usePassword",
    join: "join",
  } as const;
  return ways.flatMap((other) =>
    other === way || other === "forgotten" || other === "reset"
      ? []
      : [
          html`<button class="button quiet" part="button" data-way=${other} @click=${() => turn(other)}>
            ${say(names[other])}
          </button>`,
        ],
  );
}
