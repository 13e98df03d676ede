/** The exit code of a command that went through, but could not take everything; what it left is named. */
export const partlyDone = 2;
