// One page of Northlight written with React 19: the list of coaches, and booking with one of them. What the widgets announce is the
// page's state.
import { type BookingConfirmedEvent, type SlotHeldEvent } from "@tessera/sdk/elements";
import { type WidgetProps } from "@tessera/sdk/react";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

/** What the visitor has done so far; every part comes out of an event of a widget. */
interface Visit {
  readonly coachId: string | null;
  readonly kept: SlotHeldEvent["detail"] | null;
  readonly booked: BookingConfirmedEvent["detail"] | null;
}

const nothingYet: Visit = { coachId: null, kept: null, booked: null };

/** The coach whose page this is. It stands in the address, so that a reload and the way back from the pay page lead here again. */
const coachInAddress = (): string | null => new URL(location.href).searchParams.get("coach");

const listed: WidgetProps<"tessera-people"> = { sort: "rating" };

const when = (instant: string): string =>
  new Date(instant).toLocaleString(document.documentElement.lang, { dateStyle: "full", timeStyle: "short" });

function Steps({ coachId, kept, booked }: Visit) {
  const steps = [
    { name: "Choose a coach", isDone: coachId !== null },
    { name: kept ? `Kept for you: ${when(kept.startsAt)}` : "Choose a time", isDone: kept !== null },
    { name: booked ? `Booked: ${when(booked.startsAt)}` : "Book it", isDone: booked !== null },
  ];
  const now = steps.findIndex(({ isDone }) => !isDone);
  return (
    <ol className="progress" aria-label="Your booking" aria-live="polite">
      {steps.map(({ name, isDone }, at) => (
        <li key={at} className={isDone ? "done" : ""} aria-current={at === now ? "step" : undefined}>
          {name}
        </li>
      ))}
    </ol>
  );
}

function Page() {
  const [visit, setVisit] = useState<Visit>({ ...nothingYet, coachId: coachInAddress() });
  const { coachId } = visit;
  const show = (chosen: string | null) => {
    history.pushState(null, "", chosen === null ? location.pathname : `?coach=${chosen}`);
    setVisit({ ...nothingYet, coachId: chosen });
  };
  useEffect(() => {
    const turn = () => setVisit({ ...nothingYet, coachId: coachInAddress() });
    addEventListener("popstate", turn);
    return () => removeEventListener("popstate", turn);
  }, []);
  useEffect(() => {
    document.title = `${visit.booked ? "Booked" : "Book a coach"} · Northlight Coaching`;
  }, [visit.booked]);

  return (
    <>
      <Steps {...visit} />
      {coachId === null ? (
        <tessera-people
          {...listed}
          ontessera-before-person-open={(event) => {
            // The page shows the person on its own terms: with the calendar at once.
            event.preventDefault();
            show(event.detail.personId);
          }}
          ontessera-before-booking-open={(event) => {
            event.preventDefault();
            show(event.detail.personId);
          }}
        />
      ) : (
        <>
          <p className="back">
            <button type="button" className="plain" onClick={() => show(null)}>
              All coaches
            </button>
          </p>
          <tessera-booking
            key={coachId}
            host={coachId}
            ontessera-slot-held={({ detail }) => setVisit((before) => ({ ...before, kept: detail }))}
            ontessera-booking-confirmed={({ detail }) =>
              setVisit((before) => ({ ...before, booked: detail }))
            }
          />
        </>
      )}
    </>
  );
}

const place = document.querySelector("#react");
if (place) createRoot(place).render(<Page />);
