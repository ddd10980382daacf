/** A host's weekly hours, a single day or a vacation changed. */
export type HoursChangedEvent = CustomEvent<{ readonly hostId: string }>;

declare global {
  interface HTMLElementEventMap {
    "tessera-hours-changed": HoursChangedEvent;
  }
}
