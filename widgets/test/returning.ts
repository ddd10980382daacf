import { assert } from "chai";
import { type Stage, strike } from "./stage.ts";

/** A booking that is begun in a widget and paid elsewhere. */
interface Returning {
  /** Opens the widget and begins a booking with somebody. */
  readonly begin: () => Promise<Stage>;
  /** Opens the widget in the same tab once more. */
  readonly visit: () => Promise<Stage>;
  readonly personId: string;
}

/** Throws unless a booking is open again when the page comes back from paying, and on no other visit of the tab. */
export async function assertOpenAfterPaying({ begin, visit, personId }: Returning): Promise<void> {
  const set = await begin();
  await set.until(() => set.find("tessera-booking"));
  const kept = Object.fromEntries(Object.entries(sessionStorage));
  const again = () => {
    strike();
    Object.assign(sessionStorage, kept);
    return visit();
  };
  assert.isEmpty((await again()).all("tessera-booking"));
  history.replaceState(null, "", "?tessera_return=code-1");
  const back = await again();
  await back.until(() => back.find("tessera-booking"));
  assert.equal(back.find("tessera-booking").getAttribute("host"), personId);
}
