import { billingProbes } from "./billing-probes.ts";
import { browser } from "./reach.ts";
import { endingProbes } from "./ending-probes.ts";
import { gigProbes } from "./gig-probes.ts";
import { integrationProbes } from "./integration-probes.ts";
import { messagingProbes } from "./messaging-probes.ts";
import { about, plain, type Probe } from "./probe.ts";
import { moneyProbes } from "./money-probes.ts";
import { safetyProbes } from "./safety-probes.ts";
import { tenancyProbes } from "./tenancy-probes.ts";
import { workProbes } from "./work-probes.ts";
import { type Cast } from "./world.ts";

const client = ["client"] as const;
const coach = ["coach"] as const;
const both = ["client", "coach"] as const;
const reason = ({ word }: Cast) => ({ reason: `${word} reason` });
const ofCoach = ({ ids }: Cast) => ({ hostId: ids.coach });
const span = ({ at }: Cast) => ({ from: at(0), until: at(24) });
const notPossible = ["409 orders.not_possible"] as const;
const early = ["409 orders.too_early", ...notPossible] as const;

/** One row for every procedure of the router, those that read or change least first. */
export const probes: Readonly<Record<string, Probe>> = {
  "platform.listBugs": plain({}, { by: "operator" }),
  "platform.listAlerts": plain({}, { by: "operator" }),

  ...tenancyProbes,

  "identity.getEntrance": plain(),
  "identity.getMe": plain(),
  "identity.getDashboard": plain(),
  "identity.listSessions": plain(),
  "identity.listMembers": plain(({ word }) => ({ search: word })),
  "identity.getMember": about("client"),
  "identity.getStaffMe": plain(),
  "identity.listMemberships": plain(),
  "identity.listTeam": plain(),
  "identity.listInvitations": plain(),
  "identity.requestCode": plain(({ email }) => ({ email: email("client") })),
  "identity.signInWithCode": plain(({ email }) => ({ email: email("client"), code: "000000" }), {
    answers: ["401 identity.code_wrong"],
  }),
  "identity.signUp": plain(({ email, word }) => ({
    email: email("late"),
    password: "cobalt-meadow-52",
    name: `Late ${word}`,
  })),
  "identity.signIn": plain(({ email }) => ({ email: email("newcomer"), password: "cobalt-meadow-52" })),
  "identity.exchangeToken": plain(({ tokens }) => ({ token: tokens.member }), {
    isShared: true,
    by: "client",
  }),
  "identity.requestPasswordReset": plain(({ email, page }) => ({ email: email("sibling"), pageUrl: page })),
  "identity.verifyEmail": plain(({ tokens }) => ({ token: tokens.verify }), {
    isShared: true,
    by: "visitor",
  }),
  "identity.resetPassword": plain(({ tokens }) => ({ token: tokens.reset, password: "saffron-glacier-61" }), {
    isShared: true,
    by: "visitor",
  }),
  "identity.resendVerification": plain(({ page }) => ({ pageUrl: page }), {
    answers: ["409 identity.email_already_verified"],
  }),
  "identity.requestEmailChange": plain(({ email, page }) => ({ email: email("newer"), pageUrl: page }), {
    answers: ["403 identity.sign_in_again"],
  }),
  "identity.updateMe": plain(({ word }) => ({ name: `client ${word}` })),
  "identity.addRole": plain({ role: "learner" }),
  "identity.createMember": plain(({ email, word }) => ({ email: email("made"), name: `made ${word}` })),
  "identity.updateMember": about("guest", [], { and: () => ({ roles: ["learner"] }) }),
  "identity.registerTenant": plain(({ word }) => ({
    tenantName: "Another site",
    name: "Somebody",
    email: `${word}@another.example`,
    password: "cobalt-meadow-52",
  })),
  "identity.staffSignIn": plain(({ site: { owner, live } }) => ({ ...owner, tenantId: live.id }), {
    isShared: true,
  }),
  "identity.operatorSignIn": plain(
    { email: "operator@tessera.example", password: "walnut-harbour-19" },
    { by: "nobody" },
  ),
  "identity.switchTenant": plain(({ ids }) => ({ tenantId: ids.tenant })),
  "identity.createInvitation": plain(({ email }) => ({ email: email("invited"), staffRole: "guest" })),
  "identity.inspectInvitation": plain(({ tokens }) => ({ token: tokens.invitation }), { isBearer: true }),
  "identity.acceptInvitation": plain(
    ({ tokens, word }) => ({
      token: tokens.invitation,
      name: `Joined ${word}`,
      password: "cobalt-meadow-52",
    }),
    { isBearer: true },
  ),
  "identity.resendInvitation": about("invitation"),
  "identity.updateTeamMember": about("colleague", [], { and: () => ({ staffRole: "guest" }) }),

  ...safetyProbes,
  ...moneyProbes,

  "people.listPeople": plain(),
  "people.getFacets": plain(),
  "people.getSuggestions": plain(({ word }) => ({ search: word })),
  "people.getPerson": about("coach", [], { isShared: true }),
  "people.getQuiz": plain(),
  "people.getProviderRoles": plain(),
  "people.getAnswers": plain(),
  "people.getProfile": plain(({ ids }) => ({ memberId: ids.coach }), { owners: coach }),
  "people.listApplications": plain(),
  "people.saveAnswers": plain(({ answers }) => ({ answers })),
  "people.updateProfile": plain(({ ids, word }) => ({ memberId: ids.coach, headline: `${word} headline` }), {
    owners: coach,
  }),
  "people.replaceProfile": plain(({ ids, profile }) => ({ ...profile, memberId: ids.coach }), {
    owners: coach,
  }),
  "people.setPhoto": plain(({ ids }) => ({ fileId: ids.photo, memberId: ids.coach }), { owners: coach }),
  "people.applyForRole": plain(({ word }) => ({ role: "developer", note: `${word} note` })),
  "people.approveApplication": about("application"),
  "people.rejectApplication": about("weakApplication", [], { and: reason }),

  "matching.listProfiles": plain(),
  "matching.getProfile": plain({ id: "coaching" }),
  "matching.updateProfile": plain({ id: "coaching", adjustments: { newcomer: 1 } }),
  "matching.prepareMatches": plain(),
  "matching.matchPeople": plain({}, { answers: ["409 matching.quiz_needed", "403 matching.clients_only"] }),

  "scheduling.listOffers": plain(({ ids }) => ({ hostIds: [ids.coach] }), { isShared: true }),
  "scheduling.getOffer": about("offer", [], { isShared: true }),
  "scheduling.listHostOffers": plain(ofCoach, { owners: coach }),
  "scheduling.listSlots": plain(
    (cast) => ({ offerIds: [cast.ids.offer, cast.ids.freeOffer], ...span(cast) }),
    {
      isShared: true,
    },
  ),
  "scheduling.getOverlap": plain(
    (cast) => ({ hostId: cast.ids.coach, withHostId: cast.ids.coach, ...span(cast) }),
    { owners: coach },
  ),
  "scheduling.getHours": plain(ofCoach, { owners: coach }),
  "scheduling.listOverrides": plain(ofCoach, { owners: coach }),
  "scheduling.listVacations": plain(ofCoach, { owners: coach }),
  "scheduling.listClosures": plain(),
  "scheduling.getHold": about("visitorHold", ["visitor"]),
  "scheduling.getBooking": about("paidBooking", both),
  "scheduling.listBookings": plain(({ ids }) => ({ hostId: ids.coach, clientId: ids.client }), {
    owners: both,
  }),
  "scheduling.getCalendarFile": about("paidBooking", both),
  "scheduling.getCalendarFeed": plain(),
  "scheduling.createOffer": plain(
    (cast) => ({
      ...ofCoach(cast),
      title: `${cast.word} more`,
      minutes: 30,
      price: { amountMinor: 500, currency: "EUR" },
    }),
    { owners: coach },
  ),
  "scheduling.updateOffer": about("spareOffer", coach, { and: ({ word }) => ({ title: `${word} other` }) }),
  "scheduling.replaceHours": plain((cast) => ({ ...ofCoach(cast), ...cast.week }), { owners: coach }),
  "scheduling.createOverride": plain(
    (cast) => ({ ...ofCoach(cast), date: cast.dateIn(41), hours: [{ startMinute: 0, endMinute: 60 }] }),
    { owners: coach },
  ),
  "scheduling.createVacation": plain(
    (cast) => ({ ...ofCoach(cast), from: cast.dateIn(47), until: cast.dateIn(48) }),
    { owners: coach },
  ),
  "scheduling.createClosure": plain(({ word, dateIn }) => ({
    name: `${word} day`,
    from: dateIn(49),
    until: dateIn(49),
  })),
  "scheduling.holdSlot": plain(({ ids, at }) => ({ offerId: ids.freeOffer, startsAt: at(16) }), {
    isShared: true,
    by: "sibling",
  }),
  "scheduling.giveHoldEmail": about("visitorHold", ["visitor"], {
    and: ({ email }) => ({ email: email("visitor") }),
  }),
  "scheduling.createBooking": plain(({ ids, at }) => ({
    offerId: ids.freeOffer,
    clientId: ids.sibling,
    startsAt: at(18),
  })),
  "scheduling.joinBooking": about("booking", both, { answers: ["403 scheduling.room_not_open"] }),
  "scheduling.completeBooking": about("booking", both, {
    answers: ["409 scheduling.not_started"],
    by: "coach",
  }),

  "orders.getOrder": about("paidOrder", both),
  "orders.getOrderHistory": about("paidOrder"),
  "orders.listOrders": plain(({ ids }) => ({ buyerId: ids.client, sellerId: ids.coach }), { owners: both }),
  "orders.listDisputes": plain({}),
  "orders.previewStep": about("paidOrder", [], {
    and: () => ({ transition: "refund_part", input: { amountMinor: 1, reason: "A look" } }),
  }),
  "orders.getManagedOrder": plain(({ tokens }) => ({ token: tokens.manageMove }), { isShared: true }),
  "orders.getManagedCalendar": plain(({ tokens }) => ({ token: tokens.manageMove }), { isShared: true }),
  "orders.placeOrder": plain(({ ids }) => ({ holdId: ids.clientHold }), { owners: client }),
  "orders.payOrder": about("openOrder", client, { and: ({ page }) => ({ returnUrl: page }) }),
  "orders.spendCredits": about("openOrder", both, { answers: notPossible, by: "client" }),
  "orders.redeemReturn": plain(({ tokens }) => ({ code: tokens.returnCode }), {
    isShared: true,
    by: "visitor",
  }),
  "orders.acceptOrder": about("paidOrder", both, { answers: early }),
  "orders.completeOrder": about("paidOrder", both, { answers: early, by: "coach" }),
  "orders.markAbsent": about("paidOrder", both, {
    and: () => ({ who: "client" }),
    answers: early,
    by: "coach",
  }),
  "orders.disputeOrder": about("paidOrder", both, { and: reason, answers: early }),
  "orders.answerDispute": about("paidOrder", both, { and: reason, answers: notPossible }),
  "orders.withdrawDispute": about("paidOrder", both, { answers: notPossible }),
  "orders.concedeDispute": about("paidOrder", both, { answers: notPossible }),
  "orders.ruleDispute": about("paidOrder", [], {
    and: (cast) => ({ ...reason(cast), refundShare: 50 }),
    answers: notPossible,
  }),
  ...workProbes,
  "orders.giveSession": plain(({ ids, at }) => ({
    offerId: ids.freeOffer,
    clientId: ids.sibling,
    startsAt: at(14),
    reason: "A thank you.",
  })),
  "orders.waiveOrder": about("openOrder", [], { and: reason }),
  "orders.refundOrder": about("paidOrder", [], { and: (cast) => ({ ...reason(cast), amountMinor: 100 }) }),
  "orders.proposeMove": about("freeOrder", both, { and: ({ at }) => ({ startsAt: at(20) }) }),
  "orders.answerMove": about("paidOrder", both, { and: () => ({ accept: true }), by: "client" }),
  "orders.moveOrder": about("paidOrder", [], { and: ({ at }) => ({ startsAt: at(22) }) }),
  "orders.answerManagedMove": plain(({ tokens }) => ({ token: tokens.manageAnswer, accept: true }), {
    isShared: true,
    by: "visitor",
    answers: notPossible,
  }),
  "orders.moveManagedOrder": plain(({ tokens, at }) => ({ token: tokens.manageMove, startsAt: at(23) }), {
    isShared: true,
    by: "visitor",
    answers: notPossible,
  }),
  "orders.cancelManagedOrder": plain(({ tokens }) => ({ token: tokens.manageCancel }), {
    isShared: true,
    by: "visitor",
    answers: notPossible,
  }),

  "reviews.getOrderReviews": about("paidOrder", both),
  "reviews.listOwnReviews": plain({ direction: "given" }),
  "reviews.listPendingReviews": plain(),
  "reviews.createReview": plain(
    ({ ids, word }) => ({
      bookingId: ids.reviewedBooking,
      ratings: { knowledge: 4, communication: 4, professionalism: 4 },
      text: `${word} answer`,
    }),
    { owners: both, by: "coach" },
  ),
  "reviews.listSiteReviews": plain(),
  "reviews.hideReview": about("review", [], { and: reason }),
  "reviews.restoreReview": about("review"),
  "reviews.replyToReview": about("review", coach, {
    and: ({ word }) => ({ text: `${word} reply` }),
    by: "coach",
  }),
  "reviews.listReviews": plain(({ ids }) => ({ personId: ids.coach }), { isShared: true }),
  "reviews.getReviewStats": plain(({ ids }) => ({ personId: ids.coach }), { isShared: true }),
  "reviews.listDimensions": plain({ context: "gig" }),

  ...messagingProbes,

  "notifications.listNotifications": plain(),
  "notifications.getPreferences": plain(),
  "notifications.updatePreferences": plain({
    changes: [{ category: "matching", channel: "email", isOn: false }],
  }),
  "notifications.requestPhoneCode": plain(
    { phone: "+4915112345678" },
    { answers: ["409 notifications.no_text_messages"] },
  ),
  "notifications.verifyPhone": plain({ code: "000000" }, { answers: ["400 notifications.phone_code_wrong"] }),
  "notifications.removePhone": plain(),
  // News may be gone since the page showed it; what is not the caller's is passed over.
  "notifications.markRead": plain(({ ids }) => ({ ids: [ids.notification] }), {
    owners: client,
    answersAlike: true,
  }),
  "files.getFile": about("photo", coach),
  "files.listFindings": plain(),
  "notifications.listTemplates": plain(),
  "notifications.previewTemplate": plain({ name: "booking_confirmed", locale: "en" }),
  "notifications.listDeliveries": plain(({ ids }) => ({ memberId: ids.client })),
  "notifications.retryDelivery": about("mail", [], { answers: ["409 notifications.mail_not_failed"] }),
  "notifications.checkSender": plain(),
  "notifications.listSuppressions": plain(),
  "notifications.preparePush": plain(),
  "notifications.listPushSubscriptions": plain(),
  "notifications.addPushSubscription": plain(({ word }) => browser(word), {
    isShared: true,
  }),
  "notifications.testPush": about("browser", client),

  ...integrationProbes,

  ...gigProbes,

  // What ends something comes last.
  ...billingProbes,
  ...endingProbes,
};
