// A tenant's React page, compiled against the packed SDK.
import { type WidgetProps } from "@tessera/sdk/react";

const everyTime: WidgetProps<"tessera-booking"> = { span: "week", "time-zone": "Europe/Berlin" };

export const page = (told: (startsAt: string) => void) => (
  <main>
    <tessera-booking
      className="wide"
      host="0195f0c2-6a1e-7c44-b6e3-2f6d7f0c9a11"
      {...everyTime}
      aria-label="Book"
      ontessera-booking-confirmed={({ detail }) => told(detail.startsAt)}
    />
    <tessera-people
      address
      max-price={120}
      sort="price"
      ontessera-slot-held={({ detail }) => told(detail.expiresAt)}
    />
    <tessera-checkout ref={(checkout) => void checkout?.state} />
    <tessera-account guard>
      <p>Only for members</p>
    </tessera-account>
  </main>
);

export const wrong = (
  <main>
    {/* @ts-expect-error there is no such span */}
    <tessera-booking span="year" />
    {/* @ts-expect-error a property's name is no attribute's */}
    <tessera-booking timeZone="Europe/Berlin" />
    {/* @ts-expect-error the detail holds a text */}
    <tessera-booking ontessera-booking-confirmed={({ detail }) => detail.startsAt.getTime()} />
    {/* @ts-expect-error a price is a number */}
    <tessera-people max-price="cheap" />
    {/* @ts-expect-error there is no such tag */}
    <tessera-bookings-list />
  </main>
);
