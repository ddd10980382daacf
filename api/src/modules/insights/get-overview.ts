import { z } from "zod";
import { countFindings } from "../../platform/files/findings/count-findings.ts";
import { listOpenTasks } from "../../platform/operator-tasks.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { isAllowed } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { addDays, days, instantToWall, plus, wallToInstant } from "../../platform/time.ts";
import { countWaitingGigs } from "../gigs/index.ts";
import { nameMembers } from "../identity/index.ts";
import { countFailedDeliveries } from "../integrations/index.ts";
import { countWaitingPayouts, incomeByDay } from "../money/index.ts";
import { countFailedMails } from "../notifications/index.ts";
import { countWaitingApplications } from "../people/index.ts";
import { bookingView, countBookings, listComingBookings } from "../scheduling/index.ts";
import { siteOf } from "../tenancy/index.ts";
import { incomeOf } from "./rules/income.ts";

/** How many days the first page looks back. */
const incomeDays = 30;
// Beyond this a number says "many", and counting on would only cost.
const mostCounted = 100;
const mostTasks = 20;
const mostBookings = 8;

const count = z.int().nullable();
const minor = z.int();

const overviewView = z.object({
  /** Today in the site's calendar. */
  date: z.iso.date(),
  timeZone: z.string(),
  /** What waits for somebody. Every part is null for callers who may not see it, and numbers stop at 100. */
  attention: z.object({
    failedDeliveries: count,
    failedMails: count,
    waitingApplications: count,
    waitingGigs: count,
    /** Payouts to decide about. */
    waitingPayouts: count,
    /** Uploads in which malware was found. */
    quarantinedFiles: count,
    /** What the system could not finish alone, oldest first, 20 at most. */
    tasks: z
      .array(
        z.object({
          id: z.uuid(),
          /** Such as `money.amount_differs`. */
          kind: z.string(),
          /** What it is about: a payment, an order, a mail, an endpoint. */
          subjectId: z.uuid(),
          openedAt: z.iso.datetime(),
        }),
      )
      .nullable(),
  }),
  bookings: z
    .object({
      today: z.int(),
      /** The next seven days, today among them. */
      week: z.int(),
      /** What runs now and what comes next. */
      coming: z.array(
        bookingView.extend({ hostName: z.string().nullable(), clientName: z.string().nullable() }),
      ),
    })
    .nullable(),
  /** Money received and given back in the last 30 days, each currency by itself. */
  income: z
    .array(
      z.object({
        currency: z.string(),
        receivedMinor: minor,
        refundedMinor: minor,
        days: z.array(z.object({ date: z.iso.date(), receivedMinor: minor, refundedMinor: minor })),
      }),
    )
    .nullable(),
});

type Overview = z.infer<typeof overviewView>;

export const getOverview = operation({
  summary:
    "Answers what the team needs to know first: what waits for it, today's sessions, the month's income.",
  input: z.strictObject({}),
  output: overviewView,
  async run(scope) {
    const { timeZone } = siteOf(scope.tenant);
    const { date } = instantToWall(timeZone, scope.now);
    const [attention, bookings, income] = await Promise.all([
      readAttention(scope),
      when(scope, "scheduling.view_bookings", () => readBookings(scope, date, timeZone)),
      when(scope, "money.view", () => readIncome(scope, date, timeZone)),
    ]);
    return { date, timeZone, attention, bookings, income };
  },
});

/** Reads something for those who may see it. */
const when = <Part>({ actor }: Scope, permission: string, read: () => Promise<Part>): Promise<Part> | null =>
  isAllowed(actor, permission) ? read() : null;

async function readAttention(scope: Scope): Promise<Overview["attention"]> {
  const since = plus(scope.now, -days(incomeDays));
  const [
    failedDeliveries,
    failedMails,
    waitingApplications,
    waitingGigs,
    waitingPayouts,
    quarantinedFiles,
    tasks,
  ] = await Promise.all([
    when(scope, "integrations.view_webhooks", () => countFailedDeliveries(scope, since, mostCounted)),
    when(scope, "notifications.view", () => countFailedMails(scope, since, mostCounted)),
    when(scope, "people.view", () => countWaitingApplications(scope, mostCounted)),
    when(scope, "gigs.moderate", () => countWaitingGigs(scope, mostCounted)),
    when(scope, "money.payouts", () => countWaitingPayouts(scope, mostCounted)),
    when(scope, "files.view_findings", () => countFindings(scope, mostCounted)),
    when(scope, "insights.tasks", () => listOpenTasks(scope, mostTasks)),
  ]);
  return {
    failedDeliveries,
    failedMails,
    waitingApplications,
    waitingGigs,
    waitingPayouts,
    quarantinedFiles,
    tasks:
      tasks?.map(({ id, kind, subjectId, createdAt }) => ({
        id,
        kind,
        subjectId,
        openedAt: createdAt.toISOString(),
      })) ?? null,
  };
}

async function readBookings(
  scope: Scope,
  date: string,
  timeZone: string,
): Promise<NonNullable<Overview["bookings"]>> {
  const midnight = (later: number) => wallToInstant(timeZone, addDays(date, later), 0);
  const [today, week, coming] = await Promise.all([
    countBookings(scope, { from: midnight(0), until: midnight(1) }, mostCounted),
    countBookings(scope, { from: midnight(0), until: midnight(7) }, mostCounted),
    listComingBookings(scope, scope.now, mostBookings),
  ]);
  const ids = [...new Set(coming.flatMap(({ hostId, clientId }) => [hostId, clientId]))];
  const names = await when(scope, "identity.view_members", () => nameMembers(scope, ids));
  const nameOf = (id: string) => names?.get(id) ?? null;
  return {
    today,
    week,
    coming: coming.map((booking) => ({
      ...booking,
      hostName: nameOf(booking.hostId),
      clientName: nameOf(booking.clientId),
    })),
  };
}

async function readIncome(
  scope: Scope,
  date: string,
  timeZone: string,
): Promise<NonNullable<Overview["income"]>> {
  const from = addDays(date, 1 - incomeDays);
  const movements = await incomeByDay(scope, wallToInstant(timeZone, from, 0), timeZone);
  return incomeOf(movements, { from, count: incomeDays }).map(({ days: each, ...sums }) => ({
    ...sums,
    days: [...each],
  }));
}
