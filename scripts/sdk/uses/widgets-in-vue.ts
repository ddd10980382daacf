// A tenant's Vue page, compiled against the packed SDK.
import { type WidgetComponent } from "@tessera/sdk/vue";
import { type GlobalComponents, h } from "vue";

export const render = (told: (startsAt: string) => void) =>
  h("tessera-booking", {
    host: "0195f0c2-6a1e-7c44-b6e3-2f6d7f0c9a11",
    "onTessera-booking-confirmed": (event) => told(event.detail.startsAt),
  });

export const wrongRender = () =>
  h("tessera-booking", {
    // @ts-expect-error the detail holds a text
    "onTessera-booking-confirmed": (event) => event.detail.startsAt.getTime(),
  });

// What a template's checker reads of a tag.
type Props<Tag extends keyof GlobalComponents> = GlobalComponents[Tag] extends new () => {
  readonly $props: infer Own;
}
  ? Own
  : never;
export const booking: Props<"tessera-booking"> = { span: "week", "time-zone": "Asia/Dubai", class: "wide" };
export const people: Props<"tessera-people"> = { address: true, "max-price": 120 };
// @ts-expect-error there is no such span
export const wrongSpan: Props<"tessera-booking"> = { span: "year" };
// @ts-expect-error written out as "false", it would be read as yes
export const wrongSwitch: Props<"tessera-people"> = { address: false };

export const listen = ({ $emit }: InstanceType<WidgetComponent<"tessera-booking">>, event: CustomEvent) => {
  // @ts-expect-error a booking announces no quiz
  $emit("tessera-quiz-completed", event);
};
