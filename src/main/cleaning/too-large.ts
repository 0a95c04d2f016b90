/** The file is more than is handled. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}
