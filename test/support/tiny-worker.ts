import { onOrder, reportToPrimary } from '../../src/workers/reports.ts';

/** A worker that serves nothing, and tells its orders. How it starts, the variable TINY_WORKER says. */
onOrder('duties', () => process.send?.({ told: 'duties' }));
onOrder('retire', async () => {
  await reportToPrimary({ report: 'relieved' });
  setTimeout(() => process.exit(0), 50);
});
process.on('SIGTERM', () => {
  if (process.env.TINY_WORKER !== 'stays') process.exit(0);
});
if (process.env.TINY_WORKER === 'dies') process.exit(7);
if (process.env.TINY_WORKER === 'gives up') {
  await reportToPrimary({ report: 'failed', reason: 'The moon is full.' });
  process.exit(1);
}
await reportToPrimary({ report: 'ready', address: 'http://nowhere' });
