import { type Sentences } from "./sentences.ts";

export const en: Sentences = {
  "language.shared": "You share a language: {languages}.",
  "language.none": "Does not offer {languages}.",
  "country.same": "Works in your country, {country}.",
  "country.other": "Does not work in {country}.",
  "goals.close": "Experienced in what you want: {topics}.",
  "goals.related": "Works on something related: {topics}.",
  "goals.far": "Works on other goals than yours.",
  "budget.within": "From {price} a session, within your budget.",
  "budget.above": "From {price} a session, {percent} above your budget.",
  "budget.far_above": "From {price} a session, far above your budget.",
  "availability.full": "Has time when you do: {hours} a week.",
  "availability.some": "Shares {hours} of your {wanted} a week.",
  "availability.none": "Has no time when you do.",
  "rating.average": "Rated {rating} of 5, by {count} people.",
  "rating.none": "Not rated yet.",
  "factor.unknown": "Not known, so it does not count.",
  "adjustment.load": "Lower in the list: {percent} booked in the coming weeks.",
  "adjustment.newcomer": "Higher in the list: new here.",
  "adjustment.reciprocity": "Lower in the list: looks for other clients.",
  "adjustment.missing_must_have": "Lower in the list: this must fit on this site, and does not.",
};
