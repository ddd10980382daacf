// A tenant's own code around the widgets, compiled against the packed SDK.
import { type TesseraBookingElement } from "@tessera/sdk/elements";

const booking = document.createElement("tessera-booking");
booking.span = "week";
// @ts-expect-error there is no such span
booking.span = "year";
// @ts-expect-error how a widget stands is its own to say
booking.state = "done";

document.addEventListener("click", ({ target }) => {
  const found: TesseraBookingElement | null =
    target instanceof HTMLElement ? target.closest("tessera-booking") : null;
  if (found?.state === "ready") found.timeZone = "Europe/Berlin";
});

booking.addEventListener("tessera-booking-confirmed", ({ detail }) => {
  document.title = detail.startsAt.slice(0, 10);
  // @ts-expect-error the event tells no name
  document.title = detail.name;
});
