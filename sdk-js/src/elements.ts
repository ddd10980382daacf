// Generated from the widgets by `npm run element-types`. Do not edit.
import { type MarkReadOutput, type RedeemCodeOutput } from "./contract.ts";

/** Somebody applied to offer services in a role, or applied again. */
export type ApplicationSentEvent = CustomEvent<{ readonly applicationId: string; readonly role: string }>;

/** The session is about to be called off. Cancel it to stop. */
export type BeforeBookingCancelEvent = CustomEvent<{ readonly bookingId: string; readonly orderId: string }>;

/** Booking a session with somebody is about to begin. Cancel it to stop. */
export type BeforeBookingOpenEvent = CustomEvent<{ readonly personId: string }>;

/** The member is about to leave for the pay page of a package. Cancel it to stop. */
export type BeforeCreditsBuyEvent = CustomEvent<{ readonly packageId: string }>;

/** A gig is about to be opened. Cancel it to stop, for example to show it on the page's own terms. */
export type BeforeGigOpenEvent = CustomEvent<{ readonly gigId: string }>;

/** Somebody is about to order a package of a gig, with extras. Cancel it to stop, for example to order it on the page's own terms. */
export type BeforeGigOrderEvent = CustomEvent<{ readonly gigId: string; readonly packageId: string; readonly extraIds: readonly string[] }>;

/** A piece of news is about to be opened. Cancel it to stop, for example to show what it is about on the page's own terms. */
export type BeforeNotificationOpenEvent = CustomEvent<{ readonly notificationId: string; readonly about: { readonly kind: string; readonly id: string } }>;

/** An order is about to be called off. Cancel it to stop. */
export type BeforeOrderCancelEvent = CustomEvent<{ readonly orderId: string }>;

/** An order is about to be opened. Cancel it to stop, for example to show it on the page's own terms. */
export type BeforeOrderOpenEvent = CustomEvent<{ readonly orderId: string }>;

/** The visitor is about to leave for the pay page. Cancel it to stop. */
export type BeforeOrderPayEvent = CustomEvent<{ readonly orderId: string }>;

/** Somebody's profile is about to be opened. Cancel it to stop, for example to show the person on the page's own terms. */
export type BeforePersonOpenEvent = CustomEvent<{ readonly personId: string }>;

/** A time is about to be kept. Cancel it to stop, for example to ask for consent first. */
export type BeforeSlotHoldEvent = CustomEvent<{ readonly offerId: string; readonly startsAt: string }>;

/** The session is called off; `refundMinor` goes back to the buyer. */
export type BookingCancelledEvent = CustomEvent<{ readonly bookingId: string; readonly orderId: string; readonly refundMinor: number }>;

/** The session is agreed. */
export type BookingConfirmedEvent = CustomEvent<{ readonly bookingId: string; readonly orderId: string; readonly startsAt: string }>;

/** One side answered a proposal of a new time; the session is at `startsAt` now. */
export type BookingMovedEvent = CustomEvent<{ readonly bookingId: string; readonly orderId: string; readonly startsAt: string }>;

/** Booking a session with somebody began, here or on the page it leads to. */
export type BookingOpenedEvent = CustomEvent<{ readonly personId: string }>;

/** The member redeemed a code: a campaign's brought credits at once, another member's says who brought them. */
export type CodeRedeemedEvent = CustomEvent<RedeemCodeOutput>;

/** A conversation is shown. */
export type ConversationOpenedEvent = CustomEvent<{ readonly conversationId: string }>;

/** Somebody chose a package of a gig and goes on to order it. */
export type GigChosenEvent = CustomEvent<{ readonly gigId: string; readonly packageId: string; readonly extraIds: readonly string[]; readonly totalMinor: number; readonly currency: string }>;

/** A gig was opened, here or on the page it leads to. */
export type GigOpenedEvent = CustomEvent<{ readonly gigId: string }>;

/** A host's weekly hours, a single day or a vacation changed. */
export type HoursChangedEvent = CustomEvent<{ readonly hostId: string }>;

/** The ten who fit best are on screen, or the best rated in their place; `personIds` in their order. */
export type MatchesShownEvent = CustomEvent<{ readonly source: "fallback" | "scored"; readonly personIds: readonly string[] }>;

/** Name, language, zone, currency, visibility or roles of the member changed. */
export type MemberChangedEvent = CustomEvent<{ readonly memberId: string }>;

/** The visitor proved an e-mail address and is signed in. */
export type MemberSignedInEvent = CustomEvent<{ readonly memberId: string }>;

/** Nobody is signed in on this page any more. */
export type MemberSignedOutEvent = CustomEvent<{ readonly memberId: string }>;

/** An e-mail address is confirmed by the link from its mail; `memberId` is null when its owner is not signed in here. */
export type MemberVerifiedEvent = CustomEvent<{ readonly memberId: string | null }>;

