/** Whether what a profile marks personal is there to be marked: a free text of an event of a procedure. */
import { textPointersOf } from '../domain/event-data.ts';
import { everyProcedure } from './registry.ts';

/** The names among these that are no free text of any version of a procedure. */
export function unknownPersonalFields(fields: readonly string[]): string[] {
  return fields.filter((field) => {
    const [event = '', ...steps] = field.split('/');
    const [name, type = ''] = event.split('.');
    const schemas = everyProcedure()
      .filter((procedure) => procedure.name === name)
      .flatMap((procedure) => procedure.events[type] ?? []);
    return !schemas.some((schema) => textPointersOf(schema).includes(`/${steps.join('/')}`));
  });
}
