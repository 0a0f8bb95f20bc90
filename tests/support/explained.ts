/**
 * What axe could not decide by itself, looked at by a person, with the reason why it is right. A finding that is not
 * explained here fails the walk.
 */
export const explained: { rule: string; target: RegExp; because: string }[] = [];
