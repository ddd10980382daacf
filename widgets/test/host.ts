import { booking, member, offer } from "./coach.ts";
import { type Answers, type OutputOf } from "./fake-api.ts";

export const hours: OutputOf<"scheduling.getHours"> = {
  hostId: member.id,
  timeZone: "Europe/Berlin",
  isAccepting: true,
  hours: [1, 2, 3, 4].map((weekday) => ({
    weekday,
    startMinute: 540,
    endMinute: 1020,
    validFrom: null,
    validUntil: null,
  })),
  stays: [],
  version: 4,
};

export const profile: OutputOf<"people.getProfile"> = {
  id: member.id,
  name: member.name,
  headline: "",
  bio: "",
  expertise: [],
  languages: [],
  countries: [],
  socials: {},
  photoUrl: null,
  isHidden: false,
  isPhotoInWork: false,
  isListed: true,
  fromPrice: null,
  rating: null,
  ratingCount: 0,
  answerMinutes: null,
  completeness: { percent: 20, missing: [] },
  version: 1,
};

export const application = (
  state: "applied" | "approved",
): OutputOf<"people.listApplications">["items"][number] => ({
  id: "0195a000-0000-7000-8000-0000000000b1",
  memberId: member.id,
  role: "coach",
  state,
  note: "",
  reason: null,
  appliedAt: "2026-03-01T09:00:00.000Z",
  decidedAt: null,
});

export const override: OutputOf<"scheduling.createOverride"> = {
  id: "0195a000-0000-7000-8000-0000000000b2",
  hostId: member.id,
  date: "2026-03-20",
  hours: [{ startMinute: 600, endMinute: 720 }],
};

export const vacation: OutputOf<"scheduling.listVacations">["items"][number] = {
  id: "0195a000-0000-7000-8000-0000000000b3",
  hostId: member.id,
  from: "2026-03-09",
  until: "2026-03-13",
};

const hosted = { ...booking, hostId: member.id, clientId: offer.hostId };

/** An approved host with weekly hours, one day of its own, one vacation and a session inside it. */
export const hostAnswers: Answers = {
  "scheduling.getHours": () => hours,
  "scheduling.replaceHours": ({ timeZone, isAccepting = true, hours: rules, stays = [], version = 0 }) => ({
    hostId: member.id,
    timeZone,
    isAccepting,
    hours: rules.map(({ validFrom = null, validUntil = null, ...rule }) => ({
      ...rule,
      validFrom,
      validUntil,
    })),
    stays: stays.map(({ until = null, ...stay }) => ({ ...stay, until })),
    version: version + 1,
  }),
  "people.getProfile": () => profile,
  "people.listApplications": () => ({ items: [application("approved")], nextCursor: null }),
  "scheduling.listHostOffers": () => ({
    items: [
      {
        ...offer,
        hostId: member.id,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        stepMinutes: null,
        noticeMinutes: 60,
        horizon: null,
        limits: {},
        isActive: true,
        isHidden: false,
        version: 1,
      },
    ],
    nextCursor: null,
  }),
  "scheduling.listOverrides": () => ({ items: [override], nextCursor: null }),
  "scheduling.createOverride": ({ date, hours: own }) => ({ ...override, date, hours: own }),
  "scheduling.deleteOverride": ({ id }) => ({ id }),
  "scheduling.listVacations": () => ({ items: [vacation], nextCursor: null }),
  "scheduling.createVacation": ({ from, until }) => ({ ...vacation, from, until, bookings: [hosted] }),
  "scheduling.deleteVacation": ({ id }) => ({ id }),
  "scheduling.listBookings": () => ({
    items: [{ ...hosted, hostName: member.name, clientName: "Noor Haddad" }],
    nextCursor: null,
  }),
  "scheduling.getCalendarFeed": () => ({ url: "https://api.test/calendars/token.ics" }),
};
