/**
 * Tab goes on to the next field, also from a list that stands open, and chooses nothing on the way. The lists we use take it
 * for Enter and keep it: where several can be chosen each Tab would choose or drop somebody, and nobody got out.
 */

const isOpenList = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="combobox"][aria-expanded="true"]') !== null;

/** Heard before the list hears it. Once for the whole console. */
export function letTabLeaveLists(): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Tab' && isOpenList(event.target)) event.stopPropagation();
    },
    true,
  );
}