/** A message of the member's was sent. */
export type MessageSentEvent = CustomEvent<{ readonly conversationId: string; readonly messageId: string }>;

/** A piece of news was opened, and counts as read. */
export type NotificationOpenedEvent = CustomEvent<{ readonly notificationId: string; readonly about: { readonly kind: string; readonly id: string } }>;

/** The member did something about an order, such as `deliver` or `accept`, and it stands there now. */
export type OrderChangedEvent = CustomEvent<{ readonly orderId: string; readonly action: string; readonly state: string }>;

/** The order was not paid in time; what it kept is free again. */
export type OrderExpiredEvent = CustomEvent<{ readonly orderId: string }>;

/** An order was opened, here or on the page it leads to. */
export type OrderOpenedEvent = CustomEvent<{ readonly orderId: string }>;

/** The order is paid, or costs nothing and is agreed. */
export type OrderPaidEvent = CustomEvent<{ readonly orderId: string; readonly bookingId: string | null }>;

/** The order of the booking exists; it may still have to be paid. */
export type OrderPlacedEvent = CustomEvent<{ readonly orderId: string; readonly totalMinor: number; readonly currency: string }>;

/** The member reviewed the other side of an order. */
export type OrderReviewedEvent = CustomEvent<{ readonly orderId: string }>;

/** Somebody's profile was opened, here or on the page it leads to. */
export type PersonOpenedEvent = CustomEvent<{ readonly personId: string }>;

/** A provider saved their profile; `version` counts its changes. */
export type ProfileSavedEvent = CustomEvent<{ readonly memberId: string; readonly version: number }>;

/** The quiz is complete, or a complete one was changed: matches made before are out of date. */
export type QuizCompletedEvent = CustomEvent<{ readonly answersId: string }>;

/** A time is kept for the visitor until `expiresAt`. */
export type SlotHeldEvent = CustomEvent<{ readonly holdId: string; readonly offerId: string; readonly startsAt: string; readonly expiresAt: string }>;

/** The number of messages the member has not read has changed, for a number on a button of the page. */
export type UnreadChangedEvent = CustomEvent<MarkReadOutput>;

