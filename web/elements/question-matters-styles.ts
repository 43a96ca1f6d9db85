import { css } from 'lit';

/** The tornado: a table whose middle column is the picture; on a phone each lever's bars stand between its ends. */
export const mattersStyles = css`
  section:first-of-type {
    border: 0;
    padding-top: 8px;
  }
  table {
    table-layout: fixed;
  }
  th.lever {
    width: 26%;
  }
  th.end {
    width: 17%;
  }
  td,
  th {
    padding: 4px 8px 4px 0;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover {
    background: var(--accent-wash);
  }
  tbody td,
  tbody th {
    vertical-align: middle;
  }
  tbody button {
    overflow-wrap: anywhere;
  }
  td.low {
    text-align: end;
  }
  td.high {
    text-align: start;
    padding-left: 8px;
  }
  thead th.high {
    text-align: start;
    padding-left: 8px;
  }
  thead th.middle {
    text-align: center;
  }
  .bars {
    position: relative;
    height: 16px;
  }
  .bars span {
    position: absolute;
    top: 0;
    bottom: 0;
  }
  .bars .down {
    background: var(--part-power);
  }
  .bars .up {
    background: var(--accent);
  }
  /* Both ends on the same side: the nearer one stays in sight. */
  .bars .over {
    top: 4px;
    bottom: 4px;
  }
  .bars .centre {
    top: -6px;
    bottom: -6px;
    border-left: 1px solid var(--ink);
  }
  .key {
    display: inline-block;
    width: 12px;
    height: 8px;
    margin-inline-end: 4px;
  }
  .key.down {
    background: var(--part-power);
  }
  .key.up {
    background: var(--accent);
  }
  @media (max-width: 640px) {
    table,
    tbody,
    tr {
      display: block;
    }
    thead {
      display: none;
    }
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      border-bottom: 1px solid var(--rule);
      padding: 4px 0;
    }
    th,
    td {
      border: 0;
      padding: 0;
    }
    th.lever,
    td.middle {
      grid-column: 1 / -1;
      width: auto;
    }
    td.low {
      text-align: start;
      order: 2;
    }
    td.high {
      text-align: end;
      order: 3;
    }
    td.middle {
      order: 1;
      padding: 4px 0;
    }
  }
`;
