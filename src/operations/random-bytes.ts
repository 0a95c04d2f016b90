/** Random bytes for salts and nonces. Drawn from the system in larger portions, since each drawing costs a call. */
import { randomFillSync } from 'node:crypto';

const PORTION = 4_096;
let portion = Buffer.alloc(0);
let used = 0;

/** So many fresh bytes (at most a portion), never given out twice. */
export function freshBytes(count: number): Buffer {
  if (used + count > portion.length) {
    // A new buffer each time: what was given out before belongs to its takers.
    portion = randomFillSync(Buffer.allocUnsafeSlow(PORTION));
    used = 0;
  }
  return portion.subarray(used, (used += count));
}
