import { about, plain, type Probe } from "./probe.ts";
import { type Cast } from "./world.ts";

const client = ["client"] as const;
const coach = ["coach"] as const;
const both = ["client", "coach"] as const;
const reason = ({ word }: Cast) => ({ reason: `${word} reason` });

/** The procedures that end something: a booking, a session, somebody's access. */
export const endingProbes: Readonly<Record<string, Probe>> = {
  "scheduling.cancelBooking": about("booking", both, { and: reason }),
  "scheduling.releaseHold": about("oldHold", ["visitor"]),
  "scheduling.deleteOverride": about("override", coach),
  "scheduling.deleteVacation": about("vacation", coach),
  "scheduling.deleteClosure": about("closure"),
  "scheduling.deleteOffer": about("spareOffer", coach),
  "gigs.removeMedia": plain(({ ids }) => ({ gigId: ids.gig, fileId: ids.gigFile }), {
    owners: coach,
    by: "coach",
  }),
  "gigs.deletePackage": about("sparePackage", coach),
  "gigs.deleteSearch": about("gigSearch", coach),
  "gigs.deleteSearches": plain(),
  "gigs.deleteGig": about("spareGig", coach),
  "messaging.deleteMessage": about("message", client),
  "messaging.removeParticipant": plain(({ ids }) => ({ conversationId: ids.group, memberId: ids.client }), {
    owners: both,
    by: "client",
  }),
  "notifications.deleteNotification": about("notification", client),
  "notifications.removePushSubscription": about("browser", client),
  "notifications.deleteSuppression": about("suppression", [], { and: reason }),
  "files.deleteFile": about("spareFile", coach),
  "files.deleteFinding": about("finding"),
  "integrations.deleteEndpoint": about("oldEndpoint"),
  "integrations.deleteConnection": about("connection"),
  "safety.decideCase": about("case", [], { and: (cast) => ({ decision: "dismissed", ...reason(cast) }) }),
  "safety.restoreCase": about("case", [], { and: reason, answers: ["409 safety.not_hidden"] }),
  "safety.decideAppeal": about("appealed", [], { and: (cast) => ({ outcome: "upheld", ...reason(cast) }) }),
  "safety.liftSanction": about("appealed", [], { and: reason }),
  "safety.deleteBlock": about("block", client),
  "insights.deleteNote": about("teamNote"),
  "insights.retryJob": about("failedJob"),
  "orders.cancelOrder": about("freeOrder", both, { and: reason }),
  "identity.removeTeamMember": about("colleague"),
  "identity.revokeInvitation": about("invitation"),
  "identity.reactivateMember": about("guest", [], { answers: ["409 identity.member_active"] }),
  "identity.refresh": plain(({ tokens }) => ({ refreshToken: tokens.refresh }), {
    isShared: true,
    by: "visitor",
  }),
  "identity.endSession": about("session", client),
  "identity.endOtherSessions": plain(),
  "identity.changePassword": plain({ newPassword: "saffron-glacier-62" }, { by: "coach" }),
  "identity.deactivateMember": about("guest", [], { and: reason }),
  "identity.staffRefresh": plain(({ tokens }) => ({ refreshToken: tokens.staffRefresh }), { isBearer: true }),
  "identity.signOut": plain(({ tokens }) => ({ refreshToken: tokens.guestRefresh }), {
    isShared: true,
    by: "visitor",
    answersAlike: true,
    endsCaller: true,
  }),
  "sandbox.clock": plain(({ at }) => ({ to: at(0) }), { answers: ["404 request.not_found"] }),
  "identity.staffSignOut": plain(),
};
