import { type PersonalData } from "../../platform/module.ts";
import { presentBooking, type ShownBooking, shownColumns } from "./bookings/booking-view.ts";
import { presentOverride } from "./hours/override-view.ts";
import { presentHold } from "./holds/hold-view.ts";
import { Booking } from "./models/booking.ts";
import { DateOverride } from "./models/date-override.ts";
import { Hold } from "./models/hold.ts";
import { Host } from "./models/host.ts";
import { HostStay } from "./models/host-stay.ts";
import { SessionOffer } from "./models/session-offer.ts";
import { Vacation } from "./models/vacation.ts";
import { WeeklyHours } from "./models/weekly-hours.ts";
import { presentHostOffer } from "./offers/present-offer.ts";

/** What scheduling holds about a member: the calendar, offers, holds and bookings. */
export const personalData: PersonalData = {
  async export(scope, memberId) {
    const [calendar] = await scope.read`select time_zone, is_accepting from ${Host} h where id = ${memberId}`;
    const hours = await scope.read`
      select weekday, start_minute, end_minute, valid_from, valid_until from ${WeeklyHours} w where host_id = ${memberId}`;
    const stays =
      await scope.read`select time_zone, from_on, until_on from ${HostStay} s where host_id = ${memberId}`;
    const vacations =
      await scope.read`select from_on, until_on from ${Vacation} v where host_id = ${memberId}`;
    const overrides =
      await scope.read<DateOverride>`select * from ${DateOverride} o where host_id = ${memberId}`;
    const offers =
      await scope.read<SessionOffer>`select * from ${SessionOffer} o where host_id = ${memberId}`;
    const holds = await scope.read<Hold>`select * from ${Hold} h where member_id = ${memberId}`;
    const bookings = await scope.read<ShownBooking>`
      select ${shownColumns} from ${Booking} b where b.client_id = ${memberId} or b.host_id = ${memberId}`;
    return {
      calendar: calendar ?? null,
      hours,
      stays,
      vacations,
      overrides: overrides.map(presentOverride),
      offers: offers.map(presentHostOffer),
      holds: holds.map((hold) => presentHold(hold, scope.now)),
      bookings: bookings.map(presentBooking),
    };
  },

  async erase(scope, memberId) {
    await scope.query(WeeklyHours).where({ hostId: memberId }).delete();
    await scope.query(HostStay).where({ hostId: memberId }).delete();
    await scope.query(DateOverride).where({ hostId: memberId }).delete();
    await scope.query(Vacation).where({ hostId: memberId }).delete();
    await scope.query(SessionOffer).where({ hostId: memberId }).delete();
    await scope.query(Host).where({ id: memberId }).patch({ isAccepting: false, timeZone: "UTC" });
    await scope.query(Hold).where({ memberId }).whereNot({ state: "live" }).delete();
    // Bookings belong to two people and to the books; they name members by id alone.
    await scope
      .query(Booking)
      .where({ clientId: memberId, cancelledBy: "client" })
      .patch({ cancelReason: null });
    await scope
      .query(Booking)
      .where({ hostId: memberId, cancelledBy: "provider" })
      .patch({ cancelReason: null });
  },

  async blockers(scope, memberId) {
    const open = await scope.read`
      select 1 from ${Booking} b
      where (b.client_id = ${memberId} or b.host_id = ${memberId}) and b.state in ('pending', 'confirmed') limit 1`;
    return open.length > 0 ? ["Bookings of this member are still to come or to be completed."] : [];
  },

  retentionDays: { holds: 1 },
};
