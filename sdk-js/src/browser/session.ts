import { type Contract } from "../contract.ts";
import { TokenSession } from "./token-session.ts";

/** What signing in answers. */
export type SessionView = Contract["identity"]["refresh"]["output"];
export type Member = SessionView["member"];

/** Who is signed in on this page. */
export class Session extends TokenSession<SessionView> {
  /** The member signed in; null while nobody is, or not yet. */
  get member(): Member | null {
    return this.view?.member ?? null;
  }

  /** Shows a change of the member, such as a new name, without a new session. */
  update(member: Member): void {
    if (this.view) this.begin({ ...this.view, member });
  }
}
