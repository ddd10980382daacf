import { type ErrorDefinition, failuresOf } from "../../platform/errors.ts";

export const schedulingErrors = {
  "scheduling.slot_taken": { kind: "CONFLICT", message: "That time was just taken. Choose another one." },
  "scheduling.slot_too_soon": { kind: "CONFLICT", message: "That time is too close. Choose a later one." },
  "scheduling.slot_too_far": {
    kind: "CONFLICT",
    message: "That time is too far ahead. Choose an earlier one.",
  },
  "scheduling.slot_not_offered": {
    kind: "CONFLICT",
    message: "That time is not offered. Choose one of the times shown.",
  },
  "scheduling.slot_limit_reached": {
    kind: "CONFLICT",
    message: "No more bookings are taken in that period. Choose another day.",
  },
  "scheduling.not_accepting": {
    kind: "CONFLICT",
    message: "New bookings are not taken at the moment. Choose somebody else, or try again later.",
  },
  "scheduling.own_time": { kind: "CONFLICT", message: "You cannot book yourself. Choose somebody else." },
  "scheduling.too_many_holds": {
    kind: "TOO_MANY_REQUESTS",
    message: "You are keeping {most} times already. Book or release one of them first.",
  },
  "scheduling.too_many_tries": {
    kind: "TOO_MANY_REQUESTS",
    message: "Too many times of this calendar were kept from here. Try again in an hour, or sign in.",
  },
  "scheduling.hold_ended": {
    kind: "GONE",
    message: "This time is no longer kept for you. Choose it again if it is still free.",
  },
  "scheduling.hours_overlap": {
    kind: "CONFLICT",
    message: "Hours {first} and {second} of the list overlap. Change one of them.",
  },
  "scheduling.governed_by_order": {
    kind: "CONFLICT",
    message: "This booking belongs to an order. Change it through the order {orderId}.",
  },
  "scheduling.transition_refused": {
    kind: "CONFLICT",
    message: "A booking that is {from} cannot become {to}.",
  },
  "scheduling.already_started": {
    kind: "CONFLICT",
    message: "The session has started already. Ask the site's team.",
  },
  "scheduling.not_started": {
    kind: "CONFLICT",
    message: "The session has not started yet. Wait until it has.",
  },
  "scheduling.absence_refused": {
    kind: "CONFLICT",
    message: "Absence can be marked from {graceMinutes} minutes after the start until a week after the end.",
  },
  "scheduling.room_not_open": { kind: "FORBIDDEN", message: "The room opens at {opensAt}. Come back then." },
  "scheduling.room_closed": { kind: "GONE", message: "The room has closed. The session is over." },
  "scheduling.not_confirmed": {
    kind: "CONFLICT",
    message: "This booking is {state}. Only a confirmed one has a room.",
  },
} as const satisfies Record<string, ErrorDefinition>;

export const failure = failuresOf(schedulingErrors);
