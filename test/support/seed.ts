import fc from 'fast-check';

// Every run of the tests tries the same inputs, so that what it says depends on the change alone; others are tried by
// `npm run drill -- trials`.
if (process.env.TRIALS === undefined) fc.configureGlobal({ seed: 20_260_105 });
