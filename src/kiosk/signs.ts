// What pages of the kiosk say to the server by cookies that they write themselves. Browsers open closed and fallen pages
// again with the cookies and headers of before, so nothing that was there while a page was only looked at can tell the one
// from the other: these are there for a moment only, or for good.

/** A page that is open asks for the next one: `on` by a link or a form, `back` by the button that leads back. */
export const onward = 'halte-on';

/** Whoever was here is done, although the server could not be told yet. */
export const finished = 'halte-finished';

/** How long the next page may take to be asked for, redirections on a slow line included. Seconds. */
export const onwardFor = 30;
