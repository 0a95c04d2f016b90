/**
 * A table as tables are: caption, column heads, the first cell of a row as its head. On small screens each row is a card;
 * the roles are said aloud there, since a browser forgets them with the display.
 */
import type { ReactNode } from 'react';
import './data-table.css';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly show: (row: T) => ReactNode;
  readonly isNumber?: boolean;
}

interface TableProps<T> {
  readonly caption: string;
  /** The caption is shown anyway to those who hear the page. */
  readonly hasHiddenCaption?: boolean;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

export function DataTable<T>({ caption, hasHiddenCaption = false, columns, rows, keyOf }: TableProps<T>) {
  return (
    <table className="data-table" role="table">
      <caption {...(hasHiddenCaption && { className: 'visually-hidden' })}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, title, isNumber }) => (
            <th key={key} scope="col" role="columnheader" {...(isNumber && { className: 'number' })}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ key, title, show, isNumber }, at) =>
              at === 0 ? (
                <th key={key} scope="row" role="rowheader" data-label={title}>
                  {show(row)}
                </th>
              ) : (
                <td key={key} role="cell" data-label={title} {...(isNumber && { className: 'number' })}>
                  {show(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
