import { type AriaAttributes, type HTMLAttributes, type RefAttributes } from "react";
import { type TesseraEvents, type TesseraWidgets } from "./elements.ts";

/** What React may write on the tag of a widget: its attributes, and a listener per event under `on` and the event's name. */
export type WidgetProps<Tag extends keyof TesseraWidgets> = TesseraWidgets[Tag]["attributes"] & {
  readonly [Name in keyof TesseraEvents as `on${Name}`]?: ((event: TesseraEvents[Name]) => void) | undefined;
};

type OwnNames = "children" | "className" | "dir" | "hidden" | "id" | "lang" | "slot" | "style" | "title";

type WidgetTag<Tag extends keyof TesseraWidgets> = WidgetProps<Tag> &
  Pick<HTMLAttributes<TesseraWidgets[Tag]["element"]>, OwnNames> &
  AriaAttributes &
  RefAttributes<TesseraWidgets[Tag]["element"]>;

type Widgets = { readonly [Tag in keyof TesseraWidgets]: WidgetTag<Tag> };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends Widgets {}
  }
}
