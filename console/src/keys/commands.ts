/** What may be done on the page and has no key of its own, such as the next steps of a case: for the command palette. */
import { createOffers } from './offers.ts';

export interface Command {
  /** Tells it from the others of the page. */
  readonly id: string;
  /** In words of the reader. */
  readonly label: string;
  readonly run: () => void;
}

const commands = createOffers({
  list: (offers: readonly (readonly Command[])[]) => offers.flat().map(({ id, label }) => ({ id, label })),
});

/** Offers commands while the component is there. */
export const useCommands = commands.useOffer;

/** Every command there is now, with its words. */
export const useCommandList = commands.useList;

/** Runs one, as it is offered now. Does nothing where it is not to be had any more. */
export function runCommand(id: string): void {
  commands
    .now()
    .flat()
    .find((command) => command.id === id)
    ?.run();
}
