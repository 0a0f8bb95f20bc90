import type { Page } from '@playwright/test';

/** From now on time on a page whose clock is installed goes only when it is told to, however long the machine takes. */
export const stopClock = (page: Page): Promise<void> => page.clock.pauseAt(new Date(Date.now() + 10_000));
