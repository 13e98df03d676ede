import type { Db } from '../src/db/driver/client.ts';

/** A statement as the application sent it. */
export interface Sent {
  text: string;
  parameters: unknown[];
}

/** A node of a plan, as EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) writes it (Postgres manual, "Using EXPLAIN"). */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

export interface Explained {
  root: PlanNode;
  nodes: PlanNode[];
  /** Blocks that were read, from the cache or not. */
  blocks: number;
  milliseconds: number;
}

/** Runs a statement and tells how it was answered. */
export async function explain(db: Db, { text, parameters }: Sent): Promise<Explained> {
  const [row] = await db.$client.unsafe(
    `explain (analyze, buffers, format json) ${text}`,
    parameters as never[],
  );
  const [explained] = (row?.['QUERY PLAN'] ?? []) as { Plan: PlanNode; 'Execution Time': number }[];
  if (!explained) throw new Error('Postgres explained nothing.');
  const root = explained.Plan;
  return {
    root,
    nodes: listNodes(root),
    blocks: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
    milliseconds: explained['Execution Time'],
  };
}

function listNodes(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(listNodes)];
}

/** The tables that were read from one end to the other. */
export function scannedTables({ nodes }: Explained): string[] {
  return nodes
    .filter((node) => node['Node Type'].endsWith('Seq Scan') && node['Actual Loops'] > 0)
    .map((node) => node['Relation Name'] ?? '');
}

/** How many rows were looked at in a table, those that were thrown away with them. */
export function rowsTouched({ nodes }: Explained, table: string): number {
  return nodes
    .filter((node) => node['Relation Name'] === table)
    .reduce((sum, node) => sum + rowsOf(node) * node['Actual Loops'], 0);
}

function rowsOf(node: PlanNode): number {
  return (
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  );
}
