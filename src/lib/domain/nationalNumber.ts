/**
 * Takes a national number or bis number and the birth date beside it, and says whether it is eleven digits
 * with the right check number: 97 - (first nine digits mod 97), with a 2 before the nine for people born in
 * 2000 or later (royal decree of 3 April 1984, art. 3). Bis months (+20, +40) and 00 dates need no special
 * case; the birth part and the sex are not compared. Without a year of birth, both centuries are tried.
 */
export function isNationalNumber(number: string, birthDate?: string): boolean {
	if (!/^\d{11}$/.test(number)) return false;
	const digits = Number(number.slice(0, 9));
	const check = Number(number.slice(9));
	const year = Number(birthDate?.slice(0, 4) || NaN);
	const before2000 = check === checkNumber(digits);
	const from2000 = check === checkNumber(2_000_000_000 + digits);
	if (Number.isNaN(year)) return before2000 || from2000;
	return year < 2000 ? before2000 : from2000;
}

/** Takes the nine digits (with the 2 before them, if any) and returns the two check digits, 01 to 97. */
export function checkNumber(digits: number): number {
	return 97 - (digits % 97);
}

/** Takes a national number and returns it with everything hidden but the birth part: "85.07.30-•••.••". */
export function maskNationalNumber(number: string): string {
	return `${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}-•••.••`;
}
