import { type House } from "../../api/src/house.ts";
import { addPastReview, sessionToReview } from "../../api/src/modules/reviews/index.ts";
import { addPastSession } from "../../api/src/modules/scheduling/index.ts";
import { businessTime } from "../../api/src/platform/clock.ts";
import { type Tenant } from "../../api/src/platform/scope/tenant.ts";
import { days, hours, plus, zoneOf } from "../../api/src/platform/time.ts";
import { weeklyHours } from "./hours.ts";
import { type MadeHost } from "./host.ts";
import { seededRandom } from "./random.ts";
import { type DemoHost, type DemoReview } from "./tenant.ts";
import { within } from "./within.ts";

/** Somebody who was a client before the demo began. */
export interface PastClient {
  readonly id: string;
  readonly locale: string;
}

/** A session that took place and what was said of it. */
interface Past {
  readonly host: MadeHost;
  readonly clientId: string;
  readonly startsAt: Date;
  readonly said: DemoReview;
  readonly answer: string;
}

const earliestDays = 9;
const latestDays = 170;

/** Adds the sessions of a site's past and what both sides said of them, the same ones every time. Answers how many. */
export async function addHistory(
  house: House,
  tenant: Tenant,
  { hosts, clients, thanks }: { hosts: readonly MadeHost[]; clients: readonly PastClient[]; thanks: Thanks },
): Promise<number> {
  const random = seededRandom(`${tenant.slug} history`);
  const now = businessTime(tenant);
  const past = hosts.flatMap((host) => pastOf(host, { random, now, clients, thanks }));
  // The order in which they were written, so that a rating grows as it would have.
  for (const session of past.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    await addSession(house, tenant, session);
  }
  return past.length;
}

/** What coaches say of clients, by the language of the two. */
export type Thanks = Readonly<Record<DemoHost["locale"], readonly string[]>>;

interface Circumstances {
  readonly random: () => number;
  readonly now: Date;
  readonly clients: readonly PastClient[];
  readonly thanks: Thanks;
}

function pastOf(host: MadeHost, { random, now, clients, thanks }: Circumstances): Past[] {
  const { locale, reviews } = host.demo;
  const speakers = shuffled(
    clients.filter((client) => client.locale === locale),
    random,
  );
  const span = (latestDays - earliestDays) / Math.max(1, reviews.length);
  return reviews.flatMap((said, at) => {
    const client = speakers[at % speakers.length];
    if (!client) return [];
    const daysAgo = Math.round(earliestDays + (at + random()) * span);
    const startsAt = workingHour(host.demo, plus(now, -days(daysAgo)), random);
    const answers = thanks[locale];
    const answer = answers[Math.floor(random() * answers.length)] ?? "";
    return [{ host, clientId: client.id, startsAt, said, answer }];
  });
}

/** The start of one of somebody's working hours on the first working day after a moment. */
function workingHour({ timeZone, hours: week }: DemoHost, after: Date, random: () => number): Date {
  const zone = zoneOf(timeZone);
  const rules = weeklyHours(week);
  for (let day = zone.dayAt(after.getTime()); ; day++) {
    // Day 0 was a Thursday.
    const open = rules.filter(({ weekday }) => weekday === ((day + 3) % 7) + 1);
    const stretch = open[Math.floor(random() * open.length)];
    if (!stretch) continue;
    const starts = Math.floor((stretch.endMinute - stretch.startMinute) / 60);
    return new Date(zone.instantOf(day, stretch.startMinute + 60 * Math.floor(random() * starts)));
  }
}

async function addSession(house: House, tenant: Tenant, past: Past): Promise<void> {
  const { host, clientId, startsAt, said, answer } = past;
  const written = plus(startsAt, hours(20));
  const [knowledge, communication, professionalism] = said.marks;
  await within(
    house,
    tenant,
    async (scope) => {
      const session = sessionToReview(
        await addPastSession(scope, { offerId: host.offerId, clientId, startsAt }),
      );
      const ratings = { knowledge, communication, professionalism };
      await addPastReview(scope, session, { authorId: clientId, ratings, text: said.text });
      const welcome = { knowledge: 5, communication: 5, professionalism: 5 };
      await addPastReview(scope, session, { authorId: host.id, ratings: welcome, text: answer });
    },
    written,
  );
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
