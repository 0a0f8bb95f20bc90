const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('halte-kiosk') : null;

/** Tells the other pages of this browser that the visit is over. */
export const tellOthers = (): void => channel?.postMessage('over');

/** Calls `end` when another page of this browser says that the visit is over. */
export const hearOthers = (end: () => void): void => channel?.addEventListener('message', end);
