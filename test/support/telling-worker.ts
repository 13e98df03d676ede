import { onWorkerMessage, tellWorkers } from '../../src/cluster/messages.ts';

/** A worker that tells the others what it is sent, and sends back what it hears of two topics, until it is deaf to one. */
const ends = new Map(
  ['colours', 'shapes'].map((topic) => [
    topic,
    onWorkerMessage(topic, (message) => process.send?.({ [topic]: message })),
  ]),
);
process.on('message', ({ tell, deafTo }: { tell?: [topic: string, message: unknown]; deafTo?: string }) => {
  if (tell) tellWorkers(...tell);
  if (deafTo !== undefined) ends.get(deafTo)?.();
});
process.send?.({ began: true });
