import { gfmTable } from 'micromark-extension-gfm-table';
import type { Construct, Event, Extension, Resolver } from 'micromark-util-types';

/**
 * GFM's tables, each of which is resolved by itself: the resolver searches its list of edits for each edit, which takes
 * quadratic time in all tables of a text.
 */
export function tables(): Extension {
  const { flow: constructs = {} } = gfmTable();
  const table = constructs.null as Construct & { resolveAll: Resolver };
  const resolveAll: Resolver = (events, context) => {
    const resolved: Event[] = [];
    for (const part of cutTables(events)) {
      context.events = part;
      for (const event of table.resolveAll(part, context)) resolved.push(event);
    }
    context.events = resolved;
    return resolved;
  };
  return { flow: { ...constructs, null: { ...table, resolveAll } } };
}

/** Cuts before the head of each table. */
function cutTables(events: Event[]): Event[][] {
  const parts: Event[][] = [];
  let start = 0;
  events.forEach(([kind, { type }], at) => {
    if (at === start || kind !== 'enter' || type !== 'tableHead') return;
    parts.push(events.slice(start, at));
    start = at;
  });
  parts.push(events.slice(start));
  return parts;
}
