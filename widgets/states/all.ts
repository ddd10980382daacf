import { accountScenes } from "./account.ts";
import { bookingScenes } from "./booking.ts";
import { bookingsScenes } from "./bookings.ts";
import { chatScenes } from "./chat.ts";
import { checkoutScenes } from "./checkout.ts";
import { gigScenes } from "./gig.ts";
import { gigsScenes } from "./gigs.ts";
import { hoursScenes } from "./hours.ts";
import { matchScenes } from "./match.ts";
import { notificationsScenes } from "./notifications.ts";
import { ordersScenes } from "./orders.ts";
import { peopleScenes } from "./people.ts";
import { profileScenes } from "./profile.ts";
import { walletScenes } from "./wallet.ts";
import { type WidgetScenes } from "./scene.ts";

/** Every state of every widget. */
export const allScenes: readonly WidgetScenes[] = [
  accountScenes,
  bookingScenes,
  bookingsScenes,
  chatScenes,
  checkoutScenes,
  gigScenes,
  gigsScenes,
  hoursScenes,
  matchScenes,
  notificationsScenes,
  ordersScenes,
  peopleScenes,
  profileScenes,
  walletScenes,
];