/** Signing in and joining; for whoever is signed in the account: what waits, details, password and devices, notifications and the number for text messages, blocked people. Guards a part of a page that only members may see. */
export interface TesseraAccountElement extends HTMLElement {
  /** Shows the content of the `<template>` inside instead of the account once somebody is signed in, and asks for signing in before. */
  guard: boolean;
  /** The page on which people sign in; with `guard` a link leads there and back. Without it signing in happens in place. */
  signInPage: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-account. */
export interface TesseraAccountAttributes {
  /** Shows the content of the `<template>` inside instead of the account once somebody is signed in, and asks for signing in before. */
  readonly guard?: boolean | undefined;
  /** The page on which people sign in; with `guard` a link leads there and back. Without it signing in happens in place. */
  readonly "sign-in-page"?: string | undefined;
}

/** The events of tessera-account. */
export interface TesseraAccountEvents {
  /** Somebody signed in, by code or password, or joined. */
  readonly "tessera-member-signed-in": MemberSignedInEvent;
  /** Nobody is signed in any more, here or in another tab. */
  readonly "tessera-member-signed-out": MemberSignedOutEvent;
  /** The member changed something about themselves. */
  readonly "tessera-member-changed": MemberChangedEvent;
  /** An e-mail address was confirmed by the link from its mail. */
  readonly "tessera-member-verified": MemberVerifiedEvent;
}

/** Books a session: free times in the viewer's time zone, name and e-mail with a code, payment, confirmation. */
export interface TesseraBookingElement extends HTMLElement {
  /** The member whose time is booked. With several offers the visitor chooses one. */
  host: string;
  /** The offer that is booked; `host` can be left out then. */
  offer: string;
  /** Shows a month at a time, or one week in a row. */
  span: "month" | "week";
  /** The IANA time zone times are shown in at first; the viewer's own unless set. */
  timeZone: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-booking. */
export interface TesseraBookingAttributes {
  /** The member whose time is booked. With several offers the visitor chooses one. */
  readonly host?: string | undefined;
  /** The offer that is booked; `host` can be left out then. */
  readonly offer?: string | undefined;
  /** Shows a month at a time, or one week in a row. */
  readonly span?: "month" | "week" | undefined;
  /** The IANA time zone times are shown in at first; the viewer's own unless set. */
  readonly "time-zone"?: string | undefined;
}

/** The events of tessera-booking. */
export interface TesseraBookingEvents {
  /** A time is about to be kept. Cancel it to stop. */
  readonly "tessera-before-slot-hold": BeforeSlotHoldEvent;
  /** A time is kept for the visitor; `detail.expiresAt` says until when. */
  readonly "tessera-slot-held": SlotHeldEvent;
  /** The visitor proved an e-mail address. */
  readonly "tessera-member-signed-in": MemberSignedInEvent;
  /** The order exists; it may still have to be paid. */
  readonly "tessera-order-placed": OrderPlacedEvent;
  /** The visitor is about to leave for the pay page. Cancel it to stop. */
  readonly "tessera-before-order-pay": BeforeOrderPayEvent;
  /** The order is paid. */
  readonly "tessera-order-paid": OrderPaidEvent;
  /** The order was not paid in time. */
  readonly "tessera-order-expired": OrderExpiredEvent;
  /** The session is agreed. */
  readonly "tessera-booking-confirmed": BookingConfirmedEvent;
  /** The session is about to be called off. Cancel it to stop. */
  readonly "tessera-before-booking-cancel": BeforeBookingCancelEvent;
  /** The session is called off. */
  readonly "tessera-booking-cancelled": BookingCancelledEvent;
}

/** A member's sessions, as client and as host: what is next and what is past, with everything that can be done about them. */
export interface TesseraBookingsElement extends HTMLElement {
  /** Whose sessions: `client` for those the member booked, `host` for those the member hosts, both unless set. */
  as: "" | "client" | "host";
  /** The IANA time zone times are shown in; the viewer's own unless set. */
  timeZone: string;
  /** Keeps what is looked at (`sessions`, `find`) in the page's address, so that reload, back and a shared link find it. */
  address: boolean;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-bookings. */
export interface TesseraBookingsAttributes {
  /** Whose sessions: `client` for those the member booked, `host` for those the member hosts, both unless set. */
  readonly as?: "" | "client" | "host" | undefined;
  /** The IANA time zone times are shown in; the viewer's own unless set. */
  readonly "time-zone"?: string | undefined;
  /** Keeps what is looked at (`sessions`, `find`) in the page's address, so that reload, back and a shared link find it. */
  readonly address?: boolean | undefined;
}

/** The events of tessera-bookings. */
export interface TesseraBookingsEvents {
  /** The visitor proved an e-mail address. */
  readonly "tessera-member-signed-in": MemberSignedInEvent;
  /** A session is about to be called off. Cancel it to stop. */
  readonly "tessera-before-booking-cancel": BeforeBookingCancelEvent;
  /** A session is called off. */
  readonly "tessera-booking-cancelled": BookingCancelledEvent;
  /** A proposed time is accepted; the session takes place then. */
  readonly "tessera-booking-moved": BookingMovedEvent;
}

/** A member's conversations: writing to each other live, with receipts. In place, in a panel, or behind a bubble. */
export interface TesseraChatElement extends HTMLElement {
  /** `inline` stands in its place; `panel` is laid over the page's edge while it is open; `bubble` is a panel with a button that opens it. */
  display: "bubble" | "inline" | "panel";
  /** Whether a panel, or the panel of a bubble, is open. A page's own button turns it with `data-tessera-opens` and the chat's id. */
  open: boolean;
  /** The id of a member with whom a conversation is opened. */
  with: string;
  /** What a conversation is opened about, by its kind and id, such as `booking:0195f0c2-...`; its people are in it. */
  subject: string;
  /** The page's address for a session that a conversation is about, such as `/account#{id}`. */
  bookingHref: string;
  /** The IANA time zone times are shown in; the viewer's own unless set. */
  timeZone: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-chat. */
export interface TesseraChatAttributes {
  /** `inline` stands in its place; `panel` is laid over the page's edge while it is open; `bubble` is a panel with a button that opens it. */
  readonly display?: "bubble" | "inline" | "panel" | undefined;
  /** Whether a panel, or the panel of a bubble, is open. A page's own button turns it with `data-tessera-opens` and the chat's id. */
  readonly open?: boolean | undefined;
  /** The id of a member with whom a conversation is opened. */
  readonly with?: string | undefined;
  /** What a conversation is opened about, by its kind and id, such as `booking:0195f0c2-...`; its people are in it. */
  readonly subject?: string | undefined;
  /** The page's address for a session that a conversation is about, such as `/account#{id}`. */
  readonly "booking-href"?: string | undefined;
  /** The IANA time zone times are shown in; the viewer's own unless set. */
  readonly "time-zone"?: string | undefined;
}

/** The events of tessera-chat. */
export interface TesseraChatEvents {
  /** The visitor proved an e-mail address. */
  readonly "tessera-member-signed-in": MemberSignedInEvent;
  /** A conversation is shown. */
  readonly "tessera-conversation-opened": ConversationOpenedEvent;
  /** A message of the member's was sent. */
  readonly "tessera-message-sent": MessageSentEvent;
  /** The number of unread messages has changed. */
  readonly "tessera-unread-changed": UnreadChangedEvent;
}

/** Shows an order and pays it: with credits where it costs those, else on the gateway's own page or by a code to scan; where the site has several ways to pay, the visitor chooses. */
export interface TesseraCheckoutElement extends HTMLElement {
  /** The id of the order. */
  order: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-checkout. */
export interface TesseraCheckoutAttributes {
  /** The id of the order. */
  readonly order?: string | undefined;
}

/** The events of tessera-checkout. */
export interface TesseraCheckoutEvents {
  /** The visitor is about to leave for the pay page. Cancel it to stop. */
  readonly "tessera-before-order-pay": BeforeOrderPayEvent;
  /** The order is paid, or costs nothing and is agreed. */
  readonly "tessera-order-paid": OrderPaidEvent;
  /** The order was not paid in time. */
  readonly "tessera-order-expired": OrderExpiredEvent;
}

/** One gig with everything there is to know before buying it: pictures, packages, extras, what the seller will ask, the seller; and the way to order it and pay. */
export interface TesseraGigElement extends HTMLElement {
  /** The gig that is shown. */
  gig: string;
  /** The page's own address of a seller, such as `/sellers/{id}`; without one the seller is only named. */
  sellerHref: string;
  /** The page's own address of a gig, such as `/gigs/{id}`, for similar ones; without one they are shown here. */
  gigHref: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-gig. */
export interface TesseraGigAttributes {
  /** The gig that is shown. */
  readonly gig?: string | undefined;
  /** The page's own address of a seller, such as `/sellers/{id}`; without one the seller is only named. */
  readonly "seller-href"?: string | undefined;
  /** The page's own address of a gig, such as `/gigs/{id}`, for similar ones; without one they are shown here. */
  readonly "gig-href"?: string | undefined;
}

/** The events of tessera-gig. */
export interface TesseraGigEvents {
  /** Somebody is about to order. Cancel it to stop. */
  readonly "tessera-before-gig-order": BeforeGigOrderEvent;
  /** A package was chosen, with extras, and somebody goes on to order it. */
  readonly "tessera-gig-chosen": GigChosenEvent;
  /** A similar gig is about to be opened. Cancel it to stop. */
  readonly "tessera-before-gig-open": BeforeGigOpenEvent;
  /** A similar gig was opened, here or on the page's own address. */
  readonly "tessera-gig-opened": GigOpenedEvent;
  /** The order exists; it still has to be paid. */
  readonly "tessera-order-placed": OrderPlacedEvent;
  /** The visitor is about to leave for the pay page. Cancel it to stop. */
  readonly "tessera-before-order-pay": BeforeOrderPayEvent;
  /** The order is paid. */
  readonly "tessera-order-paid": OrderPaidEvent;
  /** The order was not paid in time. */
  readonly "tessera-order-expired": OrderExpiredEvent;
}

/** The gigs that can be bought, found by words, categories and filters; and one of them with everything there is to know. */
export interface TesseraGigsElement extends HTMLElement {
  /** The page's own address of a gig, such as `/gigs/{id}`; without one the gig is shown in place. */
  gigHref: string;
  /** Keeps filters and the gig shown in the page's address, so that back, reload and a shared link find them. */
  address: boolean;
  /** Words gigs are found by. */
  search: string;
  /** The slug of a category: its gigs and those of the categories below it. */
  category: string;
  /** The least a gig costs, in whole money of `currency`. */
  minPrice: number;
  /** The most a gig may cost from, in whole money of `currency`. */
  maxPrice: number;
  /** The currency of prices and of the order by them; the one the member chose, or the site's, unless set. */
  currency: string;
  /** The most days a delivery may take. */
  maxDays: number;
  /** The lowest average rating of the seller, 1 to 5. */
  minRating: number;
  /** The name of the seller's level, such as `top_rated`. */
  level: string;
  /** An ISO 639 code: gigs written and worked in this language. */
  language: string;
  /** A word sellers gave their gigs. */
  tag: string;
  /** The order: best fit, most popular, newest, lowest or highest price first. */
  sort: "-price" | "newest" | "popular" | "price" | "relevance";
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-gigs. */
export interface TesseraGigsAttributes {
  /** The page's own address of a gig, such as `/gigs/{id}`; without one the gig is shown in place. */
  readonly "gig-href"?: string | undefined;
  /** Keeps filters and the gig shown in the page's address, so that back, reload and a shared link find them. */
  readonly address?: boolean | undefined;
  /** Words gigs are found by. */
  readonly search?: string | undefined;
  /** The slug of a category: its gigs and those of the categories below it. */
  readonly category?: string | undefined;
  /** The least a gig costs, in whole money of `currency`. */
  readonly "min-price"?: number | undefined;
  /** The most a gig may cost from, in whole money of `currency`. */
  readonly "max-price"?: number | undefined;
  /** The currency of prices and of the order by them; the one the member chose, or the site's, unless set. */
  readonly currency?: string | undefined;
  /** The most days a delivery may take. */
  readonly "max-days"?: number | undefined;
  /** The lowest average rating of the seller, 1 to 5. */
  readonly "min-rating"?: number | undefined;
  /** The name of the seller's level, such as `top_rated`. */
  readonly level?: string | undefined;
  /** An ISO 639 code: gigs written and worked in this language. */
  readonly language?: string | undefined;
  /** A word sellers gave their gigs. */
  readonly tag?: string | undefined;
  /** The order: best fit, most popular, newest, lowest or highest price first. */
  readonly sort?: "-price" | "newest" | "popular" | "price" | "relevance" | undefined;
}

/** The events of tessera-gigs. */
export interface TesseraGigsEvents {
  /** A gig is about to be opened. Cancel it to stop. */
  readonly "tessera-before-gig-open": BeforeGigOpenEvent;
  /** A gig was opened, here or on the page's own address. */
  readonly "tessera-gig-opened": GigOpenedEvent;
}

/** When a host works: weekly hours in the host's zone, single days, vacations with the sessions inside them, the calendar's address, and the free times clients see. */
export interface TesseraHoursElement extends HTMLElement {
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-hours. */
export interface TesseraHoursAttributes {}

/** The events of tessera-hours. */
export interface TesseraHoursEvents {
  /** The visitor proved an e-mail address. */
  readonly "tessera-member-signed-in": MemberSignedInEvent;
  /** Weekly hours, a single day or a vacation changed. */
  readonly "tessera-hours-changed": HoursChangedEvent;
}

/** The ten people who fit somebody's answers best, each with a score, its parts, how sure it is and why. Leads to the quiz first. */
export interface TesseraMatchElement extends HTMLElement {
  /** The page's own address of a person, such as `/coaches/{id}`; without one the person is shown in place. */
  personHref: string;
  /** The page's own address for booking with a person, such as `/coaches/{id}#book`; without one it happens in place. */
  bookHref: string;
  /** The page's own address of the quiz; without one it is answered in place. */
  quizHref: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-match. */
export interface TesseraMatchAttributes {
  /** The page's own address of a person, such as `/coaches/{id}`; without one the person is shown in place. */
  readonly "person-href"?: string | undefined;
  /** The page's own address for booking with a person, such as `/coaches/{id}#book`; without one it happens in place. */
  readonly "book-href"?: string | undefined;
  /** The page's own address of the quiz; without one it is answered in place. */
  readonly "quiz-href"?: string | undefined;
}

/** The events of tessera-match. */
export interface TesseraMatchEvents {
  /** The matches are on screen, or the best rated in their place. */
  readonly "tessera-matches-shown": MatchesShownEvent;
  /** Somebody is about to be opened. Cancel it to stop. */
  readonly "tessera-before-person-open": BeforePersonOpenEvent;
  /** Somebody was opened, here or on the page's own address. */
  readonly "tessera-person-opened": PersonOpenedEvent;
  /** Booking is about to begin. Cancel it to stop. */
  readonly "tessera-before-booking-open": BeforeBookingOpenEvent;
  /** Booking began, here or on the page's own address. */
  readonly "tessera-booking-opened": BookingOpenedEvent;
}

/** A member's notifications, as a list on the page or behind a bell with the number of unread ones. New ones appear by themselves. */
export interface TesseraNotificationsElement extends HTMLElement {
  /** `bell` shows a button that opens the list, and nothing while nobody is signed in; anything else shows the list in place. */
  view: "bell" | "list";
  /** The page's address for a session that a notification is about, such as `/account#{id}`; without it opening one marks it as read. */
  bookingHref: string;
  /** The address of the site's service worker with Tessera's line in it, such as `/tessera-push.js`. With it members can turn on pushes, in the settings. */
  pushWorker: string;
  /** The IANA time zone dates are shown in; the viewer's own unless set. */
  timeZone: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-notifications. */
export interface TesseraNotificationsAttributes {
  /** `bell` shows a button that opens the list, and nothing while nobody is signed in; anything else shows the list in place. */
  readonly view?: "bell" | "list" | undefined;
  /** The page's address for a session that a notification is about, such as `/account#{id}`; without it opening one marks it as read. */
  readonly "booking-href"?: string | undefined;
  /** The address of the site's service worker with Tessera's line in it, such as `/tessera-push.js`. With it members can turn on pushes, in the settings. */
  readonly "push-worker"?: string | undefined;
  /** The IANA time zone dates are shown in; the viewer's own unless set. */
  readonly "time-zone"?: string | undefined;
}

/** The events of tessera-notifications. */
export interface TesseraNotificationsEvents {
  /** The visitor proved an e-mail address. */
  readonly "tessera-member-signed-in": MemberSignedInEvent;
  /** A notification is about to be opened. Cancel it to stop. */
  readonly "tessera-before-notification-open": BeforeNotificationOpenEvent;
  /** A notification was opened and counts as read. */
  readonly "tessera-notification-opened": NotificationOpenedEvent;
}

/** A member's orders for work, as buyer and as seller: the list, and one of them with everything that was agreed, asked, delivered and done, and everything that can be done about it. */
export interface TesseraOrdersElement extends HTMLElement {
  /** Whose orders: `buyer` for those the member placed, `seller` for those the member works for, both with tabs unless set. */
  as: "" | "buyer" | "seller";
  /** The id of the order that is shown; the list unless set. */
  order: string;
  /** The page's own address of an order, such as `/orders/{id}`; without one an order opens in place. */
  orderHref: string;
  /** The IANA time zone times are shown in; the viewer's own unless set. */
  timeZone: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-orders. */
export interface TesseraOrdersAttributes {
  /** Whose orders: `buyer` for those the member placed, `seller` for those the member works for, both with tabs unless set. */
  readonly as?: "" | "buyer" | "seller" | undefined;
  /** The id of the order that is shown; the list unless set. */
  readonly order?: string | undefined;
  /** The page's own address of an order, such as `/orders/{id}`; without one an order opens in place. */
  readonly "order-href"?: string | undefined;
  /** The IANA time zone times are shown in; the viewer's own unless set. */
  readonly "time-zone"?: string | undefined;
}

/** The events of tessera-orders. */
export interface TesseraOrdersEvents {
  /** The visitor proved an e-mail address. */
  readonly "tessera-member-signed-in": MemberSignedInEvent;
  /** An order is about to be opened. Cancel it to stop. */
  readonly "tessera-before-order-open": BeforeOrderOpenEvent;
  /** An order was opened, here or on the page's own address. */
  readonly "tessera-order-opened": OrderOpenedEvent;
  /** An order is about to be called off. Cancel it to stop. */
  readonly "tessera-before-order-cancel": BeforeOrderCancelEvent;
  /** The member did something about an order. */
  readonly "tessera-order-changed": OrderChangedEvent;
  /** The member reviewed the other side of an order. */
  readonly "tessera-order-reviewed": OrderReviewedEvent;
  /** The order is paid. */
  readonly "tessera-order-paid": OrderPaidEvent;
}

/** The people who can be booked, found by words and filters; and one of them with everything there is to know and a way to book. */
export interface TesseraPeopleElement extends HTMLElement {
  /** The member who is shown instead of the list. */
  person: string;
  /** The page's own address of a person, such as `/coaches/{id}`; without one the person is shown in place. */
  personHref: string;
  /** The page's own address for booking with a person, such as `/coaches/{id}#book`; without one it happens in place. */
  bookHref: string;
  /** Keeps filters and the person shown in the page's address, so that back, reload and a shared link find them. */
  address: boolean;
  /** Words found in name, headline or topics. */
  search: string;
  /** An ISO 639 code: people who work in this language. */
  language: string;
  /** An ISO 3166 code: people who work in this country. */
  country: string;
  /** A topic people know about. */
  expertise: string;
  /** The most a session may cost from, in whole money of `currency`. */
  maxPrice: number;
  /** The currency of `max-price` and of the order by price; the one the member chose, or the site's, unless set. */
  currency: string;
  /** The lowest average rating, 1 to 5. */
  minRating: number;
  /** The order: best rated, lowest price or newest first. */
  sort: "newest" | "price" | "rating";
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-people. */
export interface TesseraPeopleAttributes {
  /** The member who is shown instead of the list. */
  readonly person?: string | undefined;
  /** The page's own address of a person, such as `/coaches/{id}`; without one the person is shown in place. */
  readonly "person-href"?: string | undefined;
  /** The page's own address for booking with a person, such as `/coaches/{id}#book`; without one it happens in place. */
  readonly "book-href"?: string | undefined;
  /** Keeps filters and the person shown in the page's address, so that back, reload and a shared link find them. */
  readonly address?: boolean | undefined;
  /** Words found in name, headline or topics. */
  readonly search?: string | undefined;
  /** An ISO 639 code: people who work in this language. */
  readonly language?: string | undefined;
  /** An ISO 3166 code: people who work in this country. */
  readonly country?: string | undefined;
  /** A topic people know about. */
  readonly expertise?: string | undefined;
  /** The most a session may cost from, in whole money of `currency`. */
  readonly "max-price"?: number | undefined;
  /** The currency of `max-price` and of the order by price; the one the member chose, or the site's, unless set. */
  readonly currency?: string | undefined;
  /** The lowest average rating, 1 to 5. */
  readonly "min-rating"?: number | undefined;
  /** The order: best rated, lowest price or newest first. */
  readonly sort?: "newest" | "price" | "rating" | undefined;
}

/** The events of tessera-people. */
export interface TesseraPeopleEvents {
  /** Somebody is about to be opened. Cancel it to stop. */
  readonly "tessera-before-person-open": BeforePersonOpenEvent;
  /** Somebody was opened, here or on the page's own address. */
  readonly "tessera-person-opened": PersonOpenedEvent;
  /** Booking is about to begin. Cancel it to stop. */
  readonly "tessera-before-booking-open": BeforeBookingOpenEvent;
  /** Booking began, here or on the page's own address. */
  readonly "tessera-booking-opened": BookingOpenedEvent;
}

/** What a person tells about themselves: the site's quiz, a provider's own profile with photo and offers, or the application to become a provider. */
export interface TesseraProfileElement extends HTMLElement {
  /** What is shown: the site's quiz for everybody, a provider's own profile, or the application to become one. */
  view: "application" | "provider" | "quiz";
  /** Where a person goes on after the quiz, the page with their matches for example; no link unless set. */
  nextHref: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-profile. */
export interface TesseraProfileAttributes {
  /** What is shown: the site's quiz for everybody, a provider's own profile, or the application to become one. */
  readonly view?: "application" | "provider" | "quiz" | undefined;
  /** Where a person goes on after the quiz, the page with their matches for example; no link unless set. */
  readonly "next-href"?: string | undefined;
}

/** The events of tessera-profile. */
export interface TesseraProfileEvents {
  /** The quiz is complete, or a complete one was changed. */
  readonly "tessera-quiz-completed": QuizCompletedEvent;
  /** A provider saved their profile. */
  readonly "tessera-profile-saved": ProfileSavedEvent;
  /** Somebody applied to offer services in a role. */
  readonly "tessera-application-sent": ApplicationSentEvent;
  /** The visitor proved an e-mail address. */
  readonly "tessera-member-signed-in": MemberSignedInEvent;
}

/** What a member has on the site: credits and money, what of it is held and what expires, its history, and the ways to get more: buying, redeeming a code, bringing somebody along. Whoever earned money has it paid out here. */
export interface TesseraWalletElement extends HTMLElement {
  /** The IANA time zone dates are shown in; the viewer's own unless set. */
  timeZone: string;
  /** How the widget looks at the moment; also its `state` attribute. */
  readonly state: "done" | "empty" | "error" | "forbidden" | "loading" | "offline" | "ready" | "signed-out" | "slow" | "stale" | "unlicensed";
}

/** The attributes of tessera-wallet. */
export interface TesseraWalletAttributes {
  /** The IANA time zone dates are shown in; the viewer's own unless set. */
  readonly "time-zone"?: string | undefined;
}

/** The events of tessera-wallet. */
export interface TesseraWalletEvents {
  /** The visitor proved an e-mail address. */
  readonly "tessera-member-signed-in": MemberSignedInEvent;
  /** The member is about to leave for the pay page. Cancel it to stop. */
  readonly "tessera-before-credits-buy": BeforeCreditsBuyEvent;
  /** The member redeemed a code. */
  readonly "tessera-code-redeemed": CodeRedeemedEvent;
}

/** Every widget by its tag: the element, the attributes a template may write, the events it announces. */
export interface TesseraWidgets {
  readonly "tessera-account": {
    readonly element: TesseraAccountElement;
    readonly attributes: TesseraAccountAttributes;
    readonly events: TesseraAccountEvents;
  }
  readonly "tessera-booking": {
    readonly element: TesseraBookingElement;
    readonly attributes: TesseraBookingAttributes;
    readonly events: TesseraBookingEvents;
  }
  readonly "tessera-bookings": {
    readonly element: TesseraBookingsElement;
    readonly attributes: TesseraBookingsAttributes;
    readonly events: TesseraBookingsEvents;
  }
  readonly "tessera-chat": {
    readonly element: TesseraChatElement;
    readonly attributes: TesseraChatAttributes;
    readonly events: TesseraChatEvents;
  }
  readonly "tessera-checkout": {
    readonly element: TesseraCheckoutElement;
    readonly attributes: TesseraCheckoutAttributes;
    readonly events: TesseraCheckoutEvents;
  }
  readonly "tessera-gig": {
    readonly element: TesseraGigElement;
    readonly attributes: TesseraGigAttributes;
    readonly events: TesseraGigEvents;
  }
  readonly "tessera-gigs": {
    readonly element: TesseraGigsElement;
    readonly attributes: TesseraGigsAttributes;
    readonly events: TesseraGigsEvents;
  }
  readonly "tessera-hours": {
    readonly element: TesseraHoursElement;
    readonly attributes: TesseraHoursAttributes;
    readonly events: TesseraHoursEvents;
  }
  readonly "tessera-match": {
    readonly element: TesseraMatchElement;
    readonly attributes: TesseraMatchAttributes;
    readonly events: TesseraMatchEvents;
  }
  readonly "tessera-notifications": {
    readonly element: TesseraNotificationsElement;
    readonly attributes: TesseraNotificationsAttributes;
    readonly events: TesseraNotificationsEvents;
  }
  readonly "tessera-orders": {
    readonly element: TesseraOrdersElement;
    readonly attributes: TesseraOrdersAttributes;
    readonly events: TesseraOrdersEvents;
  }
  readonly "tessera-people": {
    readonly element: TesseraPeopleElement;
    readonly attributes: TesseraPeopleAttributes;
    readonly events: TesseraPeopleEvents;
  }
  readonly "tessera-profile": {
    readonly element: TesseraProfileElement;
    readonly attributes: TesseraProfileAttributes;
    readonly events: TesseraProfileEvents;
  }
  readonly "tessera-wallet": {
    readonly element: TesseraWalletElement;
    readonly attributes: TesseraWalletAttributes;
    readonly events: TesseraWalletEvents;
  }
}

/** Every event by its name. They bubble: whoever listens above a widget hears those of widgets inside it too. */
export interface TesseraEvents {
  readonly "tessera-application-sent": ApplicationSentEvent;
  readonly "tessera-before-booking-cancel": BeforeBookingCancelEvent;
  readonly "tessera-before-booking-open": BeforeBookingOpenEvent;
  readonly "tessera-before-credits-buy": BeforeCreditsBuyEvent;
  readonly "tessera-before-gig-open": BeforeGigOpenEvent;
  readonly "tessera-before-gig-order": BeforeGigOrderEvent;
  readonly "tessera-before-notification-open": BeforeNotificationOpenEvent;
  readonly "tessera-before-order-cancel": BeforeOrderCancelEvent;
  readonly "tessera-before-order-open": BeforeOrderOpenEvent;
  readonly "tessera-before-order-pay": BeforeOrderPayEvent;
  readonly "tessera-before-person-open": BeforePersonOpenEvent;
  readonly "tessera-before-slot-hold": BeforeSlotHoldEvent;
  readonly "tessera-booking-cancelled": BookingCancelledEvent;
  readonly "tessera-booking-confirmed": BookingConfirmedEvent;
  readonly "tessera-booking-moved": BookingMovedEvent;
  readonly "tessera-booking-opened": BookingOpenedEvent;
  readonly "tessera-code-redeemed": CodeRedeemedEvent;
  readonly "tessera-conversation-opened": ConversationOpenedEvent;
  readonly "tessera-gig-chosen": GigChosenEvent;
  readonly "tessera-gig-opened": GigOpenedEvent;
  readonly "tessera-hours-changed": HoursChangedEvent;
  readonly "tessera-matches-shown": MatchesShownEvent;
  readonly "tessera-member-changed": MemberChangedEvent;
  readonly "tessera-member-signed-in": MemberSignedInEvent;
  readonly "tessera-member-signed-out": MemberSignedOutEvent;
  readonly "tessera-member-verified": MemberVerifiedEvent;
  readonly "tessera-message-sent": MessageSentEvent;
  readonly "tessera-notification-opened": NotificationOpenedEvent;
  readonly "tessera-order-changed": OrderChangedEvent;
  readonly "tessera-order-expired": OrderExpiredEvent;
  readonly "tessera-order-opened": OrderOpenedEvent;
  readonly "tessera-order-paid": OrderPaidEvent;
  readonly "tessera-order-placed": OrderPlacedEvent;
  readonly "tessera-order-reviewed": OrderReviewedEvent;
  readonly "tessera-person-opened": PersonOpenedEvent;
  readonly "tessera-profile-saved": ProfileSavedEvent;
  readonly "tessera-quiz-completed": QuizCompletedEvent;
  readonly "tessera-slot-held": SlotHeldEvent;
  readonly "tessera-unread-changed": UnreadChangedEvent;
}

declare global {
  interface HTMLElementTagNameMap {
    "tessera-account": TesseraAccountElement;
    "tessera-booking": TesseraBookingElement;
    "tessera-bookings": TesseraBookingsElement;
    "tessera-chat": TesseraChatElement;
    "tessera-checkout": TesseraCheckoutElement;
    "tessera-gig": TesseraGigElement;
    "tessera-gigs": TesseraGigsElement;
    "tessera-hours": TesseraHoursElement;
    "tessera-match": TesseraMatchElement;
    "tessera-notifications": TesseraNotificationsElement;
    "tessera-orders": TesseraOrdersElement;
    "tessera-people": TesseraPeopleElement;
    "tessera-profile": TesseraProfileElement;
    "tessera-wallet": TesseraWalletElement;
  }
  interface HTMLElementEventMap extends TesseraEvents {}
}
