import { assert } from "chai";
import { TesseraAccount } from "../src/account/account.ts";
import { TesseraBooking } from "../src/booking/booking.ts";
import { TesseraBookings } from "../src/bookings/bookings.ts";
import { TesseraChat } from "../src/chat/chat.ts";
import { TesseraCheckout } from "../src/checkout/checkout.ts";
import { TesseraGig } from "../src/gig/gig.ts";
import { TesseraGigs } from "../src/gigs/gigs.ts";
import { TesseraHours } from "../src/hours/hours.ts";
import { TesseraMatch } from "../src/match/match.ts";
import { TesseraNotifications } from "../src/notifications/notifications.ts";
import { TesseraOrders } from "../src/orders/orders.ts";
import { TesseraPeople } from "../src/people/people.ts";
import { TesseraProfile } from "../src/profile/profile.ts";
import { TesseraWallet } from "../src/wallet/wallet.ts";
import { type Scene } from "../states/scene.ts";
import { walk } from "../states/walk.ts";
import { goodAnswers, session } from "./coach.ts";
import { type Answers } from "./fake-api.ts";
import { type Stage, stage } from "./stage.ts";

const elements = [
  TesseraAccount,
  TesseraBooking,
  TesseraBookings,
  TesseraChat,
  TesseraCheckout,
  TesseraGig,
  TesseraGigs,
  TesseraHours,
  TesseraMatch,
  TesseraNotifications,
  TesseraOrders,
  TesseraPeople,
  TesseraProfile,
  TesseraWallet,
];

/** Puts a widget into one of its states, in a language; what the API answers may be changed on its way. */
export async function showScene(
  tag: string,
  scene: Scene,
  locale: string,
  changed: (answers: Answers) => Answers = (answers) => answers,
): Promise<Stage> {
  const { attributes = {}, answers = () => ({}), isSignedIn = false, address, steps = [], state } = scene;
  const { uploads = null } = scene;
  if (address) history.replaceState(null, "", location.pathname + address);
  const set = await stage(tag, {
    locale,
    attributes,
    answers: changed({
      ...goodAnswers,
      "scheduling.listHostOffers": () => ({ items: [], nextCursor: null }),
      ...answers(),
    }),
    before: (page) => {
      if (isSignedIn) page.session.begin(session);
    },
  });
  const { shadowRoot } = set.widget;
  assert.isTrue(elements.some((element) => set.widget instanceof element));
  set.api.fileRefusal = uploads;
  await walk(shadowRoot ?? set.widget, steps);
  await set.until(() => set.widget.getAttribute("state") === state);
  if (state !== "loading") await set.until(() => set.find(".root").lang === locale);
  return set;
}
