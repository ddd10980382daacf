import { days, hours, minutes, plus } from "../../../platform/time.ts";

// The first look finds what a crash left behind; the later ones find what a gateway forgot to say.
const pauses = [
  minutes(1),
  minutes(4),
  minutes(10),
  minutes(15),
  minutes(30),
  hours(1),
  hours(3),
  hours(6),
  hours(12),
];

/** After so long without a final answer a person is told. */
export const silenceLimit = days(3);

/** When a payment that is not final is looked at next; never later than the moment its checkout is to be closed. */
export function nextLook({ now, looks, expiresAt }: { now: Date; looks: number; expiresAt: Date }): Date {
  const next = plus(now, pauses[Math.min(looks, pauses.length - 1)]!);
  return now < expiresAt && next > expiresAt ? expiresAt : next;
}
