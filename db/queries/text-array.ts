/** A list as the text of a PostgreSQL array: binds as one parameter on both kinds of database. */
export const textArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
