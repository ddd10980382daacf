import { type HTMLAttributes, type PublicProps } from "vue";
import { type TesseraWidgets } from "./elements.ts";

type Events<Tag extends keyof TesseraWidgets> = TesseraWidgets[Tag]["events"];

/** Vue writes `false` out as a word, which an element takes for yes: a switch is set or left out. */
type Attributes<Own> = {
  readonly [Name in keyof Own]: Exclude<Own[Name], false> | (true extends Own[Name] ? "" : never);
};

type Emit<All> = <Name extends keyof All & string>(name: Name, event: All[Name]) => void;

/** A widget as a component of Vue: its attributes in a template, and its events under their own names. */
export type WidgetComponent<Tag extends keyof TesseraWidgets> = new () => TesseraWidgets[Tag]["element"] & {
  readonly $props: Attributes<TesseraWidgets[Tag]["attributes"]> & HTMLAttributes & PublicProps;
  readonly $emit: Emit<Events<Tag>>;
};

type Widgets = { readonly [Tag in keyof TesseraWidgets]: WidgetComponent<Tag> };

declare module "vue" {
  interface GlobalComponents extends Widgets {}
}
