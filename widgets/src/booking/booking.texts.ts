import { type TextSource } from "../base/texts.ts";

const en = {
  nothingToBook: "Nothing can be booked here at the moment.",
  chooseTime: "Choose a time",
  timesOn: "Times on {date}",
  dayWithTimes: { one: "{date}, {count} time", other: "{date}, {count} times" },
  dayWithout: "{date}, no times",
  previousMonth: "Previous month",
  nextMonth: "Next month",
  previousWeek: "Previous week",
  nextWeek: "Next week",
  chooseOffer: "What would you like to book?",
  noTimes: "There are no free times in {month}.",
  noTimesInWeek: "There are no free times in this week.",
  showNext: "Show {month}",
  timeZone: "Time zone",
  free: "Free of charge",
  holding: "Keeping this time for you",
  changeTime: "Choose another time",
  heldFor: "Kept for you for {time}",
  holdEnding: {
    one: "This time is kept for {count} more minute.",
    other: "This time is kept for {count} more minutes.",
  },
  holdEnded: "The time you chose is no longer kept for you. Please choose again.",
  slotTaken: "Somebody else just took that time. Please choose another one.",
  yourDetails: "Your details",
  book: "Book this time",
  goOnToPay: "Continue to payment",
  payment: "Payment",
} as const;

export type BookingTexts = typeof en;

/** What the booking widget says until a time is kept. */
export const bookingTexts: TextSource<BookingTexts> = {
  en,
  "zh-CN": () => import("./booking.texts.zh-cn.ts"),
  ar: () => import("./booking.texts.ar.ts"),
};
