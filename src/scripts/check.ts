// The check without a network: the same questions and the same rules, on the device. Answers stay in the memory of the
// page and are gone with it. With a network the server leads through the check, and no script is needed.
import { checkHere } from '#lib/offline/checkHere.ts';

const place = document.querySelector<HTMLElement>('[data-check]');
if (place) checkHere(place);
