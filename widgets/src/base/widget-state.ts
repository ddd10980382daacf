import { type LoadState } from "./load.ts";

/** How a widget looks at the moment; its `state` attribute, for the page's CSS and tests. */
export type WidgetState = LoadState | "empty" | "done";
