// Longer trials, each bounded in time: npm run drill -- <name> [options]

/** By name: what is tried, and where. A drill ends by itself and throws when something is not as it has to be. */
const drills: Record<string, { about: string; load(): Promise<(options: string[]) => Promise<void>> }> = {
  batch: {
    about: 'one stream of many reviews, its time and its memory: --reviews 10000',
    load: async () => (await import('./batch.ts')).drillBatch,
  },
  cache: {
    about: 'reads over three processes while they write, are killed and lose connections: --seconds 30',
    load: async () => (await import('./cache.ts')).drillCache,
  },
  chaos: {
    about: 'twenty writers and a reader while the service is killed and the database restarted: --rounds 10',
    load: async () => (await import('./chaos.ts')).drillChaos,
  },
  explain: {
    about: 'the plans of the usual lists over many reviews',
    load: async () => (await import('./explain.ts')).drillExplain,
  },
  export: {
    about: 'the memory of an export of many reviews to a slow client: --rows 20000',
    load: async () => (await import('./export.ts')).drillExport,
  },
  generators: {
    about: 'clients by twelve generators from the registry, compiled and run: --only orval,kubb',
    load: async () => (await import('./generators.ts')).drillGenerators,
  },
  hostile: {
    about:
      'the dearest request of every operation, searched for: --seconds 600; what ten thousand leave in memory: --memory 600 (seconds); --limit 5000 (ms a request), --only part of an operation',
    load: async () => (await import('./hostile.ts')).drillHostile,
  },
  images: {
    about: 'a hundred uploads at once beside readers, memory and their rate: --seconds 10',
    load: async () => (await import('./images.ts')).drillImages,
  },
  kill: {
    about: 'kill -9 under posts, over and over: --rounds 5, --posts 100',
    load: async () => (await import('./kill.ts')).drillKill,
  },
  markup: {
    about: 'hostile markup by the thousand, in a browser too: --texts 10000, --seed',
    load: async () => (await import('./markup.ts')).drillMarkup,
  },
  nodes: {
    about: 'the suite, or a part of it, on other versions of Node: --versions 22,24, parts of file names',
    load: async () => (await import('./nodes.ts')).drillNodes,
  },
  overload: {
    about: 'twice what the service can do, then half, and all connections held: --seconds 10',
    load: async () => (await import('./overload.ts')).drillOverload,
  },
  package: {
    about: 'the packed file installed on versions of Node, and started: --versions 20,22,24',
    load: async () => (await import('./package.ts')).drillPackage,
  },
  push: {
    about:
      'a folder of notes of 10 KB pushed, pushed again, and sent to /v1/batch from a file, and the memory of the command: --notes 3752',
    load: async () => (await import('./push.ts')).drillPush,
  },
  render: {
    about:
      'the event loop and the readers while hostile Markdown is posted, posts on a busy machine: --seconds 10; or how a folder of notes is rendered: -- render <folder>',
    load: async () => (await import('./render.ts')).drillRender,
  },
  schedule: {
    about: 'three processes publish what is scheduled, one after the other killed with -9: --reviews 200',
    load: async () => (await import('./schedule.ts')).drillSchedule,
  },
  soak: {
    about: 'reads of all kinds and writes for a long time, memory, connections and times flat: --minutes 30',
    load: async () => (await import('./soak.ts')).drillSoak,
  },
  trials: {
    about: 'the tests of many inputs, with many more of them: --times 20, --minutes 30',
    load: async () => (await import('./trials.ts')).drillTrials,
  },
  workers: {
    about: 'the processor time of two workers against that of one process, and how they share: --seconds 4',
    load: async () => (await import('./workers.ts')).drillWorkers,
  },
};

const [name = '', ...options] = process.argv.slice(2);
const drill = drills[name];
if (drill) {
  const begun = Date.now();
  await (await drill.load())(options);
  process.stdout.write(`drill ${name}: passed in ${Math.round((Date.now() - begun) / 1000)} s\n`);
} else {
  const lines = Object.entries(drills).map(([known, { about }]) => `  ${known.padEnd(10)}${about}\n`);
  process.stderr.write(`npm run drill -- <name> [options]\n\n${lines.join('')}`);
  process.exitCode = 1;
}
