/** The exit code of a command that succeeded in part; it names what it left out. */
export const partlyDone = 2;
