/** What an entry is called: an event of a procedure by the procedure's word for it, anything else by the word for its type. */
import { useCodes } from '../../words/codes.ts';

export function useEntryWords(): (type: string) => string {
  const { code } = useCodes();
  return (type) => {
    const dot = type.indexOf('.');
    const [of, what] = [type.slice(0, dot), type.slice(dot + 1)];
    return what === what.toUpperCase() && dot > 0
      ? `${code('procedure', of)} · ${code('event', of, what)}`
      : code('entry', type);
  };
}
