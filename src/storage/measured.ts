import { pipeline, type Readable, Transform } from 'node:stream';
import { StorageUnavailable } from './storage.ts';

/**
 * Passes a stream on while counting its bytes: one that breaks or ends early ends with StorageUnavailable, never as if it were whole.
 * Destroying the result destroys the source.
 */
export function measureStream(source: Readable, bytes: number): Readable {
  let left = bytes;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length;
      done(left < 0 ? tooMany() : null, chunk);
    },
    flush: (done) => done(left > 0 ? new StorageUnavailable(new Error(`${left} bytes are missing`)) : null),
  });
  // Before the listeners of the pipeline, which would pass the error on as it is.
  source.on('error', (error) => measured.destroy(new StorageUnavailable(error)));
  pipeline(source, measured, () => undefined);
  return measured;
}

const tooMany = () => new StorageUnavailable(new Error('More bytes came than were announced'));
