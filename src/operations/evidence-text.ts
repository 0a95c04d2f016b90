/** Tells text from what is none: UTF-8 or GB 18030 from beginning to end, without control characters; and mail, and markup. */

/** Control characters that no text has; tab, line ends, form feed and escape it may have. */

const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

const ENCODINGS = ['utf-8', 'gb18030'] as const;

/** Reads bytes as they pass by; a text has to be one in the same encoding throughout. */
export class TextLook {
  #decoders = ENCODINGS.map((encoding) => new TextDecoder(encoding, { fatal: true }));

  at(chunk: Buffer): void {
    this.#decoders = this.#decoders.filter((decoder) => {
      try {
        return !CONTROL.test(decoder.decode(chunk, { stream: true }));
      } catch {
        return false; // not in this encoding
      }
    });
  }

  /** Whether what passed by so far is text. */
  isText(): boolean {
    return this.#decoders.length > 0;
  }
}

const MAIL_FIELD = /^(?:from|to|date|subject|received|return-path|message-id|mime-version|delivered-to):/i;

/** Two fields of a message's head, before anything else. */
export function looksLikeMail(head: Buffer): boolean {
  const lines = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .split(/\r?\n/)
    .slice(0, 60);
  const end = lines.indexOf('');
  const fields = lines.slice(0, end < 0 ? lines.length : end);
  return (
    /^[A-Za-z][A-Za-z0-9-]*:/.test(fields[0] ?? '') &&
    fields.filter((line) => MAIL_FIELD.test(line)).length >= 2
  );
}

const MARKUP =
  /^\s*(?:<[a-z!?/]|#!|<%)|<(?:script|html|!doctype html|svg|iframe|object|embed|\?php)|javascript:/i;

/** A page, a drawing or a script, whatever it is called. */
export function looksLikeMarkup(head: Buffer): boolean {
  if (looksLikeMail(head)) return false; // a message may have a part in HTML; it is never shown as a page
  return MARKUP.test(head.toString('latin1').replace(/^\xef\xbb\xbf/, ''));
}
