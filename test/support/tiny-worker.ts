import { onOrder, reportToPrimary, startHeartbeat } from '../../src/cluster/messages.ts';

/** A worker that serves nothing, and tells its orders. How it starts, the variable TINY_WORKER says. */
startHeartbeat(() => 0);
process.on('message', (message: { block?: number }) => {
  if (message.block) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, message.block);
});
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
if (process.env.TINY_WORKER === 'hangs') process.kill(process.pid, 'SIGSTOP');
await reportToPrimary({ report: 'ready', address: 'http://nowhere' });
