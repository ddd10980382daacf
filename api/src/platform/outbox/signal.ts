const listeners = new Set<() => void>();

/** Tells this process's relay that an event was written and will soon be committed. Relays of other processes find it by polling. */
export function signalOutbox(): void {
  for (const listener of listeners) listener();
}

/** Calls back whenever this process writes an event; answers the way to stop. */
export function onOutboxSignal(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
