/**
 * What a sender called a file, made fit to be shown. It never becomes part of a path, of a header or of an address;
 * what tries to be more than a name is refused all the same, since somebody will one day save the file under it.
 */
import { EvidenceRefused } from './evidence-look.ts';

/** Characters. */
const LONGEST = 200;

/** Slashes, control characters, and characters that hide, turn round or part what is shown. */
const TRICKS =
  /[/\\\p{Cc}\p{Co}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
/** Names that mean a device on some systems, whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** What some systems do not allow in names, or read as something else. */
const AWKWARD = /[<>:"|?*]/g;

/** The name as it is kept; null where none was given. Throws `EvidenceRefused`. */
export function checkedFileName(given: string | null): string | null {
  if (given === null) return null;
  const name = given.normalize('NFC').trim();
  const isFit =
    name !== '' &&
    name.length <= LONGEST &&
    !TRICKS.test(name) &&
    !RESERVED.test(name) &&
    !/^\.+$/.test(name) &&
    !name.endsWith('.');
  if (!isFit) throw new EvidenceRefused('name_not_taken');
  return name.replaceAll(AWKWARD, '_');
}

/** What follows the last dot, in lower case; null where that says nothing. */
export const endingOf = (name: string | null): string | null =>
  /\.([A-Za-z0-9]{1,8})$/.exec(name ?? '')?.[1]?.toLowerCase() ?? null;
