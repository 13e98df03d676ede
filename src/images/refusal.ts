import { Problem } from '../problems.ts';

/** A picture that is not taken. @param detail what was found, the rule and the remedy */
export const invalidImage = (detail: string): Problem => new Problem('image-invalid', detail);

/** A mistake of ours or of the disk, not of the picture: what libvips says of files that it cannot open or write. */
const ofFiles = /Input file is missing|unable to open|No space left|error writing|write error|target write/i;

const ofDisks = /No space left on device|Disk quota exceeded/;

/**
 * Turns a fault of a decoder into a refusal of the picture.
 * @throws Problem `image-invalid`; other errors as they are
 */
export async function refuseBroken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const message = String(error instanceof Error ? error.message : error);
    const [reason = ''] = message.split('\n');
    if (ofFiles.test(reason) || ofDisks.test(message)) throw error;
    throw invalidImage(
      `The picture is truncated or broken: ${reason.slice(0, 200)}. Save it again in the program that made it, and send that.`,
    );
  }
}
